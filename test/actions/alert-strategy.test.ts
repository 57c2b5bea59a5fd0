import { randomUUID } from 'node:crypto';
import { alertLate } from '../../src/actions/alert-late.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import type { ReturnStepKind } from '../../src/domain/interview/return-steps.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { aMissing } from '../journeys/documents.ts';
import { MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

const HOUR = 60 * MINUTE;
const GONE = Date.parse('2025-11-20T09:00:00Z');
/** Somerset 5.2.2 of every child: a meeting at 24 hours, then at least every 72 until the child is located and visited. */
const PRACTICE = { ...PRACTICES.somerset, clocks: PRACTICES.somerset.clocks.map((clock) => ({ ...clock, of: 'EVERY_CHILD' as const })) };

let hub: PractisedHub;
let episode = '';
beforeEach(async () => {
  hub = await aPractisedHub();
  hub.goesBy('northmere', PRACTICE);
  await hub.tell(aMissing({ 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-11', 'Header/SentAt': '2025-11-20T09:30:00Z', 'Report/MissingSince': '2025-11-20T09:00:00Z' }));
  const [second] = await hub.ingest.rows<{ id: string }>('select id from episode where is_open');
  episode = second?.id ?? '';
});
afterEach(() => hub.close());

interface Alerted {
  readonly clock: string;
  readonly open: boolean;
}

/** The alerts on a strategy meeting so many hours after the child was missed, in the order they were raised. */
async function alertsAt(hours: number): Promise<Alerted[]> {
  hub.now = GONE + hours * HOUR;
  const { database, directory, refreshDirectory } = hub.services;
  const log = { debug: () => undefined, error: () => undefined };
  await alertLate({ database, directory, refreshDirectory, gate: hub.gate, clock: () => hub.now, log });
  return hub.ingest.rows<Alerted>(
    `select clock, bool_and(acknowledged_at is null) as open from briefing_notice where kind = 'CLOCK_LATE' and clock like 'STRATEGY%' group by alert, clock order by min(raised_at), clock`,
  );
}
const doing = (step: ReturnStepKind, at: number): Promise<unknown> => recordReturnStep(hub.services, actor('nia'), { key: randomUUID(), episode, step, at: new Date(at).toISOString() }, hub.now);
const held = (hours: number): Promise<unknown> => {
  hub.now = GONE + hours * HOUR;
  return doing('STRATEGY_MEETING', hub.now);
};

test('a strategy meeting that nobody holds is alerted at 24 hours, and again each time another is due, once each (Somerset 5.2.2)', async () => {
  hub.now = GONE + HOUR;
  await doing('RISK_CONSIDERED', hub.now);
  expect(await alertsAt(23)).toEqual([]);
  const first = { clock: 'STRATEGY', open: true };
  expect([await alertsAt(25), await alertsAt(95)]).toEqual([[first], [first]]);
  expect([await alertsAt(97), await alertsAt(98)]).toEqual([[first, first], [first, first]]);
  expect(await alertsAt(24 + 10 * 24)).toHaveLength(3);
});

test('one that is due again after a meeting is alerted each time, once; what was alerted before ends with the meeting', async () => {
  await held(20);
  expect(await alertsAt(91)).toEqual([]);
  const again = { clock: 'STRATEGY_AGAIN', open: true };
  expect([await alertsAt(93), await alertsAt(94)]).toEqual([[again], [again]]);
  await held(100);
  const ended = { ...again, open: false };
  expect(await alertsAt(101)).toEqual([ended]);
  expect([await alertsAt(173), await alertsAt(174)]).toEqual([[ended, again], [ended, again]]);
});

test('a meeting that is dated before the child was missed, or ahead of now, ends nothing', async () => {
  hub.now = GONE + 20 * HOUR;
  await doing('RISK_CONSIDERED', hub.now);
  await doing('STRATEGY_MEETING', GONE - MINUTE);
  await doing('STRATEGY_MEETING', GONE + 40 * HOUR);
  expect(await alertsAt(25)).toEqual([{ clock: 'STRATEGY', open: true }]);
});

describe('a strategy discussion that the risk asks for (Birmingham)', () => {
  const risen = (sentAt: string, risk: string): Promise<unknown> =>
    hub.tell(aMissing({ 'Report/MisperId': 'MP-2', 'Header/MessageId': `M-${risk}-${sentAt}`, 'Header/SentAt': sentAt, 'Report/MissingSince': '2025-11-20T09:00:00Z', 'Report/CurrentRiskLevel': risk }));
  beforeEach(() => {
    hub.goesBy('northmere', 'birmingham');
  });

  test('is alerted once the day is over on which the child came to high risk, and the discussion ends it', async () => {
    hub.now = GONE + HOUR;
    await doing('RISK_CONSIDERED', hub.now);
    await risen('2025-11-20T12:00:00Z', 'High');
    expect(await alertsAt(14)).toEqual([]);
    const late = { clock: 'STRATEGY_AT_RISK', open: true };
    expect(await alertsAt(16)).toEqual([late]);
    await held(17);
    expect(await alertsAt(18)).toEqual([{ ...late, open: false }]);
  });

  test('is not alerted of a discussion held before the risk rose as if it were of this risk', async () => {
    await held(1);
    await risen('2025-11-20T12:00:00Z', 'High');
    expect(await alertsAt(16)).toEqual([{ clock: 'STRATEGY_AT_RISK', open: true }]);
  });

  test('is not alerted where the police lower the risk again within the day', async () => {
    await risen('2025-11-20T12:00:00Z', 'High');
    await risen('2025-11-20T13:00:00Z', 'Medium');
    expect(await alertsAt(16)).toEqual([]);
  });
});
