import { CHANGES, nextState } from '../../../src/domain/transmission/next-state.ts';
import { HOLDS, TRANSMISSION_EVENTS, TRANSMISSION_STATES, type TransmissionEvent, type TransmissionState } from '../../../src/domain/transmission/transmission-words.ts';

/** Written by hand, a row for each state; `.`: it cannot happen. */
const TABLE = `
  event            HELD          QUEUED        SENT          ACKNOWLEDGED  REFUSED       DEAD
  RELEASED         QUEUED        .             SENT          .             REFUSED       DEAD
  WITHDRAWN        HELD          HELD          SENT          ACKNOWLEDGED  REFUSED       DEAD
  LEASED           .             QUEUED        .             .             .             .
  SENT             .             SENT          .             .             .             .
  TIMED_OUT        .             QUEUED        QUEUED        .             .             .
  GIVEN_UP         .             DEAD          DEAD          .             .             .
  RECEIPT_ACCEPTED ACKNOWLEDGED  ACKNOWLEDGED  ACKNOWLEDGED  ACKNOWLEDGED  ACKNOWLEDGED  ACKNOWLEDGED
  RECEIPT_REFUSED  REFUSED       REFUSED       REFUSED       .             REFUSED       REFUSED
  PERMANENT_FAULT  .             DEAD          DEAD          .             .             .
  PAUSED           HELD          HELD          SENT          .             REFUSED       DEAD
  RESUMED          QUEUED        .             SENT          .             REFUSED       DEAD
  NOT_SET_UP       .             HELD          .             .             .             .
  SET_UP_ANEW      QUEUED        .             SENT          .             REFUSED       DEAD
  REPLAYED         .             .             .             .             QUEUED        QUEUED`;
const [head = [], ...rows] = TABLE.trim().split('\n').map((line) => line.trim().split(/ +/));
const cells = rows.flatMap(([event = '', ...row]) => row.map((next, at) => [head[at + 1] ?? '', event, next] as const));

describe('the state after an event', () => {
  it.each(cells)('of %s after %s is %s', (state, event, next) => {
    // The table's own test below holds its words to those of the code.
    expect(nextState(state as TransmissionState, event as TransmissionEvent)).toBe(next === '.' ? null : next);
  });

  it('is stated here for every state and every event', () => {
    expect(head.slice(1)).toEqual(Object.keys(TRANSMISSION_STATES));
    expect(rows.map(([event]) => event).sort()).toEqual(Object.keys(TRANSMISSION_EVENTS).sort());
    expect(Object.keys(CHANGES)).toEqual(Object.keys(TRANSMISSION_STATES));
  });

  it('of whatever does not rest in the hands of the receiver is left by somebody: nothing gets stuck', () => {
    for (const state of ['HELD', 'QUEUED', 'SENT', 'REFUSED', 'DEAD'] as const) {
      expect(Object.values(CHANGES[state]).filter((next) => next !== state)).not.toEqual([]);
    }
  });

  it('is ACKNOWLEDGED by a receipt alone', () => {
    const events = Object.entries(CHANGES).flatMap(([state, changes]) => Object.entries(changes).flatMap(([event, next]) => (next === 'ACKNOWLEDGED' && state !== next ? [event] : [])));
    expect(new Set(events)).toEqual(new Set(['RECEIPT_ACCEPTED']));
  });

  it('is told in words, as is every event and hold', () => {
    const told = [TRANSMISSION_STATES, TRANSMISSION_EVENTS, HOLDS].flatMap((words) => Object.values(words));
    expect(new Set(told).size).toBe(24);
  });
});
