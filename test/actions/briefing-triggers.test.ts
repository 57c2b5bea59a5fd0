import { randomUUID } from 'node:crypto';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { readBriefing } from '../../src/actions/read-briefing.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { StrategyCheck } from '../../src/domain/briefing/strategy-check.ts';
import { aMissing } from '../journeys/documents.ts';
import { aDecidingHub, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** Northmere asks for a discussion at the third episode in 30 days, and at high risk. */
function withTriggers(): Directory {
  const directory = aDirectoryOfPeople();
  const strategy = { lookedAfterHours: null, missingHours: null, episodesIn30Days: 3, atRisk: ['HIGH'] } as const;
  return { ...directory, agencies: new Map([...directory.agencies].map(([id, agency]) => [id, id === 'northmere' ? { ...agency, strategy } : agency])) };
}

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub(withTriggers);
});
afterEach(() => hub.close());

const NOTHING_ELSE = { at: null, operation: { name: 'ATest', hash: 'a hash' }, notices: null, alerts: null, concerns: null, quarantine: null, sources: null } as const;
const ENTRIES = { episode: { Episode: [{ name: 'id', key: 'id' }] }, child: { Child: [] }, lastEpisodes: null, sources: false, course: false };

/** What asks for a discussion on the child's open episodes, as somebody reads the briefing. */
async function asked(who = 'nia', now = MORNING): Promise<readonly StrategyCheck[]> {
  const { missing } = await readBriefing({ gate: hub.gate, directory: hub.services.directory() }, actor(who).viewer, { ...NOTHING_ELSE, authority: 'northmere', now, entries: ENTRIES });
  return missing.map(({ strategy }) => strategy);
}
const reasons = async (who?: string, now?: number): Promise<string[]> => (await asked(who, now)).flatMap((check) => check.reasons);
const missedAgain = (nth: number, since: string, risk = 'Medium'): Promise<unknown> =>
  hub.tell(aMissing({ 'Report/MisperId': `MP-${String(nth)}`, 'Header/MessageId': `M-${String(nth)}-${risk}`, 'Header/SentAt': since, 'Report/MissingSince': since, 'Report/CurrentRiskLevel': risk }));
async function discussed(episode: number, at: number): Promise<void> {
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode order by missing_from_at limit 1 offset $1', [episode]);
  await recordCaseRecord(hub.services, actor('sal'), { key: randomUUID(), episode: found?.id ?? '', record: 'STRATEGY_DISCUSSION', at: new Date(at).toISOString(), outcome: 'Invented.', present: ['ren'] }, MORNING + 60 * MINUTE);
}

test('high risk asks for a discussion, and its record ends it, for whoever reads what was held (Birmingham)', async () => {
  await missedAgain(2, '2025-11-20T05:00:00Z');
  expect(await reasons()).toEqual([]);
  await missedAgain(2, '2025-11-20T06:00:00Z', 'High');
  expect(await reasons()).toEqual(['missing at HIGH risk']);
  await discussed(1, MORNING - 5 * MINUTE);
  expect(await reasons()).toEqual([]);
});

test('three episodes in 30 days are discussed once after the third began, and again when a fourth begins', async () => {
  await missedAgain(2, '2025-11-10T20:00:00Z');
  await missedAgain(3, '2025-11-14T20:00:00Z');
  const thrice = '3 episodes began in the last 30 days';
  expect(new Set(await reasons())).toEqual(new Set([thrice]));
  await discussed(1, Date.parse('2025-11-15T09:00:00Z'));
  expect(new Set(await reasons())).toEqual(new Set([thrice]));
  await discussed(2, MORNING - 5 * MINUTE);
  expect(await reasons()).toEqual([]);
  await missedAgain(4, '2025-11-20T08:30:00Z');
  expect(new Set(await reasons('nia', MORNING + 60 * MINUTE))).toEqual(new Set(['4 episodes began in the last 30 days']));
});
