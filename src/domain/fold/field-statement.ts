import type { SourceKind } from './field-priority.ts';

/** Which record of which source said something, and by which of its observations. */
export interface SaidBy {
  readonly agency: string;
  readonly system: string;
  /** Record id (UUID). */
  readonly record: string;
  /** The source's own order (time or revision) of the observation that said it. */
  readonly order: string;
  readonly observation: string;
}

/**
 * What became of what a source said: it STANDS in the picture, AGREES or DISAGREES with what stands, was REPLACED by its
 * own source's later word, CORRECTED or RETRACTED by a message of its source, or its record is ABSENT from a full extract.
 */
export type Fate = 'STANDS' | 'AGREES' | 'DISAGREES' | 'REPLACED' | 'CORRECTED' | 'RETRACTED' | 'ABSENT';

/** One value that a source gave for a field; `endedBy` is the order of the message that replaced it or took it back. */
export interface FieldStatement {
  readonly value: unknown;
  readonly source: SaidBy;
  readonly fate: Fate;
  readonly endedBy: string | null;
}

/** Everything that was ever said of one field, side by side: what stands first, then who else says something, then what is said no more. */
export interface FieldStatements {
  readonly field: string;
  /** Why what stands does; null where nothing is said any more. */
  readonly rule: ChoiceRule | null;
  /** Whose word comes first on this field; empty where the latest does, whoever says it. */
  readonly priority: readonly SourceKind[];
  readonly values: readonly FieldStatement[];
}

/**
 * Why a value stands: nobody else states one; its kind of source comes first; a time beats the date that holds it; it is
 * the later word; or, both being as late, one was taken so that every hub takes the same.
 */
export type ChoiceRule = 'ONLY_ONE' | 'KIND_OF_SOURCE' | 'TIME_BEATS_DATE' | 'LATER' | 'ARBITRARY';
