import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import { elementsIn, XmlFormat, type FoundFault, type XmlFault } from '../../src/ingest/adapter-contract-xml.ts';
import { COLUMNS, EPISODE, ROOT, XSD, type Column, type Row, type Table } from './payload.ts';

/** An export that could be read: its episodes, each with its own fault where its shape is wrong. */
export interface Opened {
  readonly exportedAt: { readonly text: string; readonly line: number };
  readonly episodes: readonly { readonly row: Row; readonly fault: XmlFault | null }[];
}

const SEVERAL: readonly string[] = ['MissingStatus', 'Form', 'Answer'];
const SHAPE = 'Mend the named element; the adapter README shows the shape.';
const format = new XmlFormat({
  root: ROOT,
  xsd: XSD,
  reasons: { MISSING: 'ExportedAt is missing.', LENGTH: 'A value is longer than its column can be.', MISPLACED: 'An element does not belong here.' },
  remedies: SHAPE,
});
const IN_EPISODE = new RegExp(`^/${ROOT}/${EPISODE}(?:\\[(\\d+)\\])?/`);

/** The faults of the shape: of one episode (by its number, from 1) or, under 0, of the export as a whole. */
function shapeFaults(document: XmlDocument): ReadonlyMap<number, XmlFault> {
  // Of several faults the first is told.
  return new Map(format.faultsOf(document).map(shapeFault).reverse());
}

function shapeFault({ code, reason, remedy, line, xpath }: FoundFault): [number, XmlFault] {
  const inEpisode = IN_EPISODE.exec(xpath);
  const number = inEpisode === null ? 0 : Number(inEpisode[1] ?? 1);
  return [number, { code, place: `line ${String(line)}, ${number === 0 ? `/${ROOT}` : episodePath(number)}`, reason, remedy }];
}

/** Where the episode of this number stands. */
export function episodePath(number: number): string {
  return `/${ROOT}/${EPISODE}[${String(number)}]`;
}

function readRow(element: XmlElement): Row {
  const cells = new Map<Column, { text: string; line: number }>();
  const inside: { table: Table; row: Row }[] = [];
  for (const child of elementsIn(element)) {
    const { name, line } = child;
    if (Object.hasOwn(COLUMNS, name)) {
      // Safe: the schema allows no element inside another but columns and tables.
      inside.push({ table: name as Table, row: readRow(child) });
    } else if (child.content.trim() !== '') {
      cells.set(name as Column, { text: child.content.trim(), line });
    }
  }
  return { line: element.line, cells, inside };
}

/** A column or a person that stands in one element twice leaves open which is right. */
function twiceFault(element: XmlElement, path: string): XmlFault | null {
  const names = elementsIn(element).map(({ name }) => name).filter((name) => !SEVERAL.includes(name));
  if (new Set(names).size < names.length) {
    return { code: 'DOCUMENT_SCHEMA', place: `line ${String(element.line)}, ${path}`, reason: 'An element stands here twice.', remedy: SHAPE };
  }
  return elementsIn(element).reduce<XmlFault | null>((found, child) => found ?? twiceFault(child, path), null);
}

function open(document: XmlDocument): Opened | XmlFault {
  const faults = shapeFaults(document);
  const whole = faults.get(0);
  if (whole !== undefined) {
    return whole;
  }
  const elements = elementsIn(document.root);
  const exportedAt = elements.find(({ name }) => name === 'ExportedAt');
  const episodes = elements
    .filter(({ name }) => name === EPISODE)
    .map((element, index) => ({ row: readRow(element), fault: faults.get(index + 1) ?? twiceFault(element, episodePath(index + 1)) }));
  return { exportedAt: { text: exportedAt?.content.trim() ?? '', line: exportedAt?.line ?? 1 }, episodes };
}

/** Opens an export, or says why it can't be. */
export function openExport(text: string): Opened | XmlFault {
  return format.open(text, open);
}
