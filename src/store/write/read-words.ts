import type { EntityManager } from '@mikro-orm/postgresql';
import { LOCATING_FORM } from '../../domain/interview/interview-form.ts';
import type { NamedPerson } from '../../domain/interview/interview-words.ts';
import type { Naming } from '../../domain/redaction/names-left-in.ts';
import { execute } from '../database.ts';

const column = (question: string): string => question.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const LOCATING = Object.keys(LOCATING_FORM).map((question) => `'${question}', coalesce(${column(question)}, '{}')`);
const NAMED = `'namedPeople', coalesce(named_people, '[]'::json)`;

/** Who and where an interview names. */
export async function wordsOfInterview(em: EntityManager, id: string): Promise<Naming | null> {
  return (await namedWords(em, 'id = $1::uuid', id)).get(id) ?? null;
}

/** Who and where each interview with a child names, by the interview's shown id. */
export async function wordsOfInterviews(em: EntityManager, child: string): Promise<ReadonlyMap<string, Naming>> {
  return namedWords(em, 'child_id = $1::uuid', child);
}

/** Whom an item of intelligence names. */
export async function peopleInIntelligence(em: EntityManager, id: string): Promise<readonly NamedPerson[]> {
  const [row] = await execute<{ people: string }>(em, 'select named_people::text as people from intelligence_content where id = $1::uuid', [id]);
  // Written by the fold from a checked payload.
  return row === undefined ? [] : (JSON.parse(row.people) as NamedPerson[]);
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

async function namedWords(em: EntityManager, where: string, id: string): Promise<ReadonlyMap<string, Naming>> {
  const rows = await execute<{ id: string; words: string }>(
    em,
    `select id, json_build_object('answers', json_build_object(${NAMED}), 'locating', json_build_object(${LOCATING.join(', ')}))::text as words
     from interview_full where ${where}`,
    [id],
  );
  // Written by the fold from checked payloads.
  return new Map(rows.map((row) => [row.id, JSON.parse(row.words) as Naming]));
}
