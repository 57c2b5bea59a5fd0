import type { FoldContext } from '../fold/fold-context.ts';
import { always, mergedPeriods } from '../fold/periods.ts';
import type { Relation, Relations, Restriction } from '../fold/relation.ts';
import { overlapOf } from '../interval/stretch.ts';
import { agencyOfPerson, personAt, personOf } from '../sharing/audience.ts';
import type { Decision } from './decision.ts';
import { named, peopleNamed } from './named-people.ts';
import { ofKind } from './standing-decisions.ts';

/** How far a child or an interview is closed, and to whom it stays open: people as `person@agency` with their times. */
export interface Limits {
  readonly restricted: boolean;
  /** Nobody is named yet; `admitted` then holds those who see meanwhile. */
  readonly awaitsNaming: boolean;
  readonly admitted: readonly Relation[];
  readonly excluded: readonly string[];
}
export const NO_LIMITS: Limits = { restricted: false, awaitsNaming: false, admitted: [], excluded: [] };

/** What stands beside a restriction: the people round the child, and since when a source has marked it, if one does. */
export interface Around {
  readonly named: readonly Relation[];
  readonly responsible: readonly string[];
  readonly hosts: readonly string[];
  readonly markedSince: number | null;
}

/**
 * Whether a manager's decision or a source's mark closes this. Those admitted see; until somebody is named the allocated
 * social worker and the manager who decided; whom an allegation names never.
 */
export function limitsOf(decided: readonly Decision[], { named: people, responsible, hosts, markedSince }: Around): Limits {
  const decision = ofKind(decided, 'RESTRICTION').at(-1);
  const workers = peopleNamed(people, 'SOCIAL_WORKER');
  const marked = isUndecided(decided, markedSince);
  if (decision?.payload.restricted !== true) {
    return marked ? { restricted: true, awaitsNaming: true, admitted: workers, excluded: [] } : NO_LIMITS;
  }
  const { admitted, excluded } = decision.payload;
  const open = (persons: readonly Relation[]): Relation[] => persons.filter(({ agency }) => !isExcluded(excluded, agency));
  const isOfAFormer = responsible.length > 0 && ![...responsible, ...hosts].includes(decision.agency);
  // Whom an authority let in of its own staff has no more to do with the child than it has itself.
  const chosen = open(always(admitted.filter((person) => !isOfAFormer || agencyOfPerson(person) !== decision.agency)));
  if (chosen.length > 0) {
    return { restricted: true, awaitsNaming: false, admitted: chosen, excluded };
  }
  const decider = { agency: personAt(decision.person, decision.agency), from: decision.at, until: null };
  // A role cannot be told from a person in it: where one of the service is excluded, its managers are not let in by role.
  const ownExcluded = excluded.some((person) => responsible.includes(agencyOfPerson(person)));
  // A host's worker who raised an allegation does not come to read the child by it.
  const deciders = responsible.length === 0 || responsible.includes(decision.agency) ? [decider] : [];
  return { restricted: true, awaitsNaming: !ownExcluded, admitted: mergedPeriods(open([...workers, ...deciders])), excluded };
}

/** Has a source marked the child since a manager last decided on a restriction, if one has? */
export function isUndecided(decided: readonly Decision[], markedSince: number | null): boolean {
  const decision = ofKind(decided, 'RESTRICTION').at(-1);
  return markedSince !== null && (decision === undefined || decision.at < markedSince);
}

/** The limits of an interview of a child: where both are restricted, whoever both admit. */
export function bothLimits(child: Limits, interview: Limits): Limits {
  if (!child.restricted || !interview.restricted) {
    return child.restricted ? child : interview;
  }
  const excluded = [...new Set([...child.excluded, ...interview.excluded])].sort();
  const admitted = admittedByBoth(child, interview).filter(({ agency }) => !isExcluded(excluded, agency));
  return { restricted: true, awaitsNaming: child.awaitsNaming && interview.awaitsNaming, admitted, excluded };
}

/** A restriction that still awaits names leaves the choice to the other. */
function admittedByBoth(child: Limits, interview: Limits): readonly Relation[] {
  if (child.awaitsNaming !== interview.awaitsNaming) {
    return child.awaitsNaming ? interview.admitted : child.admitted;
  }
  return child.admitted.flatMap((one) =>
    interview.admitted.filter(({ agency }) => agency === one.agency).flatMap((other) => overlapOf(one, other).map((stretch) => ({ agency: one.agency, ...stretch }))),
  );
}

/** An allegation is of a person, in whatever capacity and at whichever agency they act. */
function isExcluded(excluded: readonly string[], person: string): boolean {
  return excluded.some((other) => personOf(other) === personOf(person));
}

/** Who looks for missing children at an agency, and who has a post there. */
export type SearchTeams = Pick<FoldContext, 'searchersOf' | 'worksAt'>;

/** What the rules are told of limits: the people who look for a missing child are not lost with one of them who is excluded. */
export function restrictionOf({ restricted, awaitsNaming, excluded }: Limits, relations: Pick<Relations, 'responsible' | 'hosts' | 'forces'>, teams: SearchTeams): Restriction {
  const agencies = [...relations.responsible, ...relations.hosts, ...relations.forces].map(({ agency }) => agency);
  const keeps = restricted ? [...new Set(agencies)].flatMap((agency) => keptBy(agency, excluded, teams)).sort() : [];
  return { restricted, awaitsNaming, keeps };
}

/** An agency as a whole; where somebody who is excluded has any post, the others who look, by name: whoever is excluded may be given that post tomorrow. */
function keptBy(agency: string, excluded: readonly string[], { searchersOf, worksAt }: SearchTeams): readonly string[] {
  const isOneOfThem = excluded.some((person) => agencyOfPerson(person) === agency || worksAt(personOf(person), agency));
  return isOneOfThem ? searchersOf(agency).filter((person) => !isExcluded(excluded, person)) : [agency];
}

/** The people round a child or an interview under its limits: without those excluded, with those admitted. */
export function namedUnder({ restricted, admitted, excluded }: Limits, people: readonly Relation[]): Relation[] {
  if (!restricted) {
    return [...people];
  }
  const left = people.filter(({ agency }) => !isExcluded(excluded, agency.slice(agency.indexOf(':') + 1)));
  return mergedPeriods([...left, ...admitted.map((person) => named('ADMITTED', person.agency, person))]);
}
