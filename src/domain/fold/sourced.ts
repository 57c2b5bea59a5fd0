import type { Interval } from '../interval/interval.ts';
import type { SaidBy } from './field-statement.ts';

/** Where one value came from. */
export interface FieldSource extends SaidBy {
  /** The source's own key of the record that said it. */
  readonly recordKey: string;
}

/** One field of the picture: the value that stands, who says so, and who disagrees beyond tolerance. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: FieldSource;
  readonly disagreeing: readonly { readonly value: T; readonly source: FieldSource }[];
}

export type SourcedFields<P> = { readonly [F in keyof P]?: Sourced<NonNullable<P[F]>> };

export interface Change<T> {
  readonly value: T;
  readonly word: string | null;
  readonly at: Interval | null;
  readonly source: FieldSource;
}
