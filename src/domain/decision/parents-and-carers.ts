import { agencyOfPerson } from '../sharing/audience.ts';
import type { Decision } from './decision.ts';
import { ofKind } from './standing-decisions.ts';

/** What the child's parents, whether or not it is safe to inform them, and carers, now or once, are called. */
export function parentsAndCarers(decided: readonly Decision[], calledOf: (person: string) => readonly string[]): string[] {
  const parents = ofKind(decided, 'PARENT').map(({ payload }) => payload.parent);
  const carers = ofKind(decided, 'RELATIONSHIP').flatMap(({ payload }) => (payload.relationship === 'CARER' ? [payload.holder] : []));
  return [...new Set([...parents, ...carers].flatMap((person) => withoutAgency(person, calledOf)))].sort();
}

/** An agency's name stands in many texts and tells nobody. */
function withoutAgency(person: string, calledOf: (person: string) => readonly string[]): string[] {
  const agency = calledOf(agencyOfPerson(person));
  return calledOf(person).filter((name) => !agency.includes(name));
}
