import type { EntityManager } from '@mikro-orm/postgresql';
import type { NamedPerson } from '../../domain/interview/interview-words.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { execute } from '../database.ts';

/** Whom an item of intelligence names. */
export async function peopleInIntelligence(em: EntityManager, id: string): Promise<readonly NamedPerson[]> {
  const [row] = await execute<{ people: string }>(em, 'select named_people::text as people from intelligence_content where id = $1::uuid', [id]);
  // Written by the fold from a checked payload.
  return row === undefined ? [] : (JSON.parse(row.people) as NamedPerson[]);
}

/** Who wrote an item in the hub or changed it since, as `person@agency`; nobody of one that came in a file. */
export async function whoWroteIntelligence(em: EntityManager, id: string): Promise<readonly string[]> {
  const rows = await execute<{ by: string }>(
    em,
    `select distinct d.received_by as by from observation o join source_document d on d.id = o.document
     where o.record = $1::uuid and o.kind = 'intelligence' and o.system = '${HUB_SYSTEM}' order by by`,
    [id],
  );
  return rows.map(({ by }) => by);
}

/** Tables of what is written for homes and carers, who read it as soon as it names nobody. */
export type WrittenForCarers = 'return_step' | 'case_action' | 'safety_note';

/** Does a text for a home or a carer name nobody and no place that the hub knows round the child? What stands no more tells nobody. */
export async function tellsNobody(em: EntityManager, table: WrittenForCarers, id: string): Promise<boolean> {
  const waiting = await execute(em, `select from ${table} where id = $1::uuid and tells_nobody = 'NO'`, [id]);
  return waiting.length === 0;
}

/** Is there an approved text of this interview for the audience, or for this one recipient of it? */
export async function hasApprovedText(em: EntityManager, of: { readonly interview: string; readonly audience: string; readonly recipient: string | null }): Promise<boolean> {
  const rows = await execute(
    em,
    `select from redaction where interview = $1::uuid and audience = $2 and recipient is not distinct from $3 and state = 'APPROVED' limit 1`,
    [of.interview, of.audience, of.recipient],
  );
  return rows.length > 0;
}
