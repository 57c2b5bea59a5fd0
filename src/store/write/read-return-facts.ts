import type { EntityManager } from '@mikro-orm/postgresql';
import { FACTS } from '../../policy/facts.ts';
import { execute } from '../database.ts';
import { factSql } from './read-facts.ts';

/** The families a child's returns stand in, each by its table. */
const TABLES = { Offer: 'offer', ReturnInterview: 'interview', ReturnStep: 'return_step', CaseRecord: 'case_record', Concern: 'concern', CaseAction: 'case_action', PlacementAgreement: 'placement_agreement' } as const;
export type ReturnFamily = keyof typeof TABLES;

/** A row of a child's returns by its shown id, with its facts at one instant. */
export interface ReturnRowFacts {
  readonly id: string;
  readonly facts: object;
}

/** Every row of one family that a child's returns have, with the facts the policy asks of it. */
export async function factsOfReturns(em: EntityManager, family: ReturnFamily, { child, now }: { readonly child: string; readonly now: number }): Promise<readonly ReturnRowFacts[]> {
  const facts = Object.entries(FACTS[family]).map(([name, kind]) => `'${name}', ${factSql(name, kind)}`);
  const rows = await execute<{ read: string }>(
    em,
    `select json_build_object('id', r.id, 'facts', json_build_object(${facts.join(', ')}))::text as read
     from ${TABLES[family]} r where r.child_id = $1::uuid and $2::timestamptz is not null`,
    [child, new Date(now).toISOString()],
  );
  // The statement above builds exactly this.
  return rows.map(({ read }) => JSON.parse(read) as ReturnRowFacts);
}
