import { fold } from '../../../src/domain/fold/fold.ts';
import type { EpisodePicture } from '../../../src/domain/fold/picture.ts';
import type { Observation } from '../../../src/domain/observation/observation.ts';
import { at, context, found, headerRow, HOME, idOf, missing, missingRow, NORTHMERE, observation, OTHER_POLICE, POLICE, SOUTHVALE, type Source } from './a-world.ts';

const nhsNumber = '9434765919';
/** A home that reports in the hub. */
const AT_HOME: Source = { agency: HOME.agency, system: 'homeward' };
const KNOWN = [NORTHMERE, SOUTHVALE, POLICE, OTHER_POLICE, HOME, AT_HOME].map((source) => headerRow({ source, child: 'C', extracted: '2026-01-01', said: { nhsNumber } }));
const SENT = '2026-03-30T12:00:00.000Z';

function episodes(...observations: Observation[]): readonly EpisodePicture[] {
  const [child] = fold([...KNOWN, ...observations], context);
  return child?.episodes ?? [];
}
const police = (misper: string, since: string, returned?: string): Observation[] => [
  ...missing({ child: 'C', misper, since, sent: SENT }),
  ...(returned === undefined ? [] : found({ child: 'C', misper, returned, sent: '2026-03-31T12:00:00.000Z' })),
];
const row = (from: string, until?: string, source: Source = NORTHMERE): Observation[] =>
  missingRow({ source, child: 'C', from, extracted: '2026-04-30', ...(until !== undefined && { until }) });
const received = (receivedAt: string, said: readonly Observation[]): Observation[] => said.map((one) => ({ ...one, receivedAt: Date.parse(receivedAt) }));
const sizes = (found: readonly EpisodePicture[]): number[] => found.map(({ records }) => records.length);
const flags = (found: readonly EpisodePicture[]): string[][] => found.map((episode) => episode.flags.map(({ code }) => code));

describe("two systems' records", () => {
  it('are one episode when they overlap, however far apart their starts are', () => {
    expect(sizes(episodes(...police('M1', '2026-03-01T10:00', '2026-03-09T10:00'), ...row('2026-03-05', '2026-03-09')))).toEqual([2]);
  });
  it('are one episode when their starts are near, even if they do not overlap', () => {
    expect(sizes(episodes(...police('M1', '2026-03-01T10:00', '2026-03-01T12:00'), ...row('2026-03-02', '2026-03-04')))).toEqual([2]);
  });
  it('are two when they neither overlap nor start near each other', () => {
    expect(sizes(episodes(...police('M1', '2026-03-01T10:00', '2026-03-01T12:00'), ...row('2026-03-03', '2026-03-04')))).toEqual([1, 1]);
  });
  it('are two when one began on the day the other ended: a day is not an overlap', () => {
    expect(sizes(episodes(...police('M1', '2026-03-05T10:00'), ...row('2026-03-01', '2026-03-05')))).toEqual([1, 1]);
  });
  it('are two when one was closed months before the other began', () => {
    expect(sizes(episodes(...police('M1', '2026-03-05T10:00'), ...row('2025-11-01', '2025-11-03')))).toEqual([1, 1]);
  });
  it('are paired with the nearest start, so that a report left open does not swallow a later episode', () => {
    const found = episodes(...police('M1', '2026-01-05T10:00'), ...police('M2', '2026-03-05T10:00', '2026-03-06T10:00'), ...row('2026-03-05', '2026-03-07'));
    expect(found.map(({ records }) => records.map(({ id }) => id).sort())).toEqual([
      [idOf(POLICE, 'episode', 'M2'), idOf(NORTHMERE, 'episode', JSON.stringify(['C', 'MISSING', '2026-03-05']))].sort(),
      [idOf(POLICE, 'episode', 'M1')],
    ]);
  });
  it('are one when a "found" whose "missing" has not come lies within the other', () => {
    expect(sizes(episodes(...found({ child: 'C', sent: SENT, traced: '2026-03-02T10:00' }), ...row('2026-03-01', '2026-03-02')))).toEqual([2]);
    expect(sizes(episodes(...found({ child: 'C', sent: SENT, traced: '2026-03-02T10:00' }), ...row('2026-03-05', '2026-03-06')))).toEqual([1, 1]);
    expect(sizes(episodes(...found({ child: 'C', sent: SENT }), ...row('2026-03-01', '2026-03-02')))).toEqual([1, 1]);
  });
  it('are two when one was over before the other began, though a report left open reaches both', () => {
    const swallowed = [...police('M1', '2026-03-01T10:00'), ...row('2026-03-01', '2026-03-02'), ...row('2026-03-20', undefined, SOUTHVALE)];
    expect(episodes(...swallowed)).toMatchObject([
      { status: 'MISSING', records: [{}] },
      { status: 'RETURNED', records: [{}, {}] },
    ]);
  });
  it('are two when a home reports the child missing again within hours, though a row of that day is left open', () => {
    const again = missing({ source: AT_HOME, child: 'C', misper: 'H1', since: '2026-03-02T09:00', sent: SENT });
    expect(episodes(...police('M1', '2026-03-01T10:00', '2026-03-02T02:00'), ...row('2026-03-01'), ...again)).toMatchObject([
      { status: 'MISSING', records: [{}] },
      { status: 'RETURNED', records: [{}, {}] },
    ]);
  });
  it('of several systems are one episode, with every force that reported it', () => {
    const found = episodes(...police('M1', '2026-03-01T10:00'), ...row('2026-03-01'), ...missing({ source: OTHER_POLICE, child: 'C', since: '2026-03-01T11:00', sent: SENT }));
    expect(found).toMatchObject([{ records: [{}, {}, {}], forces: ['mereshire', 'westpolice'] }]);
  });
});

describe("one system's records", () => {
  it('are never one episode; where they overlap both are flagged', () => {
    const found = episodes(...police('M1', '2026-03-01T10:00'), ...police('M2', '2026-03-02T10:00', '2026-03-03T10:00'));
    expect(sizes(found)).toEqual([1, 1]);
    expect(flags(found)).toEqual([['OVERLAPPING_RECORDS'], ['OVERLAPPING_RECORDS']]);
  });
  it('that end and begin on one day are not flagged', () => {
    expect(flags(episodes(...row('2026-03-01', '2026-03-03'), ...row('2026-03-03', '2026-03-05')))).toEqual([[], []]);
  });
  it('are flagged when another system has one record for both', () => {
    const found = episodes(...police('M1', '2026-03-01T10:00', '2026-03-02T10:00'), ...police('M2', '2026-03-04T10:00', '2026-03-05T10:00'), ...row('2026-03-01', '2026-03-06'));
    expect(sizes(found).sort()).toEqual([1, 2]);
    const ids = [idOf(POLICE, 'episode', 'M1'), idOf(POLICE, 'episode', 'M2')].sort();
    expect(found.map((episode) => episode.flags.filter(({ code }) => code === 'OVERLAPPING_RECORDS'))).toMatchObject([[{ records: ids }], [{ records: ids }]]);
  });
  it('are not flagged when the other system has one for each, day after day', () => {
    const found = episodes(
      ...police('M1', '2026-03-01T20:00', '2026-03-02T02:00'),
      ...police('M2', '2026-03-02T20:00', '2026-03-03T02:00'),
      ...row('2026-03-01', '2026-03-02'),
      ...row('2026-03-02', '2026-03-03'),
    );
    expect(sizes(found)).toEqual([2, 2]);
    expect(flags(found)).toEqual([[], []]);
  });
});

describe('how an episode stands', () => {
  const about = { source: POLICE, child: 'C', record: { kind: 'episode' as const, key: 'M1' } };
  const status = (order: string, value: 'MISSING' | 'AWAY', time: string): Observation =>
    observation({ ...about, kind: 'status', order, payload: { status: value, at: at(time) } });
  const risk = (order: string, word: string, value: 'LOW' | 'HIGH' | null): Observation =>
    observation({ ...about, kind: 'risk', order, payload: { risk: value, word, at: at(order) } });

  it('follows its status changes while it is open, and keeps what it was when missed', () => {
    const [episode] = episodes(...police('M1', '2026-03-01T10:00'), status('2026-03-31', 'AWAY', '2026-03-01T14:00'));
    expect(episode).toMatchObject({ status: 'AWAY', kind: 'MISSING', statusChanges: [{ value: 'MISSING' }, { value: 'AWAY' }] });
  });
  it('is MISSING when the police say so at a time within the day another calls AWAY', () => {
    const away = missingRow({ child: 'C', kind: 'AWAY', from: '2026-03-01', extracted: '2026-04-30' });
    expect(episodes(...police('M1', '2026-03-01T20:00'), ...away)).toMatchObject([{ status: 'MISSING', kind: 'MISSING' }]);
  });
  it.each(['03-01', '03-02', '03-03', '03-04'])('keeps every change that one message tells of, in the order of their times, on %s', (day) => {
    const told = [status('2026-03-31', 'MISSING', `2026-${day}T10:00`), status('2026-03-31', 'AWAY', `2026-${day}T12:00`), status('2026-03-31', 'MISSING', `2026-${day}T15:00`)];
    const [episode] = episodes(...told);
    expect(episode).toMatchObject({ kind: 'MISSING', status: 'MISSING', statusChanges: [{ value: 'MISSING' }, { value: 'AWAY' }, { value: 'MISSING' }] });
  });

  it('counts a status that is said again once, at the time said last', () => {
    const [episode] = episodes(...police('M1', '2026-03-01T10:00'), status('2026-03-31', 'MISSING', '2026-03-01T09:00'));
    expect(episode?.statusChanges).toMatchObject([{ value: 'MISSING', at: { text: '2026-03-01T09:00' } }]);
  });
  it('is LOCATED when traced and not back, and MISSING again when missed after that', () => {
    const traced = found({ child: 'C', sent: '2026-03-31T12:00:00.000Z', traced: '2026-03-02T10:00', place: 'a bus station' });
    expect(episodes(...police('M1', '2026-03-01T10:00'), ...traced)).toMatchObject([{ status: 'LOCATED', locatedPlace: { value: 'a bus station' } }]);
    expect(episodes(...police('M1', '2026-03-01T10:00'), ...traced, status('2026-04-01', 'MISSING', '2026-03-02T15:00'))).toMatchObject([{ status: 'MISSING' }]);
  });
  it('is RETURNED when one source says so, even while another has it open, and even at an unknown time', () => {
    const back = observation({ ...about, kind: 'returned', order: SENT, payload: { at: null } });
    expect(episodes(...police('M1', '2026-03-01T10:00'), back)).toMatchObject([{ status: 'RETURNED', returnedAt: { value: null } }]);
    expect(episodes(...police('M1', '2026-03-01T10:00'), ...row('2026-03-01', '2026-03-02'))).toMatchObject([{ status: 'RETURNED', flags: [] }]);
  });
  it('keeps a known return time when a later message leaves it out', () => {
    const back = observation({ ...about, kind: 'returned', order: '2026-04-02', payload: { at: null, to: 'Larkfield House' } });
    expect(episodes(...police('M1', '2026-03-01T10:00', '2026-03-02T10:00'), back)).toMatchObject([
      { returnedAt: { value: { text: '2026-03-02T10:00' } }, returnedTo: { value: 'Larkfield House' } },
    ]);
  });
  it('stays RETURNED, flagged, when a source says the child was missing after the return', () => {
    const found = episodes(...row('2026-03-01', '2026-03-02'), ...police('M1', '2026-03-01T10:00'), status('2026-04-01', 'MISSING', '2026-03-04T10:00'));
    expect(found).toMatchObject([{ status: 'RETURNED', flags: [{ code: 'CONFLICTING_VALUES' }] }]);
  });
  it("takes the police's word on tracing and the carer's on the return", () => {
    const diary = { source: HOME, child: 'C', order: '2026-03-02', record: { kind: 'episode' as const, key: 'D1' } };
    const [episode] = episodes(
      ...missing({ child: 'C', since: '2026-03-01T10:00', sent: SENT }),
      ...found({ child: 'C', traced: '2026-03-02T08:00', returned: '2026-03-02T12:00', sent: '2026-03-31T12:00:00.000Z' }),
      observation({ ...diary, kind: 'report', payload: { missingSince: at('2026-03-01T10:00') } }),
      observation({ ...diary, kind: 'located', payload: { at: at('2026-03-02T09:00') } }),
      observation({ ...diary, kind: 'returned', payload: { at: at('2026-03-02T09:00') } }),
    );
    expect(episode?.locatedAt).toMatchObject({ source: { agency: 'mereshire' }, disagreeing: [{ source: { agency: 'larkfield' } }] });
    expect(episode?.returnedAt).toMatchObject({ source: { agency: 'larkfield' }, disagreeing: [{ source: { agency: 'mereshire' } }] });
  });
  describe('where a source says that the child was back at a time that had not come when it said so', () => {
    const gone = missing({ child: 'C', since: '2026-03-01T21:00', sent: '2026-03-01T22:00:00.000Z' });
    const typed = (returned: string) => found({ child: 'C', returned, sent: '2026-03-02T07:30:00.000Z' });

    it.each(['2026-03-02T09:00', '2026-03-03T07:00', '2027-03-02T07:00', '2099-01-01'])('goes on, flagged (%s)', (returned) => {
      const [episode] = episodes(...gone, ...typed(returned));
      expect(episode).toMatchObject({ status: 'LOCATED', returnedAt: null, flags: [{ code: 'TIMES_OUT_OF_ORDER', reason: expect.stringContaining('had not come') as string }] });
    });

    it.each(['2026-03-02T08:15', '2026-03-02'])('is over where two clocks may differ by as much, or the day is that of the message (%s)', (returned) => {
      expect(episodes(...gone, ...typed(returned))[0]).toMatchObject({ status: 'RETURNED', flags: [] });
    });

    it('is over by what the source said before, or says later', () => {
      const right = found({ child: 'C', returned: '2026-03-02T06:00', sent: '2026-03-02T07:00:00.000Z' });
      const later = found({ child: 'C', returned: '2026-03-02T06:00', sent: '2026-03-02T08:00:00.000Z' });
      for (const other of [right, later]) {
        expect(episodes(...gone, ...typed('2026-03-03T06:00'), ...other)[0]).toMatchObject({ status: 'RETURNED', returnedAt: { value: at('2026-03-02T06:00') } });
      }
    });

    it.each(['2026-03-03T05:30:00.000Z', '000007'])('goes on where the message itself says that it was sent ahead, or not when (%s): it cannot have been sent after it was received', (order) => {
      const [episode] = episodes(...gone, ...received('2026-03-02T06:30:00.000Z', found({ child: 'C', returned: '2026-03-03T04:30', traced: '2026-03-02T06:00', sent: order })));
      expect(episode).toMatchObject({ status: 'LOCATED', returnedAt: null, flags: [{ code: 'TIMES_OUT_OF_ORDER', reason: expect.stringContaining('had not come') as string }] });
    });

    it('is over by an old message that is received late, and by one whose clock is ahead by less than two may differ', () => {
      expect(episodes(...gone, ...received('2027-01-01T00:00:00.000Z', typed('2026-03-02T06:00')))[0]).toMatchObject({ status: 'RETURNED', flags: [] });
      expect(episodes(...gone, ...received('2026-03-02T06:45:00.000Z', typed('2026-03-02T07:15')))[0]).toMatchObject({ status: 'RETURNED', flags: [] });
    });

    it('is not what the child is missing again in', () => {
      const again = missing({ source: OTHER_POLICE, child: 'C', misper: 'W1', since: '2026-03-05T21:00', sent: '2026-03-05T22:00:00.000Z' });
      expect(episodes(...gone, ...typed('2026-03-09T07:00'), ...again).map(({ status }) => status)).not.toContain('RETURNED');
    });
  });
  it('is flagged when it ended before it began, by less than two clocks may differ', () => {
    const [episode] = episodes(...police('M1', '2026-03-03T10:00', '2026-03-03T09:30'));
    expect(episode?.status).toBe('RETURNED');
    expect(episode?.flags).toMatchObject([
      { code: 'CONFLICTING_VALUES', reason: 'A source says the child was missing after the stated return.' },
      { code: 'TIMES_OUT_OF_ORDER', records: [idOf(POLICE, 'episode', 'M1')] },
    ]);
  });
  it.each(['2026-03-02T10:00', '2025-03-04T10:00'])('goes on, flagged, when its only return (%s) lies before the child was missed: a mistyped day ends no search', (before) => {
    const [episode] = episodes(...police('M1', '2026-03-03T10:00', before));
    expect(episode).toMatchObject({ status: 'LOCATED', returnedAt: null, flags: [{ code: 'TIMES_OUT_OF_ORDER', reason: expect.stringContaining('it ends nothing') as string }] });
  });
  it("ends by another's later return, and keeps the flag of the mistyped one", () => {
    const [episode] = episodes(...police('M1', '2026-03-03T10:00', '2025-03-04T10:00'), ...row('2026-03-03', '2026-03-04'));
    expect(episode).toMatchObject({ status: 'RETURNED', returnedAt: { source: { record: idOf(NORTHMERE, 'episode', JSON.stringify(['C', 'MISSING', '2026-03-03'])) } } });
  });
  it('shows each change of risk once, the latest known as its risk, and an unknown word as it came', () => {
    const [episode] = episodes(
      ...police('M1', '2026-03-01T10:00'),
      risk('2026-03-01T11:00:00Z', 'low', 'LOW'),
      risk('2026-03-01T12:00:00Z', 'high', 'HIGH'),
      risk('2026-03-01T13:00:00Z', 'high', 'HIGH'),
      risk('2026-03-01T14:00:00Z', 'amber', null),
    );
    expect(episode?.riskChanges.map(({ word, at: time }) => [word, time?.text])).toEqual([
      ['low', '2026-03-01T11:00:00Z'],
      ['high', '2026-03-01T12:00:00Z'],
      ['amber', '2026-03-01T14:00:00Z'],
    ]);
    expect(episode?.risk).toMatchObject({ value: 'HIGH', at: { text: '2026-03-01T13:00:00Z' } });
  });
  it.each(['2026-03-01T00:00', '2026-03-01T09:00'])('is the risk that was said at %s, whatever a form tells of that day alone', (time) => {
    const home = { source: AT_HOME, child: 'C', record: { kind: 'episode' as const, key: 'H1' } };
    const graded = observation({ ...home, kind: 'risk', order: '000001', payload: { risk: 'HIGH', word: 'high', at: at(time) } });
    const form = { source: NORTHMERE, child: 'C', record: { kind: 'episode' as const, key: 'F1' }, order: '2026-04-30' };
    const dated = [
      observation({ ...form, kind: 'report', payload: { missingSince: at('2026-03-01') } }),
      observation({ ...form, kind: 'risk', payload: { risk: 'VERY_LOW', word: 'no apparent risk', at: at('2026-03-01') } }),
    ];
    const [episode] = episodes(...missing({ source: AT_HOME, child: 'C', misper: 'H1', since: time, sent: SENT }), graded, ...dated);
    expect(episode?.records).toHaveLength(2);
    expect(episode?.risk).toMatchObject({ value: 'HIGH', source: { agency: HOME.agency } });
    expect(episode?.riskChanges.map(({ value }) => value)).toEqual(['VERY_LOW', 'HIGH']);
  });
  it('has the risk and the status that were said last, where what was said before is dated ahead', () => {
    const about = { source: POLICE, child: 'C', record: { kind: 'episode' as const, key: 'M1' } };
    const [ahead, later] = ['2026-03-30T10:00', '2026-03-29T14:00'];
    const low = [
      observation({ ...about, kind: 'risk', order: '2026-03-30T11:00:00.000Z', received: '2026-03-29T12:00:00.000Z', payload: { risk: 'LOW', word: 'low', at: at(ahead) } }),
      observation({ ...about, kind: 'status', order: '2026-03-30T11:00:00.000Z', received: '2026-03-29T12:00:00.000Z', payload: { status: 'AWAY', at: at(ahead) } }),
    ];
    const high = [
      observation({ ...about, source: OTHER_POLICE, kind: 'risk', order: '2026-03-29T14:00:00.000Z', received: '2026-03-29T14:00:00.000Z', payload: { risk: 'HIGH', word: 'high', at: at(later) } }),
      observation({ ...about, source: OTHER_POLICE, kind: 'status', order: '2026-03-29T14:00:00.000Z', received: '2026-03-29T14:00:00.000Z', payload: { status: 'MISSING', at: at(later) } }),
    ];
    const since = missing({ child: 'C', misper: 'M1', since: '2026-03-29T09:00', sent: '2026-03-29T09:30:00.000Z' });
    const both = missing({ source: OTHER_POLICE, child: 'C', misper: 'M1', since: '2026-03-29T09:00', sent: '2026-03-29T09:30:00.000Z' });
    expect(episodes(...since, ...both, ...low, ...high)).toMatchObject([{ risk: { value: 'HIGH' }, status: 'MISSING' }]);
    expect(episodes(...since, ...low)).toMatchObject([{ risk: { value: 'LOW' }, status: 'AWAY' }]);
  });
  it('has no risk while nobody states one', () => {
    expect(episodes(...police('M1', '2026-03-01T10:00'))).toMatchObject([{ risk: null, riskChanges: [] }]);
  });
});

it('a child has its latest episode first, and before it one without any time, lest it be overlooked', () => {
  const found = episodes(...police('M1', '2026-03-01T10:00', '2026-03-01T11:00'), ...police('M2', '2026-03-08T10:00'), ...missing({ child: 'C', misper: 'M3', sent: SENT }));
  expect(found.map(({ records }) => records[0]?.source.recordKey)).toEqual(['M3', 'M2', 'M1']);
});

describe('the forces that know how an episode stands by their own word', () => {
  const STARTED = '2026-03-05T10:00';
  const knowing = (...observations: Observation[]): (readonly string[])[] => episodes(...observations).map(({ forcesKnow }) => forcesKnow);
  it('are those that say it is so, and none that only was told by others', () => {
    expect(knowing(...row('2026-03-05'))).toEqual([[]]);
    expect(knowing(...police('M1', STARTED), ...row('2026-03-05'))).toEqual([[POLICE.agency]]);
    expect(knowing(...police('M1', STARTED, '2026-03-06T10:00'), ...row('2026-03-05'))).toEqual([[POLICE.agency]]);
  });
  it('are not those that still say missing of a child who is back by another’s word', () => {
    expect(knowing(...police('M1', STARTED), ...row('2026-03-05', '2026-03-06'))).toEqual([[]]);
  });
});
