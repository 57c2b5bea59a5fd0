import { handlingFor } from '../policy/handling.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { DisclosedObjects } from './disclosed-objects.ts';
import type { Layout, Piece, StoredRow, TypeLayout } from './layout.ts';
import type { Row } from './read-request.ts';
import { shownType } from './shown-type.ts';

/** For whom rows are made ready, and where it is written down that they were. */
export interface Rendering {
  readonly policy: Policy;
  readonly role: ReadingRole;
  readonly disclosed: DisclosedObjects;
}

/** The row as it leaves: the wanted keys alone, every row in it written down as disclosed. */
export function renderRow(rendering: Rendering, { layout, stored, child }: RowToRender): Row {
  const { policy, role, disclosed } = rendering;
  const shown = shownType(policy, role, { layout, bits: stored[0] });
  disclosed.add(shown, stored, child);
  // Without a prototype a key such as "__proto__" is a key like any other: clients choose keys.
  const row = Object.create(null) as Record<string, unknown>;
  for (const piece of shown.pieces) {
    row[piece.field.key] = rendered(rendering, { shown, piece, stored, child });
  }
  if (layout.types.length > 1) {
    // Last: a key of the client's choosing does not say which type this is.
    row['__typename'] = shown.type;
  }
  return row;
}

interface RowToRender {
  readonly layout: Layout;
  readonly stored: StoredRow;
  /** Whose row it is, where it speaks of a child. */
  readonly child: string | null;
}
interface PieceToRender<P extends Piece> {
  readonly shown: TypeLayout;
  readonly piece: P;
  readonly stored: StoredRow;
  readonly child: string | null;
}

function rendered(rendering: Rendering, { piece, ...row }: PieceToRender<Piece>): unknown {
  const { shown, stored } = row;
  const { policy, role } = rendering;
  switch (piece.kind) {
    case 'value':
      return piece.column === null ? null : stored[piece.column];
    case 'rows':
      return renderedRows(rendering, { ...row, piece });
    case 'disclosure':
      return { level: shown.type, withheld: policy.verdict(role, shown.family, stored[0]).withheld, ...handlingFor(role) };
  }
}

function renderedRows(rendering: Rendering, { shown, piece, stored, child }: PieceToRender<Extract<Piece, { kind: 'rows' }>>): unknown {
  const { policy, role } = rendering;
  const { column, layout, many, open } = piece;
  if (column === null || layout === null) {
    // Its rows are behind no rule of the role, so it is empty where the link itself is open on this row.
    return many && open && policy.verdict(role, shown.family, stored[0]).permitted.has(piece.field.name) ? [] : null;
  }
  // The statement made this column from the layout: rows, at most one where the link is no list; null where the link is closed.
  const linked = stored[column] as readonly StoredRow[] | null;
  if (linked === null) {
    return null;
  }
  const rows = linked.map((row) => renderRow(rendering, { layout, stored: row, child }));
  return many ? rows : (rows[0] ?? null);
}
