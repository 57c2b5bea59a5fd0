import type { Family } from '../policy/attributes.ts';
import type { WantedField } from './read-request.ts';

/** One wanted field and the place in the row where the statement answers it; no column where no rule of the role opens it. */
export type Piece =
  | { readonly kind: 'value'; readonly field: WantedField; readonly column: number | null }
  | { readonly kind: 'disclosure'; readonly field: WantedField }
  | {
      readonly kind: 'rows';
      readonly field: WantedField;
      readonly many: boolean;
      /** Does some rule of the role open the link, though perhaps none the rows behind it? */
      readonly open: boolean;
      readonly column: number | null;
      readonly layout: Layout | null;
    };

/** How a row is read that is shown as this type. */
export interface TypeLayout {
  readonly family: Family;
  readonly type: string;
  readonly pieces: readonly Piece[];
  /** Where the row names what its words rest on, such as the approved text that was released; null where it has no such words. */
  readonly basis: number | null;
}

/** How the rows of one statement are read: by the type each is shown as, the fullest first. */
export interface Layout {
  readonly family: Family;
  readonly types: readonly TypeLayout[];
}

/**
 * A row as the statement gives it: what every disclosure needs, then the columns that the layout names by their place. A
 * linked row leaves its child to the row it hangs from; no controllers means the viewer's own agency alone.
 */
export type StoredRow = readonly [
  bits: number,
  id: string,
  version: number,
  child: string | null,
  controllers: readonly string[] | null,
  ...columns: unknown[],
];

export const ID_COLUMN = 1;
export const CHILD_COLUMN = 3;
/** The place of a row's first column of its own. */
export const FIRST_COLUMN = 5;
