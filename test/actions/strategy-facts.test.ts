import { randomUUID } from 'node:crypto';
import { recordPlacement } from '../../src/actions/record-placement.ts';
import { asWriter } from '../../src/store/database.ts';
import { strategyFacts } from '../../src/store/write/strategy-facts.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
let episode: string;
beforeAll(async () => {
  hub = await aDecidingHub();
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode');
  episode = found?.id ?? '';
  await recordPlacement(hub.services, actor('bea'), { key: randomUUID(), child: hub.child, from: '2025-11-01', urn: 'SC900002' }, MORNING);
  await hub.ingest.rows('update child set legal_status = null');
});
afterAll(() => hub.close());

const PLACEMENT = { Child: [{ name: 'placement', key: 'placement', sub: { Placement: [{ name: 'id', key: 'id' }] } }] };
const placedByTheGate = async (): Promise<boolean> => {
  const row = await hub.gate.row(actor('sia').viewer, { root: { name: 'child', id: hub.child }, wanted: PLACEMENT, operation: { name: 'ATest', hash: 'a hash' }, now: MORNING });
  return (row?.['placement'] ?? null) !== null;
};

test.each<[string, readonly (string | null)[], boolean]>([
  ['began before', ['2025-11-01T00:00:00Z', null], true],
  ['ends later', ['2025-11-01T00:00:00Z', '2025-11-28T00:00:00Z'], true],
  ['has ended', ['2025-11-01T00:00:00Z', '2025-11-19T00:00:00Z'], false],
  ['begins later', ['2025-11-28T00:00:00Z', null], false],
])('a child whose placement %s is looked after for a strategy discussion as the briefing shows it', async (_, stretch, placed) => {
  await hub.ingest.rows('update placement set from_at = $1::timestamptz, until_at = $2::timestamptz', stretch);
  const facts = await asWriter(hub.services.database, (em) => strategyFacts(em, episode, MORNING));
  expect({ facts: facts?.lookedAfter, gate: await placedByTheGate() }).toEqual({ facts: placed, gate: placed });
});
