import type { ObservationKind, ObservationOf, Observation } from '../observation/observation.ts';
import type { FieldSource } from './sourced.ts';
import type { KeptRecord } from './kept-record.ts';

/** A value as one record states it. */
export interface Stated<T> {
  readonly value: T;
  readonly source: FieldSource;
}
export type StatedFields<P> = { readonly [F in keyof P]?: Stated<NonNullable<P[F]>> };

/** The value, or null where none is stated. */
export function valueOf<T>(stated: Stated<T> | undefined): T | null {
  return stated === undefined ? null : stated.value;
}

/** Only the statements of one kind, oldest first. */
export function saidOfKind<K extends ObservationKind>(said: readonly Observation[], kind: K): ObservationOf<K>[] {
  // Safe: an observation's kind names its payload's type.
  return said.filter((observation) => observation.kind === kind) as unknown as ObservationOf<K>[];
}

/** Where a value comes from: the record, and the statement about it. */
export function sourceOf(record: Pick<KeptRecord, 'ref' | 'id'>, said: Pick<Observation, 'order' | 'id'>): FieldSource {
  const { agency, system, key } = record.ref;
  return { agency, system, record: record.id, recordKey: key, order: said.order, observation: said.id };
}

/** The latest thing said of a record. */
export function latestSource(record: KeptRecord): FieldSource {
  const latest = record.said.at(-1);
  return sourceOf(record, { order: latest?.order ?? '', id: latest?.id ?? '' });
}

/** What a record says now, field by field: a later statement covers an earlier one, null takes a value back. */
export function statedFields<P extends object>(
  record: Pick<KeptRecord, 'ref' | 'id'>,
  said: readonly { readonly id: string; readonly order: string; readonly payload: P }[],
): StatedFields<P> {
  const fields: Record<string, Stated<unknown> | undefined> = {};
  for (const observation of said) {
    for (const [field, value] of Object.entries(observation.payload) as [string, unknown][]) {
      if (value === null) {
        fields[field] = undefined;
      } else if (value !== undefined) {
        fields[field] = { value, source: sourceOf(record, observation) };
      }
    }
  }
  // Safe: each field was taken from a payload of type P, nulls left out.
  return fields as StatedFields<P>;
}
