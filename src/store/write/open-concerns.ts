import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConcernKind } from '../../domain/interview/return-steps.ts';
import type { Risk } from '../../domain/observation/observation.ts';
import { execute } from '../database.ts';

/** A concern that nobody has answered, and before whom it is. */
export interface OpenConcern {
  readonly id: string;
  readonly concern: ConcernKind;
  readonly risk: Risk;
  /** `person@agency`. */
  readonly by: string;
  /** In which role they raised it. */
  readonly role: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
  /** Whom each step of its alerts is before. */
  readonly before: readonly (readonly string[])[];
}

/** The concerns of a child, by the id they are shown under, that nobody has answered yet. */
export async function openConcerns(em: EntityManager, child: string): Promise<readonly OpenConcern[]> {
  return execute<OpenConcern>(
    em,
    `select c.id, c.concern, c.risk, c.by, d.role, (extract(epoch from d.at) * 1000)::float8 as "raisedAt",
       coalesce((select json_agg(n."to" order by n.step) from briefing_notice n where n.about = c.id and n.alert is not null and n.acknowledged_at is null), '[]') as before
     from concern c join decision d on d.id = c.id where c.child_id = $1::uuid and c.answered_at is null order by c.written_at, c.id`,
    [child],
  );
}
