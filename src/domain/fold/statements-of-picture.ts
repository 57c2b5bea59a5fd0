import type { PersonPayload, ReportPayload } from '../observation/observation.ts';
import { fieldStatements, type Chosen } from './field-statements.ts';
import { EVENT_PRIORITY, PERSON_PRIORITY, REPORT_PRIORITY, type Priority } from './field-priority.ts';
import type { FieldStatements } from './field-statement.ts';
import type { FoldContext } from './fold-context.ts';
import type { ChildPicture, EpisodePicture, PlacementPicture } from './picture.ts';
import type { Sourced } from './sourced.ts';
import type { Stated } from './stated-fields.ts';
import { wordsOf, type RecordHistory } from './words-of-records.ts';

/** Everything that was ever said of who the child is, side by side. */
export function statementsOfPerson(records: readonly RecordHistory[], person: ChildPicture['person'], context: FoldContext): FieldStatements[] {
  return fieldStatements(records.flatMap(wordsOf), chosenOf<PersonPayload>(person, PERSON_PRIORITY), context);
}

/** Everything that was ever said of an episode, side by side. */
export function statementsOfEpisode(records: readonly RecordHistory[], episode: Omit<EpisodePicture, 'provider' | 'statements'>, context: FoldContext): FieldStatements[] {
  const { report, locatedAt, locatedPlace, returnedAt, returnedTo, returnMethod, safeAndWell, risk, statusChanges } = episode;
  const { located, returned, safeAndWell: checked } = EVENT_PRIORITY;
  const chosen = {
    ...chosenOf<ReportPayload>(report, REPORT_PRIORITY),
    locatedAt: chosenBy(locatedAt, located),
    locatedPlace: chosenBy(locatedPlace, located),
    returnedAt: chosenBy(returnedAt, returned),
    returnedTo: chosenBy(returnedTo, returned),
    returnMethod: chosenBy(returnMethod, returned),
    safeAndWellOutcome: chosenBy(safeAndWell && { ...safeAndWell, value: safeAndWell.value.outcome }, checked),
    safeAndWellAt: chosenBy(safeAndWell && { ...safeAndWell, value: safeAndWell.value.at }, checked),
    // How great the risk is and whether the child is missing changes: the latest stands, whoever says it.
    risk: chosenBy(risk, []),
    status: chosenBy(statusChanges.at(-1), []),
  };
  return fieldStatements(records.flatMap(wordsOf), chosen, context);
}

/** Everything that the one keeper of a placement ever said of it. */
export function statementsOfPlacement(record: RecordHistory, { record: source, stated }: Pick<PlacementPicture, 'record' | 'stated'>, context: FoldContext): FieldStatements[] {
  const chosen = Object.entries(stated).map(([field, value]) => [field, chosenBy({ value, source }, [])] as const);
  return fieldStatements(wordsOf(record), Object.fromEntries(chosen), context);
}

function chosenOf<P extends object>(fields: { readonly [F in keyof P]?: Sourced<unknown> | undefined }, priorities: Readonly<Record<keyof P, Priority>>): Record<string, Chosen> {
  // Safe: the keys of a Record over the payload's fields are those fields.
  const names = Object.keys(priorities) as (keyof P & string)[];
  return Object.fromEntries(names.map((field) => [field, chosenBy(fields[field], priorities[field])]));
}

function chosenBy(standing: Stated<unknown> | null | undefined, priority: Priority): Chosen {
  return { standing: standing ?? null, priority };
}
