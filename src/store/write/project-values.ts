import { DateTime } from 'luxon';
import type { Flag } from '../../domain/fold/picture.ts';
import type { Sourced } from '../../domain/fold/sourced.ts';
import type { Interval } from '../../domain/interval/interval.ts';

/** A time as readers get it. */
export interface Moment {
  readonly from: string;
  readonly until: string;
  readonly text: string;
  readonly precision: string;
}

/** Fields by the names readers know them under; a field nobody stated may be absent. */
export type NamedFields = Readonly<Record<string, Sourced<unknown> | null | undefined>>;

/** The interval with its ends as instants and the text it came from. */
export function momentOf(interval: Interval | null | undefined): Moment | null {
  if (interval === null || interval === undefined) {
    return null;
  }
  const { from, until, text, precision } = interval;
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString(), text, precision };
}

/** The London day on which the interval begins, such as a date of birth. */
export function isoDate(interval: Interval): string {
  return DateTime.fromMillis(interval.from, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
}

/** The value that stands, or null where nobody states one. */
export function valueOf<T>(field: Sourced<T> | null | undefined): T | null {
  return field?.value ?? null;
}

/**
 * Where each value came from, who disagrees, and what a person should look at. Conflicting values stand under the name
 * of their field, as readers know it: the gate shows a conflict only to those who may read the field itself.
 */
export function sourceColumns(fields: NamedFields, flags: readonly Flag[]): Record<string, unknown> {
  const stated = Object.entries(fields).flatMap(([field, sourced]) => (sourced ? [{ field, ...sourced }] : []));
  const sources = stated.flatMap(({ source, disagreeing }) => [source, ...disagreeing.map((other) => other.source)]);
  return {
    provenance: stated.map(({ field, source: { agency, system, recordKey, order } }) => ({ field, agency, system, recordKey, order })),
    conflicts: stated
      .filter(({ disagreeing }) => disagreeing.length > 0)
      .map(({ field, value, source, disagreeing }) => ({ field, values: [{ value, source }, ...disagreeing].map(conflicting) })),
    flags: flags.map(({ code, reason }) => ({ code, reason })),
    systems: [...new Set(sources.map(({ system }) => system))].sort(),
  };
}

function conflicting({ value, source }: Pick<Sourced<unknown>, 'value' | 'source'>): Record<string, string> {
  return { value: asText(value), agency: source.agency, system: source.system, order: source.order };
}

/** A value as readers get it among others: of a time its source's text. */
export function asText(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return 'text' in value ? String(value.text) : JSON.stringify(value);
  }
  return String(value);
}
