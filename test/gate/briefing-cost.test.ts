import { randomUUID } from 'node:crypto';
import { briefingWanted } from '../../src/actions/briefing-wanted.ts';
import { PlanCache } from '../../src/gate/plan-cache.ts';
import type { WantedTree } from '../../src/gate/read-request.ts';
import { valuesOf } from '../../src/gate/root-values.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import { housePolicy } from '../../src/policy/policy.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, fields, NOW } from './a-gate.ts';
import { aChild, aPlacement, aWorld, factsOf, moment, put, type AThingOfAChild, type Rows, type World } from './a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from './case-of-a-child.ts';
import { anOffer, aReturnInterview } from './told-of-a-child.ts';

const DAY = 86_400_000;
const AUTHORITY = 'authority';
const OPEN = 20;

const STANDING = { responsible: [AUTHORITY], forces: ['force'] };
/** As many past episodes as an entry shows. */
const SHOWN = 5;
const WHOLE = briefingWanted({ episode: {}, child: {}, lastEpisodes: { Episode: fields('id') }, sources: false, course: true }, NOW);
const TABLES = ['child', 'placement', 'episode', 'offer', 'interview', 'interview_full', 'return_step', 'case_record', 'concern', 'case_action'];

/** The past of a child: episodes that ended weeks apart. */
const history = (child: string, from: number, count: number): Rows[] => Array.from({ length: count }, (_, nth) => ofAnEpisode(child, NOW - (from + nth + 1) * 40 * DAY)).flat();

/** All that an entry is made of, of an episode still open or back at this instant. */
function ofAnEpisode(child: string, back: number | null): Rows[] {
  const [id, since] = [randomUUID(), new Date((back ?? NOW) - DAY).toISOString()];
  const returned = back === null ? null : new Date(back).toISOString();
  const told = (columns: Record<string, unknown>): AThingOfAChild => ({ id: randomUUID(), child, standing: STANDING, columns });
  const base = { id, kind: 'MISSING', risk_changes: [], status_changes: [], police_references: [], record_ids: [id], missing_since: moment(since), missing_from_at: since };
  return [
    { episode: { ...base, is_open: back === null, status: back === null ? 'MISSING' : 'RETURNED', returned_until_at: returned, ...factsOf(child, STANDING) } },
    anOffer(told({ attempts: [], episode_ids: [id], offered_from_at: since })),
    aReturnStep(told({ episode: id, done_from_at: since })),
    ...aReturnInterview(told({ episode_ids: [id], held_from_at: since })),
    aCaseRecord({ ...told({ episode: id, done_from_at: since }), originator: AUTHORITY }),
    aConcern({ ...told({ heard_from_at: since, written_at: since }), originator: AUTHORITY }),
    aCaseAction({ ...told({ due: since }), owner: AUTHORITY }),
    aPlacement(told({ from_at: since, until_at: returned ?? '2027-01-01T00:00:00Z' })),
  ];
}

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

describe('the cost of the briefing', () => {
  let db: TestDatabase;
  let world: World;

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    await putEpisodes(OPEN, (n) => ({ is_open: true, status: 'MISSING', missing_from_at: new Date(NOW - n * DAY).toISOString() }));
    await putEpisodes(OPEN, (n) => closed(NOW - n * 60_000));
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  it('does not grow with the history of closed episodes', async () => {
    const before = await rowsTouched();
    await putEpisodes(20_000, (n) => closed(NOW - (n + 2) * DAY));
    await world.client.query('analyze');
    const after = await rowsTouched();
    expect(before).toBeGreaterThanOrEqual(2 * OPEN);
    expect(after).toBeLessThanOrEqual(before * 2);
  });

  it('does not grow with the history of the children on it, the whole course of each included', async () => {
    const children = Array.from({ length: OPEN }, () => randomUUID());
    await put(world, children.flatMap((child) => [aChild({ id: child, standing: STANDING }), ...ofAnEpisode(child, null), ...history(child, 0, SHOWN)]));
    await world.client.query('analyze');
    const before = await rowsTouched(WHOLE, TABLES);
    await put(world, children.flatMap((child) => history(child, SHOWN, 20)));
    await world.client.query('analyze');
    expect(before).toBeGreaterThan(OPEN * SHOWN);
    expect(await rowsTouched(WHOLE, TABLES)).toBeLessThanOrEqual(before * 1.2);
  });

  const closed = (returned: number): Record<string, unknown> => ({
    is_open: false,
    status: 'RETURNED',
    missing_from_at: new Date(returned - DAY).toISOString(),
    returned_until_at: new Date(returned).toISOString(),
  });

  async function putEpisodes(count: number, columns: (n: number) => Record<string, unknown>): Promise<void> {
    const rows = Array.from({ length: count }, (_, n) => {
      const id = randomUUID();
      const base = { id, kind: 'MISSING', risk_changes: [], status_changes: [], police_references: [], record_ids: [id] };
      return { episode: { ...base, ...columns(n), ...factsOf(randomUUID(), { responsible: [AUTHORITY], forces: ['force'] }) } };
    });
    await put(world, rows);
    await world.client.query('analyze');
  }

  /** How many episode rows the database looked at, indexes included. */
  async function rowsTouched(wanted: WantedTree = { Episode: fields('id', 'risk', 'status') }, looksAt = ['episode']): Promise<number> {
    const request = asking({ name: 'briefing', authority: AUTHORITY, returnedSince: NOW - DAY } as const, wanted);
    const { plan, lists } = new PlanCache(housePolicy()).plan('HUB_COORDINATOR', request, false);
    const now = new Date(NOW).toISOString();
    const values = plan?.statement.fill({ ...valuesOf(request.root), lists, agency: AUTHORITY, now }) ?? [];
    const client = await db.database.pool.connect();
    try {
      await client.query('begin; set local role homeward_reader');
      await client.query(`select set_config('app.agency', $1, true), set_config('app.ceiling', $2, true), set_config('app.now', $3, true)`, [
        AUTHORITY,
        `{${ceilingOf('HUB_COORDINATOR').join(',')}}`,
        now,
      ]);
      // As the gate runs it: one plan for whatever values.
      await client.query(`set local plan_cache_mode = 'force_generic_plan'; prepare briefing as ${plan?.statement.text ?? ''}`);
      const literals = values.map((value) => client.escapeLiteral(String(value))).join(', ');
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, format json) execute briefing (${literals})`);
      await client.query('deallocate briefing');
      return rows.flatMap((row) => nodes(row['QUERY PLAN'][0].Plan)).reduce((sum, node) => sum + touched(node, looksAt), 0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const touched = (node: PlanNode, looksAt: readonly string[]): number =>
    looksAt.includes(node['Relation Name'] ?? '') || node['Index Name'] !== undefined
      ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0))
      : 0;
});
