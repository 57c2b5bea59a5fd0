import { disagree, isNarrower } from '../interval/compare-intervals.ts';
import type { Interval } from '../interval/interval.ts';
import { canonicalJson } from '../observation/canonical-json.ts';
import type { Priority } from './field-priority.ts';
import type { ChoiceRule, SaidBy } from './field-statement.ts';
import type { FoldContext } from './fold-context.ts';
import type { Sourced, SourcedFields } from './sourced.ts';
import { compareText } from './standing.ts';
import type { Stated, StatedFields } from './stated-fields.ts';

/** By whom something is said, whatever it is. */
interface Said {
  readonly source: SaidBy;
}

/**
 * Which of several records' values stands: the first kind of source in the field's order, then the latest, then by id;
 * but a time within the date that stands is the better word for the same. Who says otherwise is listed, never hidden.
 */
export function chooseValue<T>(stated: readonly Stated<T>[], priority: Priority, context: FoldContext): Sourced<T> | undefined {
  const ranked = stated.toSorted((first, second) => byPriority(first, second, { priority, context }));
  const [leading] = ranked;
  if (leading === undefined) {
    return undefined;
  }
  const standing = narrowest(leading, ranked);
  const disagreeing = ranked.filter(({ value }) => !saysTheSame(value, standing.value, context.timeTolerance));
  return { ...standing, disagreeing };
}

/** Each field of several records, as it stands. */
export function chooseFields<P extends object>(
  records: readonly StatedFields<P>[],
  priorities: Readonly<Record<keyof P, Priority>>,
  context: FoldContext,
): SourcedFields<P> {
  const chosen: Partial<Record<keyof P, Sourced<unknown>>> = {};
  // Safe: the keys of a Record over the payload's fields are those fields.
  for (const field of Object.keys(priorities) as (keyof P)[]) {
    const stated = records.map((record) => record[field]).filter((value) => value !== undefined);
    const value = chooseValue(stated, priorities[field], context);
    if (value !== undefined) {
      chosen[field] = value;
    }
  }
  // Safe: each field holds what records state of that same field.
  return chosen as SourcedFields<P>;
}

/** The fields on which sources disagree, by name. */
export function disagreeingFields(fields: Readonly<Record<string, Sourced<unknown> | null | undefined>>): string[] {
  return Object.keys(fields).filter((field) => (fields[field]?.disagreeing.length ?? 0) > 0);
}

/** Why of these records' words that one stands; without an order of sources the latest does. */
export function choiceRule(stated: readonly Said[], chosen: { standing: Said; priority: Priority }, context: FoldContext): ChoiceRule {
  const { standing, priority } = chosen;
  const others = stated.filter(({ source }) => source.record !== standing.source.record);
  const [next] = others.toSorted((first, second) => byPriority(first, second, { priority, context }));
  if (next === undefined) {
    return 'ONLY_ONE';
  }
  const rank = ({ source }: Said): number => priority.indexOf(context.kindOf(source.agency));
  if (byPriority(next, standing, { priority, context }) < 0) {
    return priority.length === 0 ? 'LATER' : 'TIME_BEATS_DATE';
  }
  if (rank(standing) !== rank(next)) {
    return 'KIND_OF_SOURCE';
  }
  return standing.source.order === next.source.order ? 'ARBITRARY' : 'LATER';
}

/** Whether two values of a field are no conflict: equal as texts are read, or times within the tolerance. */
export function agree(first: unknown, second: unknown, { timeTolerance }: FoldContext): boolean {
  return saysTheSame(first, second, timeTolerance);
}

function byPriority(first: Said, second: Said, by: { priority: Priority; context: FoldContext }): number {
  const rank = ({ source }: Said): number => by.priority.indexOf(by.context.kindOf(source.agency));
  return (
    rank(first) - rank(second) ||
    compareText(second.source.order, first.source.order) ||
    compareText(first.source.observation, second.source.observation)
  );
}

function narrowest<T>(leading: Stated<T>, ranked: readonly Stated<T>[]): Stated<T> {
  const within = ranked.find(({ value }) => isInterval(value) && isInterval(leading.value) && isNarrower(value, leading.value));
  return within === undefined ? leading : narrowest(within, ranked);
}

function saysTheSame(first: unknown, second: unknown, tolerance: number): boolean {
  if (isInterval(first) && isInterval(second)) {
    return !disagree(first, second, tolerance);
  }
  if (typeof first === 'string' && typeof second === 'string') {
    return foldedText(first) === foldedText(second);
  }
  return canonicalJson(first) === canonicalJson(second);
}

function foldedText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value && 'precision' in value;
}
