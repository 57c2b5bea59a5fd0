import type { TableName } from './payload.ts';
import type { ElementCells } from './read-elements.ts';
import { cellFault, type SourceRow } from './source-row.ts';
import { elementOf } from './xml-shape.ts';

/** What the rows of each table take from the HEADER of their child, which has the say of it. */
const REPEATED: Readonly<Record<TableName, readonly string[]>> = {
  header: [],
  uasc: ['CHILD', 'SEX', 'DOB'],
  missing: ['CHILD', 'DOB'],
  episodes: ['CHILD'],
};

function faultOf({ cells, isPlain }: ElementCells, child: string): SourceRow['fault'] {
  if (!isPlain) {
    const reason = 'An element stands here twice, or holds others where it should hold text alone.';
    return { code: 'DOCUMENT_SCHEMA', reason, remedy: 'Mend the element; the adapter README shows the shape.' };
  }
  const fault = cellFault([child, ...Array.from(cells.values(), ({ text }) => text)]);
  return fault && { ...fault, remedy: 'Give each element of it one short text.' };
}

/** The row that an element stands for, under the columns of the CSV return. */
export function elementRow(table: TableName, own: ElementCells, header: ElementCells): SourceRow {
  const isRepeated = (column: string): boolean => REPEATED[table].includes(column);
  // A header that contradicts itself leaves open whose the rows are.
  const told: ElementCells['cells'] = header.isPlain ? header.cells : new Map();
  const text = (column: string): string | null => (isRepeated(column) ? told : own.cells).get(column)?.text ?? null;
  return {
    table,
    fault: faultOf(own, text('CHILD') ?? ''),
    text,
    isRepeated,
    place(column) {
      const place = `line ${String(own.cells.get(column ?? '')?.line ?? own.line)}, ${own.path}`;
      return column === null || isRepeated(column) ? place : `${place}/${elementOf(column)}`;
    },
  };
}
