import { sql } from 'kysely';
import type pg from 'pg';
import { personAt } from '../../src/domain/sharing/audience.ts';
import type { StoredRow } from '../../src/gate/layout.ts';
import { planRead } from '../../src/gate/plan-read.ts';
import type { Family } from '../../src/policy/attributes.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { asking, everythingOf, NOW, ofEveryType } from './a-gate.ts';

/** The second wall's settings, as the gate makes them for a viewer. */
export function settingsOf({ agency, person, role }: Viewer, now = NOW): Record<string, string> {
  return { agency, person, role, ceiling: `{${ceilingOf(role).join(',')}}`, now: new Date(now).toISOString() };
}

/** Runs the work as the reader, under these settings only, and takes everything back. */
export async function asReader<T>(client: pg.ClientBase, settings: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local role homeward_reader');
    for (const [name, value] of Object.entries(settings)) {
      await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    }
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** Every row of a family with every attribute in it, as the policy's statement gives them: by attribute name. */
export async function everyRow(client: pg.ClientBase, policy: Policy, { viewer, family }: { viewer: Viewer; family: Family }): Promise<Map<string, Record<string, unknown>>> {
  const request = asking({ name: 'sources' }, ofEveryType(family, everythingOf(family)));
  const root = { family, operation: 'read', shape: '', where: () => sql`true`, order: (row: string) => sql.ref(`${row}.id`), page: null, steady: false } as const;
  const plan = planRead({ policy, role: viewer.role, request, root, hasCursor: false, lists: new Map() });
  if (plan === null) {
    return new Map();
  }
  const values = plan.statement.fill({ agency: viewer.agency, person: personAt(viewer.person, viewer.agency), now: new Date(NOW).toISOString(), lists: [] });
  const { rows } = await client.query<{ rows: string }>(plan.statement.text, values);
  const stored = JSON.parse(rows[0]?.rows ?? '[]') as StoredRow[];
  const named = (row: StoredRow): Record<string, unknown> =>
    Object.fromEntries(plan.layout.types.flatMap(({ pieces }) => pieces).flatMap((piece) => ('column' in piece && piece.column !== null ? [[piece.field.name, row[piece.column]]] : [])));
  return new Map(stored.map((row) => [row[1], named(row)]));
}
