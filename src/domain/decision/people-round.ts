import { agencyOfPerson } from '../sharing/audience.ts';
import type { Decision } from './decision.ts';
import { ofKind } from './standing-decisions.ts';

/** What a `person@agency` or an agency is called. */
export type CalledOf = (person: string) => readonly string[];

/** What the child's parents, whether or not it is safe to inform them, and carers, now or once, are called. */
export function parentsAndCarers(decided: readonly Decision[], calledOf: CalledOf): string[] {
  const parents = ofKind(decided, 'PARENT').map(({ payload }) => payload.parent);
  const carers = ofKind(decided, 'RELATIONSHIP').flatMap(({ payload }) => (payload.relationship === 'CARER' ? [payload.holder] : []));
  return called([...parents, ...carers], calledOf);
}

/** What those are called of whom something was alleged, in a concern, answered or not, or in the restriction that stands. */
export function allegedOf(decided: readonly Decision[], calledOf: CalledOf): string[] {
  const concerned = ofKind(decided, 'CONCERN').flatMap(({ payload }) => payload.alleged ?? []);
  const shutOut = ofKind(decided, 'RESTRICTION').flatMap(({ payload }) => payload.excluded);
  return called([...concerned, ...shutOut], calledOf);
}

/** What those are called who work with the child, now or once: whoever is assigned, and whoever is recorded as anything but a carer. */
export function professionalsOf(decided: readonly Decision[], calledOf: CalledOf): string[] {
  const assigned = ofKind(decided, 'ASSIGNMENT').map(({ payload }) => payload.worker);
  const recorded = ofKind(decided, 'RELATIONSHIP').flatMap(({ payload }) => (payload.relationship === 'CARER' ? [] : [payload.holder]));
  return called([...assigned, ...recorded], calledOf);
}

function called(people: readonly string[], calledOf: CalledOf): string[] {
  return [...new Set(people.flatMap((person) => withoutAgency(person, calledOf)))].sort();
}

/** An agency's name stands in many texts and tells nobody. */
function withoutAgency(person: string, calledOf: CalledOf): string[] {
  const agency = calledOf(agencyOfPerson(person));
  return calledOf(person).filter((name) => !agency.includes(name));
}
