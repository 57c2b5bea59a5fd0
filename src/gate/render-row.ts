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
export function renderRow(rendering: Rendering, layout: Layout, stored: StoredRow): Row {
  rendering.disclosed.add(layout, stored);
  // Without a prototype a key such as "__proto__" is a key like any other: clients choose keys.
  const row = Object.create(null) as Record<string, unknown>;
  for (const piece of layout.pieces) {
    row[piece.field.key] = rendered(rendering, { layout, piece, stored });
  }
  return row;
}

interface Place {
  readonly layout: Layout;
  readonly piece: Piece;
  readonly stored: StoredRow;
}

function rendered(rendering: Rendering, { layout, piece, stored }: Place): unknown {
  const { policy, role } = rendering;
  switch (piece.kind) {
    case 'value':
      return piece.column === null ? null : stored[piece.column];
    case 'rows':
      return renderedRows(rendering, piece, stored);
    case 'disclosure':
      return { withheld: policy.verdict(role, layout.family, stored.bits).withheld, ...handlingFor(role) };
  }
}

function renderedRows(rendering: Rendering, piece: Extract<Piece, { kind: 'rows' }>, stored: StoredRow): unknown {
  const { column, layout, many, open } = piece;
  if (column === null || layout === null) {
    return many && open ? [] : null;
  }
  // The statement made these columns from the layout: a row or null, or for a list its rows, or null where the link is closed.
  const linked = stored[column] as StoredRow | readonly StoredRow[] | null;
  if (linked === null) {
    return null;
  }
  return isList(linked) ? linked.map((row) => renderRow(rendering, layout, row)) : renderRow(rendering, layout, linked);
}

const isList = (linked: StoredRow | readonly StoredRow[]): linked is readonly StoredRow[] => Array.isArray(linked);
