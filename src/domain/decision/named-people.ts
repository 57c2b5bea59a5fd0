import { surelyYoungerUntil } from '../child/coming-of-age.ts';
import { mergedPeriods } from '../fold/periods.ts';
import type { NamedAs, Relation } from '../fold/relation.ts';
import type { SourcedFields } from '../fold/sourced.ts';
import { HOUR } from '../interval/durations.ts';
import { overlapOf, without, type Stretch } from '../interval/stretch.ts';
import type { PersonPayload } from '../observation/observation.ts';
import { agencyOfPerson } from '../sharing/audience.ts';
import type { Decision, DecisionOf, Relationship } from './decision.ts';
import { ofKind, type FiledDecisions } from './standing-decisions.ts';

/** Emergency access lasts no longer, whatever was asked for. */
export const EMERGENCY_LASTS = 4 * HOUR;
const ADULT = 18;
/** From this age on a child who lives independently decides whether a parent is told. */
const OWN_SAY = 16;
const NAMED_AS: Readonly<Partial<Record<Relationship, NamedAs>>> = {
  SOCIAL_WORKER: 'SOCIAL_WORKER',
  LEAD_PRACTITIONER: 'SOCIAL_WORKER',
  DECISION_MAKER: 'DECISION_MAKER',
  IRO: 'IRO',
  CP_COORDINATOR: 'CP_COORDINATOR',
  CARER: 'CARER',
};

/** What is known of the child beside the decisions. */
export interface KnownOfChild {
  readonly person: SourcedFields<PersonPayload>;
  /** Whose child it is. */
  readonly responsible: readonly string[];
  /** Every emergency access ever opened to the child, also such as the same person has opened anew since. */
  readonly opened: readonly DecisionOf<'EMERGENCY'>[];
}

/** Who is what to the child and when, by what people decided; `named` entries in the order of names. */
export function namedPeople(decided: readonly Decision[], known: KnownOfChild, filed: FiledDecisions): Relation[] {
  // A host may interview a child placed with it (BHM); its worker reads what its own service held, and no more by being assigned.
  const workers = ofKind(decided, 'ASSIGNMENT').map(({ payload, agency }) => named(isOneOf(known.responsible, agency) ? 'WORKER' : 'GUEST_WORKER', payload.worker, payload));
  const stated = ofKind(decided, 'RELATIONSHIP').filter((decision) => !isOfAFormer(decision, known.responsible));
  const related = stated.flatMap(({ payload }) => {
    const as = NAMED_AS[payload.relationship];
    return as === undefined ? [] : [named(as, payload.holder, payload)];
  });
  const parents = ofKind(decided, 'PARENT').flatMap((decision) => letIn(decision, known.person));
  const emergencies = ofKind(decided, 'EMERGENCY').map((decision) => emergency(decision, known.opened, filed));
  const entries = [...workers, ...related, ...decisionMakers(stated, known.responsible), ...parents, ...emergencies];
  return mergedPeriods(entries.filter((entry) => overlapOf(entry, entry).length > 0));
}

/** The forces a coordinator or the owning force added, with their times. */
export function addedForces(decided: readonly Decision[]): Relation[] {
  return ofKind(decided, 'RELATIONSHIP')
    .filter(({ payload }) => payload.relationship === 'ADDED_FORCE')
    .map(({ payload: { holder, from, until } }) => ({ agency: holder, from, until }));
}

/** One entry of `named`. */
export function named(as: NamedAs, person: string, { from, until }: Stretch): Relation {
  return { agency: `${as}:${person}`, from, until };
}

/** Those named in one capacity, each as `person@agency` with the time. */
export function peopleNamed(entries: readonly Relation[], as: NamedAs): Relation[] {
  const prefix = `${as}:`;
  return entries.filter(({ agency }) => agency.startsWith(prefix)).map((entry) => ({ ...entry, agency: entry.agency.slice(prefix.length) }));
}

/**
 * While no decision-maker is recorded, the lead practitioner decides: the allocated social worker of the responsible
 * authority, or the lead professional wherever they work.
 */
function decisionMakers(stated: readonly DecisionOf<'RELATIONSHIP'>[], responsible: readonly string[]): Relation[] {
  const related = stated.map(({ payload }) => payload);
  const recorded = related.filter(({ relationship }) => relationship === 'DECISION_MAKER');
  const leading = related.filter(
    ({ relationship, holder }) =>
      relationship === 'LEAD_PRACTITIONER' || (relationship === 'SOCIAL_WORKER' && isOneOf(responsible, agencyOfPerson(holder))),
  );
  return leading.flatMap((lead) => without(lead, recorded).map((stretch) => named('DECISION_MAKER', lead.holder, stretch)));
}

/** Whom an authority named of its own staff has no more to do with the child than it has itself; its carer may well live with them still. */
function isOfAFormer({ agency, payload: { relationship, holder } }: DecisionOf<'RELATIONSHIP'>, responsible: readonly string[]): boolean {
  return relationship !== 'CARER' && !isOneOf(responsible, agency) && agencyOfPerson(holder) === agency;
}

/** While nobody knows whose child it is, no social worker is of another authority. */
function isOneOf(responsible: readonly string[], agency: string): boolean {
  return responsible.length === 0 || responsible.includes(agency);
}

/** A parent is let in by a decision that it is safe, and no longer than until the child is, or may be, eighteen. */
function letIn({ payload, at }: DecisionOf<'PARENT'>, person: SourcedFields<PersonPayload>): Relation[] {
  const ownSay = payload.livesIndependently && !payload.childAsked;
  const until = surelyYoungerUntil(person, ownSay ? OWN_SAY : ADULT);
  // An age nobody knows may be eighteen.
  return payload.safeToInform === 'YES' && until !== null ? [named('PARENT', payload.parent, { from: at, until })] : [];
}

/** A review that finds it was not justified ends it at once, and every other that the same person had opened until then. */
function emergency({ person, payload, at }: DecisionOf<'EMERGENCY'>, opened: KnownOfChild['opened'], filed: FiledDecisions): Relation {
  const theirs = opened.filter((other) => other.person === person);
  const reviews = theirs.flatMap(({ id }) => ofKind(filed.on([id]), 'EMERGENCY_REVIEW'));
  const ended = reviews.filter((review) => review.payload.outcome === 'NOT_JUSTIFIED' && review.at >= at);
  const until = Math.min(payload.until, at + EMERGENCY_LASTS, ...ended.map((review) => review.at));
  return named('EMERGENCY', payload.person, { from: at, until });
}
