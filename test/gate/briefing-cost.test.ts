import { randomUUID } from 'node:crypto';
import { PlanCache } from '../../src/gate/plan-cache.ts';
import { valuesOf } from '../../src/gate/root-values.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import { housePolicy } from '../../src/policy/policy.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, fields, NOW } from './a-gate.ts';
import { aWorld, factsOf, put, type World } from './a-world.ts';

const DAY = 86_400_000;
const AUTHORITY = 'authority';
const OPEN = 20;

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
  async function rowsTouched(): Promise<number> {
    const request = asking({ name: 'briefing', authority: AUTHORITY, returnedSince: NOW - DAY } as const, { Episode: fields('id', 'risk', 'status') });
    const { plan } = new PlanCache(housePolicy()).plan('HUB_COORDINATOR', request, false);
    const now = new Date(NOW).toISOString();
    const values = plan?.statement.fill({ ...valuesOf(request.root), lists: [], agency: AUTHORITY, now }) ?? [];
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
      return rows.flatMap((row) => nodes(row['QUERY PLAN'][0].Plan)).reduce((sum, node) => sum + touched(node), 0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  const nodes = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const touched = (node: PlanNode): number =>
    node['Relation Name'] === 'episode' || node['Index Name'] !== undefined
      ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0))
      : 0;
});
