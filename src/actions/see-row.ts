import { HubError } from '../domain/errors.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { Family } from '../policy/attributes.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { mayDo } from '../policy/may-do.ts';
import type { Writing } from '../store/database.ts';
import { subjectOf } from '../store/write/hub-statement-store.ts';
import {
  factsOfAction,
  factsOfCaseRecord,
  factsOfChild,
  factsOfConcern,
  factsOfEpisode,
  factsOfIntelligence,
  factsOfInterview,
  factsOfNote,
  factsOfOffer,
  factsOfRedaction,
  type RowFacts,
} from '../store/write/read-facts.ts';
import { factsOfTransmission } from '../store/write/transmissions/facts-of-transmission.ts';
import type { Scene } from './perform.ts';

const READS = {
  Child: factsOfChild,
  Episode: factsOfEpisode,
  Offer: factsOfOffer,
  ReturnInterview: factsOfInterview,
  IntelligenceItem: factsOfIntelligence,
  SafetyNote: factsOfNote,
  Concern: factsOfConcern,
  CaseAction: factsOfAction,
  CaseRecord: factsOfCaseRecord,
  Redaction: factsOfRedaction,
  Transmission: factsOfTransmission,
} as const satisfies Partial<Record<Family, (em: Writing, id: string, now: number) => Promise<RowFacts<object> | null>>>;
type Acting = keyof typeof READS;
export type Row<F extends Acting> = NonNullable<Awaited<ReturnType<(typeof READS)[F]>>>;

/** A row the actor can see, and the person record of its child that what is done to it is filed under. */
export type Seen<F extends Acting> = Row<F> & { readonly person: string };

/** The row of this id; one that is not there and one the actor cannot see are the same. */
export async function seeRow<F extends Acting>(scene: Scene, family: F, id: string): Promise<Seen<F>> {
  // Each family is read by its own function above.
  const read = READS[family] as (em: Writing, id: string, now: number) => Promise<Row<F> | null>;
  const row = looksLikeId(id) ? await read(scene.em, id, scene.now) : null;
  if (row === null || readableAttributes(abilityOf(scene.actor.viewer), family, row.facts).size === 0) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  return { ...row, person: await personOf(scene, row, id) };
}

/** What the actor sees they may also act on; `besides` are facts of the moment, such as whether they are trained. */
export function mustBeAllowed(scene: Scene, family: Family, facts: object): void {
  if (!mayDo(scene.actor.viewer, scene.action, { family, facts })) {
    const why = isForResponsible(scene, family, facts) ? 'Only the authority responsible for the child does this, and yours is not: ask its service to.' : 'Your role does not include this here.';
    throw new HubError('FORBIDDEN', why);
  }
}

/** Would the same role do it at the authority whose child it is? Told to nobody who does not read whose it is. */
function isForResponsible({ actor: { viewer }, action }: Scene, family: Family, facts: Partial<ChildFacts>): boolean {
  const responsible = readableAttributes(abilityOf(viewer), 'Child', facts).has('responsibleAuthorities') ? (facts.responsible ?? []) : [];
  return !responsible.includes(viewer.agency) && responsible.some((agency) => mayDo({ ...viewer, agency }, action, { family, facts }));
}

/** The row an edit names, or the child of a new statement; an edit is judged by what it changes, and stays with its child. */
export async function seeToState<F extends Acting>(scene: Scene, family: F, { id, child }: { readonly id: string | null; readonly child: string }): Promise<Seen<F> | Seen<'Child'>> {
  if (id === null) {
    return seeToAct(scene, 'Child', child);
  }
  const row = await seeToAct(scene, family, id);
  if (row.child !== child && !row.childRecords.includes(child)) {
    throw new HubError('BAD_INPUT', '"child" is not the child this was recorded of. Send the id of that child.');
  }
  return row;
}

/** The row of this id, seen and allowed to be acted on. */
export async function seeToAct<F extends Acting>(scene: Scene, family: F, id: string): Promise<Seen<F>> {
  const row = await seeRow(scene, family, id);
  mustBeAllowed(scene, family, row.facts);
  return row;
}

/** Where the child is shown for several person records, what is done follows the one that was named, or that of the record. */
async function personOf({ em }: Scene, { child, childRecords }: RowFacts<object>, id: string): Promise<string> {
  const subject = (await subjectOf(em, id)) ?? id;
  return childRecords.includes(subject) ? subject : child;
}
