import type { XmlElement } from 'libxml2-wasm';
import { elementsIn } from '../../src/ingest/adapter-contract-xml.ts';
import { CELLS, columnOf, UNREAD, type RowElement } from './xml-shape.ts';

/** The cells of one element by their columns; those that are empty are not there. */
export interface ElementCells {
  readonly path: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, { readonly text: string; readonly line: number }>;
  /** Each cell stands here once, and holds text alone. */
  readonly isPlain: boolean;
}

/** Hears of an element that the return does not have, and of the path it stands under. */
export type Hearing = (element: XmlElement, above: string) => void;

/** Reads the element that holds the cells of a row. */
export function readCells(element: XmlElement, { kind, path, hear }: { readonly kind: RowElement; readonly path: string; readonly hear: Hearing }): ElementCells {
  const known: readonly string[] = CELLS[kind];
  const cells = new Map<string, { text: string; line: number }>();
  const seen = new Set<string>();
  let isPlain = true;
  for (const cell of elementsIn(element)) {
    const { name, line } = cell;
    if (known.includes(name)) {
      isPlain &&= !seen.has(name) && elementsIn(cell).length === 0;
      seen.add(name);
      const text = cell.content.trim();
      if (text !== '') {
        cells.set(columnOf(name), { text, line });
      }
    } else if (kind !== 'HEADER' || (name !== 'AMISSING' && !UNREAD.has(name))) {
      hear(cell, path);
    }
  }
  return { path, line: element.line, cells, isPlain };
}
