import type { EntityManager } from '@mikro-orm/postgresql';
import type { Risk } from '../../domain/observation/observation.ts';
import type { Audience } from '../../domain/sharing/audience.ts';
import type { Family } from '../../policy/attributes.ts';
import { FACTS, type ChildFacts, type FactKind } from '../../policy/facts.ts';
import { execute } from '../database.ts';

/** What is true of an interview's row at one instant. */
export interface InterviewFacts extends ChildFacts {
  readonly heldBy: string;
  readonly shared: readonly string[];
}
/** What is true of an item of intelligence at one instant. */
export interface IntelligenceFacts extends ChildFacts {
  readonly origin: string;
  readonly handling: string;
  readonly recipients: readonly string[];
  readonly originator: string;
  readonly area: string;
  readonly groups: readonly string[];
  readonly topic: string;
  readonly sanitised: 'YES' | 'NO';
  readonly released: 'YES' | 'NO';
}
/** What is true of a safety note at one instant. */
export interface NoteFacts extends ChildFacts {
  readonly recipient: string;
  readonly approved: 'YES' | 'NO';
}

/** What is true of a concern at one instant. */
export interface ConcernFacts extends ChildFacts {
  /** The agency that raised it. */
  readonly originator: string;
  /** Whom it has come to: `<role>:<agency>` or `person@agency`. */
  readonly addressed: readonly string[];
}
/** What is true of an action at one instant. */
export interface ActionFacts extends ChildFacts {
  readonly owner: string;
  /** The owner, while they have a part in the child and are let read it. */
  readonly doer: readonly string[];
  /** Does it come from a concern? */
  readonly ofConcern: 'YES' | 'NO';
}
/** What is true of what one agency wrote of a child. */
export interface WrittenFacts extends ChildFacts {
  readonly originator: string;
}

/** One row's facts as they are at an instant, in the form in which the policy asks them in memory. */
export interface RowFacts<F> {
  /** The id the row is shown under. */
  readonly id: string;
  /** The id its child is shown under. */
  readonly child: string;
  /** The child's person records. */
  readonly childRecords: readonly string[];
  readonly facts: F;
}
export interface EpisodeRow extends RowFacts<ChildFacts> {
  readonly episodeRecords: readonly string[];
}
export interface OfferRow extends RowFacts<ChildFacts> {
  readonly revision: number;
  readonly episodes: readonly string[];
}
export interface InterviewRow extends RowFacts<InterviewFacts> {
  /** The interview's record and those of the offers it followed. */
  readonly records: readonly string[];
  readonly state: string;
  readonly contentHash: string;
  readonly revision: number;
  readonly episodes: readonly string[];
  readonly interviewer: string | null;
}
export interface IntelligenceRow extends RowFacts<IntelligenceFacts> {
  readonly revision: number;
  readonly interview: string | null;
}
export interface NoteRow extends RowFacts<NoteFacts> {
  readonly revision: number;
  readonly by: string;
  readonly acknowledged: boolean;
}
export interface ConcernRow extends RowFacts<ConcernFacts> {
  readonly risk: Risk;
  readonly revision: number;
  readonly answered: boolean;
}
export interface ActionRow extends RowFacts<ActionFacts> {
  readonly revision: number;
  readonly comesFrom: string | null;
}
export interface CaseRecordRow extends RowFacts<WrittenFacts> {
  readonly revision: number;
  /** The concern it is of. */
  readonly concern: string | null;
}
export interface RedactionRow extends RowFacts<InterviewFacts> {
  readonly interview: string;
  readonly state: string;
  readonly audience: Audience;
  readonly recipient: string | null;
  readonly author: string;
  readonly approver: string | null;
  readonly revision: number;
  readonly text: string;
  /** The interview as the text was made from it, and as it is now. */
  readonly madeFrom: string;
  readonly contentHash: string;
}

/** The child shown for a person record. */
export function factsOfChild(em: EntityManager, recordId: string, now: number): Promise<RowFacts<ChildFacts> | null> {
  return readOne(em, { family: 'Child', table: 'child', found: 'r.record_ids @> array[$1::uuid]' }, { id: recordId, now });
}

/** The episode shown for an episode record. */
export function factsOfEpisode(em: EntityManager, recordId: string, now: number): Promise<EpisodeRow | null> {
  const besides = { episodeRecords: 'r.record_ids' };
  return readOne(em, { family: 'Episode', table: 'episode', found: 'r.record_ids @> array[$1::uuid]', besides }, { id: recordId, now });
}

/** The episodes shown under these ids. */
export async function factsOfEpisodes(em: EntityManager, shown: readonly string[], now: number): Promise<ReadonlyMap<string, RowFacts<ChildFacts>>> {
  const rows = await readAll<RowFacts<ChildFacts>>(em, { family: 'Episode', table: 'episode', found: 'r.id = any ($1::uuid[])' }, { id: shown, now });
  return new Map(rows.map((row) => [row.id, row]));
}

/** One offer. */
export function factsOfOffer(em: EntityManager, recordId: string, now: number): Promise<OfferRow | null> {
  const besides = { revision: 'r.revision', episodes: 'r.episode_ids' };
  return readOne(em, { family: 'Offer', table: 'offer', found: 'r.id = $1::uuid', besides }, { id: recordId, now });
}

/** The interview shown for the record of an interview, or of the offer it followed. */
export function factsOfInterview(em: EntityManager, recordId: string, now: number): Promise<InterviewRow | null> {
  const whole = 'from interview_full w where w.id = r.id';
  const besides = {
    records: 'r.record_ids',
    state: 'r.state',
    contentHash: `(select w.content_hash ${whole})`,
    revision: `(select w.revision ${whole})`,
    interviewer: `(select w.interviewer ${whole})`,
    episodes: 'r.episode_ids',
  };
  return readOne(em, { family: 'ReturnInterview', table: 'interview', found: 'r.record_ids @> array[$1::uuid]', besides }, { id: recordId, now });
}

/** One item of intelligence. */
export function factsOfIntelligence(em: EntityManager, recordId: string, now: number): Promise<IntelligenceRow | null> {
  const besides = { revision: '(select c.revision from intelligence_content c where c.id = r.id)', interview: 'r.interview' };
  return readOne(em, { family: 'IntelligenceItem', table: 'intelligence', found: 'r.record_ids @> array[$1::uuid]', besides }, { id: recordId, now });
}

/** One safety note, by its decision. */
export function factsOfNote(em: EntityManager, id: string, now: number): Promise<NoteRow | null> {
  const besides = { revision: 'r.revision', by: 'r.by', acknowledged: 'r.acknowledged_at is not null' };
  return readOne(em, { family: 'SafetyNote', table: 'safety_note', found: 'r.id = $1::uuid', besides }, { id, now });
}

/** One concern, by its decision. */
export function factsOfConcern(em: EntityManager, id: string, now: number): Promise<ConcernRow | null> {
  return readOne(em, { family: 'Concern', table: 'concern', found: 'r.id = $1::uuid', besides: { risk: 'r.risk', revision: 'r.revision', answered: 'r.answered_at is not null' } }, { id, now });
}

/** One action, by its decision. */
export function factsOfAction(em: EntityManager, id: string, now: number): Promise<ActionRow | null> {
  return readOne(em, { family: 'CaseAction', table: 'case_action', found: 'r.id = $1::uuid', besides: { revision: 'r.revision', comesFrom: 'r.comes_from' } }, { id, now });
}

/** One record beside the interview, by the decision that stands. */
export function factsOfCaseRecord(em: EntityManager, id: string, now: number): Promise<CaseRecordRow | null> {
  return readOne(em, { family: 'CaseRecord', table: 'case_record', found: 'r.id = $1::uuid', besides: { revision: 'r.revision', concern: 'r.concern' } }, { id, now });
}

/** One proposed text, by its decision. */
export function factsOfRedaction(em: EntityManager, id: string, now: number): Promise<RedactionRow | null> {
  const besides = {
    ...Object.fromEntries(['interview', 'state', 'audience', 'recipient', 'author', 'approver', 'revision', 'text'].map((name) => [name, `r.${name}`])),
    madeFrom: `(select d.payload ->> 'madeFrom' from decision d where d.id = r.id)`,
    contentHash: '(select w.content_hash from interview_full w where w.id = r.interview)',
  };
  return readOne(em, { family: 'Redaction', table: 'redaction', found: 'r.id = $1::uuid', besides }, { id, now });
}

/** What is true of a pair that may be one child. */
export type ReviewFacts = Pick<ChildFacts, 'responsible' | 'candidates' | 'restricted' | 'named'>;

/** The facts of a pair that may be one child; null where it is none. */
export async function factsOfReview(em: EntityManager, id: string, now: number): Promise<ReviewFacts | null> {
  const facts = Object.entries(FACTS.MatchReview).map(([name, kind]) => `'${name}', ${factSql(name, kind)}`);
  const [row] = await execute<{ read: string }>(em, `select json_build_object(${facts.join(', ')})::text as read from match_review r where r.id = $1::uuid and $2::timestamptz is not null`, [
    id,
    new Date(now).toISOString(),
  ]);
  return row === undefined ? null : (JSON.parse(row.read) as ReviewFacts);
}

interface Asked {
  readonly family: Family;
  readonly table: string;
  readonly found: string;
  /** What is read with the facts, by name. */
  readonly besides?: Readonly<Record<string, string>>;
}

async function readOne<Row>(em: EntityManager, asked: Asked, one: { readonly id: string; readonly now: number }): Promise<Row | null> {
  const [row] = await readAll<Row>(em, { ...asked, found: `${asked.found} limit 1` }, one);
  return row ?? null;
}

/** The names a caller reads are those of the statement above; every fact column is written by the fold and never null. */
async function readAll<Row>(em: EntityManager, { family, table, found, besides = {} }: Asked, { id, now }: { readonly id: string | readonly string[]; readonly now: number }): Promise<Row[]> {
  const facts = Object.entries(FACTS[family]).map(([name, kind]) => `'${name}', ${factSql(name, kind)}`);
  const others = Object.entries(besides).map(([name, sql]) => `'${name}', ${sql}`);
  const rows = await execute<{ read: string }>(
    em,
    `select json_build_object('id', r.id, 'child', r.child_id,
       'childRecords', (select coalesce(c.record_ids, '{}') from child c where c.id = r.child_id),
       ${[...others, `'facts', json_build_object(${facts.join(', ')})`].join(', ')})::text as read
     from ${table} r where ${found}`,
    [id, new Date(now).toISOString()],
  );
  return rows.map(({ read }) => JSON.parse(read) as Row);
}

/** A fact as it is at the instant `$2`. */
export function factSql(fact: string, kind: FactKind): string {
  const column = `r.${fact.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  switch (kind) {
    case 'relation':
      return `array(select held.by from unnest(${column}, ${column}_during) as held(by, during) where held.during @> $2::timestamptz order by 1)`;
    case 'period':
      return `case when ${column}_during @> $2::timestamptz then 'YES' else 'NO' end`;
    case 'set':
    case 'word':
      return column;
  }
}
