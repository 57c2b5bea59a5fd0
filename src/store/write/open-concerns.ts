import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConcernKind } from '../../domain/interview/return-steps.ts';
import type { Risk } from '../../domain/observation/observation.ts';
import { CONCERN_NOTICE } from '../../domain/workflow/concern-notice.ts';
import { execute } from '../database.ts';
import { waitingOf, type Waiting } from './waiting-alerts.ts';

/** A concern that nobody has answered, and before whom it is. */
export interface OpenConcern extends Waiting {
  readonly id: string;
  /** The child it is shown of, and the person record it was raised of. */
  readonly child: string;
  readonly person: string;
  readonly concern: ConcernKind;
  readonly risk: Risk;
  /** `person@agency`. */
  readonly by: string;
  /** In which role they raised it. */
  readonly role: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
}

/** The concerns of these children that are before somebody and that nobody has answered yet. */
export async function openConcerns(em: EntityManager, children: readonly string[]): Promise<readonly OpenConcern[]> {
  return children.length === 0 ? [] : execute<OpenConcern>(
    em,
    `select c.id, c.child_id as child, d.child as person, c.concern, c.risk, c.by, d.role, (extract(epoch from d.at) * 1000)::float8 as "raisedAt", c.restricted, w.alerts
     from (${waitingOf('$1', '$2')}) w join concern c on c.id = w.about join decision d on d.id = c.id where c.answered_at is null order by c.written_at, c.id`,
    [children, CONCERN_NOTICE],
  );
}

/** Of whom allegations of a child, by the id they are shown under, are made, as long as nobody has answered them: `person@agency`. */
export async function allegedUnanswered(em: EntityManager, child: string): Promise<readonly { readonly concern: string; readonly alleged: readonly string[] }[]> {
  return execute(
    em,
    `select c.id as concern, d.payload -> 'alleged' as alleged from concern c join decision d on d.id = c.id
     where c.child_id = $1::uuid and c.answered_at is null and d.payload -> 'alleged' is not null order by c.id`,
    [child],
  );
}
