import { personOf } from '../domain/sharing/audience.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import type { Directory } from './directory.ts';
import { holdersOf } from './holders-of.ts';

/** The managers who may lift a restriction: of the responsible authority, and let in by it. */
export function mayLift(directory: Directory, { responsible, named, awaitsNaming }: ChildFacts): string[] {
  const managers = responsible.flatMap((authority) => holdersOf(directory, 'TEAM_MANAGER', authority));
  const admitted = peopleNamedAs(named, ['ADMITTED']);
  return managers.filter((person) => awaitsNaming === 'YES' || admitted.includes(person));
}

/** The data protection officers who name a manager where none is left who may lift it; by name, not by post: it must not reach somebody of whom an allegation is made. */
export function whoNamesManager(directory: Directory, facts: ChildFacts, excluded: readonly string[]): string[] {
  const officers = answering(facts).flatMap((authority) => holdersOf(directory, 'DATA_PROTECTION_OFFICER', authority));
  return officers.filter((officer) => !excluded.some((person) => personOf(person) === personOf(officer)));
}
