import { handlingFor } from '../policy/handling.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { DisclosedObjects } from './disclosed-objects.ts';
import type { Layout, Piece, StoredRow } from './layout.ts';
import type { Row } from './read-request.ts';

/** For whom rows are made ready, and where it is written down that they were. */
export interface Rendering {
  readonly policy: Policy;
  readonly role: ReadingRole;
  readonly disclosed: DisclosedObjects;
}

/** The row as it leaves: the wanted keys alone, every row in it written down as disclosed. */
export function renderRow(rendering: Rendering, { layout, stored, child }: RowToRender): Row {
  rendering.disclosed.add(layout, stored, child);
  // Without a prototype a key such as "__proto__" is a key like any other: clients choose keys.
  const row = Object.create(null) as Record<string, unknown>;
  for (const piece of layout.pieces) {
    row[piece.field.key] = rendered(rendering, { layout, piece, stored, child });
  }
  return row;
}

interface RowToRender {
  readonly layout: Layout;
  readonly stored: StoredRow;
  /** Whose row it is, where it speaks of a child. */
  readonly child: string | null;
}
type PieceToRender<P extends Piece> = RowToRender & { readonly piece: P };

function rendered(rendering: Rendering, { piece, ...row }: PieceToRender<Piece>): unknown {
  const { layout, stored } = row;
  const { policy, role } = rendering;
  switch (piece.kind) {
    case 'value':
      return piece.column === null ? null : stored[piece.column];
    case 'rows':
      return renderedRows(rendering, { ...row, piece });
    case 'disclosure':
      return { withheld: policy.verdict(role, layout.family, stored[0]).withheld, ...handlingFor(role) };
  }
}

function renderedRows(rendering: Rendering, { piece, stored, child }: PieceToRender<Extract<Piece, { kind: 'rows' }>>): unknown {
  const { column, layout, many, open } = piece;
  if (column === null || layout === null) {
    return many && open ? [] : null;
  }
  // The statement made this column from the layout: rows, at most one where the link is no list; null where the link is closed.
  const linked = stored[column] as readonly StoredRow[] | null;
  if (linked === null) {
    return null;
  }
  const rows = linked.map((row) => renderRow(rendering, { layout, stored: row, child }));
  return many ? rows : (rows[0] ?? null);
}
