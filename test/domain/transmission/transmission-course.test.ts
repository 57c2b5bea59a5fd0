import fc from 'fast-check';
import { MOST_TRIES } from '../../../src/domain/transmission/backoff.ts';
import { afterEvent, NEW_TRANSMISSION, type TransmissionCourse, type TransmissionHappening } from '../../../src/domain/transmission/transmission-course.ts';
import { TRANSMISSION_EVENTS, TRANSMISSION_STATES } from '../../../src/domain/transmission/transmission-words.ts';

type Event = TransmissionHappening['event'];
const LENGTH = 10;
/** One event after the other, a moment apart, each by the worker who holds the lease then; what may not happen is passed over. */
function course(events: readonly Event[], from: TransmissionCourse = NEW_TRANSMISSION): TransmissionCourse {
  return events.reduce((now, event, at) => afterEvent(now, { event, at, fence: now.lease.fence, length: LENGTH }) ?? now, from);
}
const SENT: readonly Event[] = ['RELEASED', 'LEASED', 'SENT'];
const DEAD: readonly Event[] = ['RELEASED', 'LEASED', 'PERMANENT_FAULT'];

describe('a transmission', () => {
  it.each<[string, readonly Event[], Partial<TransmissionCourse>]>([
    ['is held until somebody releases it', ['RESUMED', 'LEASED', 'SENT'], { state: 'HELD', holds: ['AWAITS_RELEASE'], tries: 0 }],
    ['is queued once released', ['RELEASED'], { state: 'QUEUED', holds: [] }],
    ['goes to its receiver and is acknowledged', [...SENT, 'RECEIPT_ACCEPTED'], { state: 'ACKNOWLEDGED', tries: 1, hasLeft: true }],
    ['is not sent without a lease', ['RELEASED', 'SENT'], { state: 'QUEUED', hasLeft: false }],
    ['is not acknowledged before it has left', ['RELEASED', 'LEASED', 'RECEIPT_ACCEPTED'], { state: 'QUEUED' }],
    ['is tried again when nothing is heard', [...SENT, 'TIMED_OUT', 'LEASED', 'SENT'], { state: 'SENT', tries: 2 }],
    ['is acknowledged by a receipt that comes late', [...SENT, 'TIMED_OUT', 'RECEIPT_ACCEPTED'], { state: 'ACKNOWLEDGED' }],
    ['stays acknowledged when the receiver answers twice', [...SENT, 'RECEIPT_ACCEPTED', 'RECEIPT_ACCEPTED', 'RECEIPT_REFUSED'], { state: 'ACKNOWLEDGED' }],
    ['is acknowledged where one try was refused as known already and an earlier one taken', [...SENT, 'RECEIPT_REFUSED', 'RECEIPT_ACCEPTED'], { state: 'ACKNOWLEDGED' }],
    ['is withdrawn before it is leased', ['RELEASED', 'WITHDRAWN', 'LEASED', 'SENT'], { state: 'HELD', holds: ['WITHDRAWN'], hasLeft: false, withdrawnTooLate: false }],
    ['is withdrawn under the hands of a worker', ['RELEASED', 'LEASED', 'WITHDRAWN', 'SENT'], { state: 'HELD', hasLeft: false, withdrawnTooLate: false }],
    ['is withdrawn too late, and told so', [...SENT, 'WITHDRAWN'], { state: 'SENT', withdrawnTooLate: true }],
    ['is not tried again after it was withdrawn too late', [...SENT, 'WITHDRAWN', 'TIMED_OUT'], { state: 'HELD', holds: ['WITHDRAWN'], withdrawnTooLate: true }],
    ['is withdrawn for ever where it is replayed', [...DEAD, 'WITHDRAWN', 'REPLAYED', 'LEASED'], { state: 'HELD', holds: ['WITHDRAWN'] }],
    ['is not released by a rule that was slower than the withdrawal', ['WITHDRAWN', 'RELEASED', 'RESUMED'], { state: 'HELD', holds: ['WITHDRAWN'] }],
    ['waits for its partner', ['RELEASED', 'PAUSED', 'LEASED', 'SENT'], { state: 'HELD', holds: ['PAUSED'], tries: 0 }],
    ['goes on with its partner', ['RELEASED', 'PAUSED', 'RESUMED'], { state: 'QUEUED' }],
    ['is not released by a partner that goes on', ['PAUSED', 'RESUMED'], { state: 'HELD', holds: ['AWAITS_RELEASE'] }],
    ['waits for its partner though it is released', ['PAUSED', 'RELEASED'], { state: 'HELD', holds: ['PAUSED'] }],
    ['may be acknowledged by a paused partner', [...SENT, 'PAUSED', 'RECEIPT_ACCEPTED'], { state: 'ACKNOWLEDGED' }],
    ['waits where the hub is not set up to send it', ['RELEASED', 'LEASED', 'NOT_SET_UP', 'LEASED', 'SENT'], { state: 'HELD', holds: ['NOT_SET_UP'], tries: 1, hasLeft: false }],
    ['goes on once the hub is set up anew', ['RELEASED', 'LEASED', 'NOT_SET_UP', 'SET_UP_ANEW'], { state: 'QUEUED', holds: [] }],
    ['goes on once somebody releases it who knows', ['RELEASED', 'LEASED', 'NOT_SET_UP', 'RELEASED'], { state: 'QUEUED', holds: [] }],
    ['is not released by a hub that is set up anew', ['SET_UP_ANEW'], { state: 'HELD', holds: ['AWAITS_RELEASE'] }],
    ['stays withdrawn though the hub is set up anew', ['RELEASED', 'LEASED', 'NOT_SET_UP', 'WITHDRAWN', 'SET_UP_ANEW'], { state: 'HELD', holds: ['WITHDRAWN'] }],
    ['is held once where it is paused twice', ['RELEASED', 'PAUSED', 'PAUSED', 'RESUMED'], { state: 'QUEUED' }],
    ['is dead by a fault that lasts', DEAD, { state: 'DEAD' }],
    ['begins to count its tries anew when replayed', [...DEAD, 'REPLAYED'], { state: 'QUEUED', tries: 0 }],
  ])('%s', (_what, events, expected) => {
    expect(course(events)).toMatchObject(expected);
  });

  it('is given up after the last try, and not before', () => {
    const tries = (count: number): Event[] => ['RELEASED', ...Array.from({ length: count }, (): Event[] => ['LEASED', 'SENT', 'TIMED_OUT']).flat()];
    expect(course(tries(MOST_TRIES - 1)).state).toBe('QUEUED');
    expect(course(tries(MOST_TRIES)).state).toBe('DEAD');
    expect(course(['PAUSED', 'TIMED_OUT'], course(['RELEASED', ...tries(MOST_TRIES).slice(1, -1)])).state).toBe('HELD');
  });

  it('counts a worker that dies before it sends as a try, so that what kills workers is given up too', () => {
    const leased = course(['RELEASED', 'LEASED']);
    expect(afterEvent(leased, { event: 'TIMED_OUT', at: 5 })).toBeNull();
    expect(afterEvent(leased, { event: 'LEASED', at: 1000, length: LENGTH })).toBeNull();
    expect(afterEvent(leased, { event: 'TIMED_OUT', at: 1000 })).toMatchObject({ state: 'QUEUED', tries: 1, lease: { until: null } });
  });

  it.each<Event>(['SENT', 'TIMED_OUT', 'PERMANENT_FAULT', 'NOT_SET_UP'])('hears %s of the holder alone, not of a worker that slept', (event) => {
    const now = course(['RELEASED', 'LEASED']);
    expect(afterEvent(now, { event, at: 3, fence: 1 })).not.toBeNull();
    const later = course(['TIMED_OUT', 'LEASED'], now);
    expect(later.lease.fence).toBe(2);
    expect(afterEvent(later, { event, at: 3, fence: 1 })).toBeNull();
    expect(afterEvent(later, { event, at: 3 })).toBeNull();
  });

  it('is released again by a person who knows of its withdrawal, and a worker of before it can do nothing', () => {
    const withdrawn = course(['RELEASED', 'LEASED', 'WITHDRAWN']);
    const again = afterEvent(withdrawn, { event: 'RELEASED', at: 3, despiteWithdrawal: true }) ?? withdrawn;
    expect(again).toMatchObject({ state: 'QUEUED', holds: [] });
    expect(afterEvent(again, { event: 'SENT', at: 3, fence: 1 })).toBeNull();
  });
});

describe('whatever happens to a transmission', () => {
  const EVENTS = Object.keys(TRANSMISSION_EVENTS).filter((event) => event !== 'GIVEN_UP') as Event[];
  const happening = fc.record({ event: fc.constantFrom(...EVENTS, 'LEASED', 'SENT', 'RELEASED'), pause: fc.nat(LENGTH), older: fc.nat(1), despiteWithdrawal: fc.boolean() });
  const happenings = fc.array(happening, { maxLength: 60 });
  interface Step {
    readonly event: Event;
    readonly despiteWithdrawal: boolean;
    readonly before: TransmissionCourse;
    readonly after: TransmissionCourse | null;
  }
  /** Each event with what was before and after it; a worker is the holder, or an older one. */
  function steps(all: readonly { event: Event; pause: number; older: number; despiteWithdrawal: boolean }[]): Step[] {
    let [now, at] = [NEW_TRANSMISSION, 0];
    return all.map(({ event, pause, older, despiteWithdrawal }) => {
      at += pause;
      const before = now;
      const after = afterEvent(now, { event, at, fence: now.lease.fence - older, length: LENGTH, despiteWithdrawal });
      now = after ?? now;
      return { event, despiteWithdrawal, before, after };
    });
  }
  const always = (holds: (all: readonly Step[]) => void): void => {
    fc.assert(fc.property(happenings, (all) => { holds(steps(all)); }), { numRuns: 2000, seed: 20261122 });
  };

  it('it is not lost: it has a state, is QUEUED without holds or HELD with them, and can still come to its receiver', () => {
    always((all) => {
      const end = all.at(-1);
      const now = end?.after ?? end?.before ?? NEW_TRANSMISSION;
      expect(Object.keys(TRANSMISSION_STATES)).toContain(now.state);
      const waits = now.state === 'QUEUED' || now.state === 'HELD' ? now.state : null;
      expect(waits).toBe(waits === null ? null : now.holds.length > 0 ? 'HELD' : 'QUEUED');
      const long = { at: 1_000_000, length: LENGTH, despiteWithdrawal: true };
      const rescue: readonly Event[] = ['TIMED_OUT', 'RELEASED', 'RESUMED', 'REPLAYED', 'LEASED', 'SENT', 'RECEIPT_ACCEPTED'];
      const rescued = rescue.reduce((one, event) => afterEvent(one, { ...long, event, fence: one.lease.fence }) ?? one, now);
      expect(rescued.state).toBe('ACKNOWLEDGED');
    });
  });

  it('it is acknowledged by an accepted receipt for what had left, and stays so', () => {
    always((all) => {
      for (const { event, before, after } of all) {
        if (after?.state === 'ACKNOWLEDGED' && before.state !== 'ACKNOWLEDGED') {
          expect([event, before.hasLeft]).toEqual(['RECEIPT_ACCEPTED', true]);
        }
        expect(before.state === 'ACKNOWLEDGED' ? (after ?? before).state : 'ACKNOWLEDGED').toBe('ACKNOWLEDGED');
      }
    });
  });

  it('it does not leave after a withdrawal, until somebody who knows of it releases it again', () => {
    always((all) => {
      let withdrawn = false;
      for (const { event, despiteWithdrawal, after } of all) {
        expect(withdrawn && event === 'SENT' && after !== null).toBe(false);
        withdrawn = after === null ? withdrawn : event === 'WITHDRAWN' || (withdrawn && !(event === 'RELEASED' && despiteWithdrawal));
      }
    });
  });

  it('it leaves once for each lease, and a withdrawal is too late exactly where it may have left before', () => {
    always((all) => {
      const sent = all.filter(({ event, after }) => event === 'SENT' && after !== null).map(({ before }) => before.lease.fence);
      expect(new Set(sent).size).toBe(sent.length);
      for (const { event, before, after } of all) {
        expect(after?.withdrawnTooLate ?? before.withdrawnTooLate).toBe(before.withdrawnTooLate || (event === 'WITHDRAWN' && before.hasLeft));
      }
    });
  });

  it('a worker with an older number changes nothing by itself', () => {
    always((all) => {
      for (const { before } of all) {
        const old = { at: 0, fence: before.lease.fence - 1 };
        expect([afterEvent(before, { ...old, event: 'SENT' }), afterEvent(before, { ...old, event: 'PERMANENT_FAULT' })]).toEqual([null, null]);
      }
    });
  });
});
