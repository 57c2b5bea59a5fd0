import type { Family } from '../policy/attributes.ts';
import type { WantedField } from './read-request.ts';

/** One wanted field and where the statement answers it; no column where no rule of the role opens it. */
export type Piece =
  | { readonly kind: 'value'; readonly field: WantedField; readonly column: string | null }
  | { readonly kind: 'disclosure'; readonly field: WantedField }
  | {
      readonly kind: 'rows';
      readonly field: WantedField;
      readonly many: boolean;
      /** Does some rule of the role open the link, though perhaps none the rows behind it? */
      readonly open: boolean;
      readonly column: string | null;
      readonly layout: Layout | null;
    };

/** How the rows of one statement are read. */
export interface Layout {
  readonly family: Family;
  readonly pieces: readonly Piece[];
}

/** A row as the statement gives it: what every disclosure needs, and `c0`, `c1` ... as the layout says. */
export interface StoredRow {
  readonly bits: number;
  readonly id: string;
  readonly version: number;
  readonly child: string | null;
  readonly controllers: readonly string[];
  readonly [column: string]: unknown;
}
