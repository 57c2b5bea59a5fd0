import type { XmlElement } from 'libxml2-wasm';
import { elementsIn } from '../../src/ingest/adapter-contract-xml.ts';
import { elementRow } from './element-row.ts';
import { readCells, type ElementCells, type Hearing } from './read-elements.ts';
import type { SourceRow } from './source-row.ts';

/** Right inside CHILD; a missing episode that stands beside HEADER rather than in it is no less one. */
const HERE: readonly string[] = ['HEADER', 'EPISODE', 'AMISSING'];

/** An element with nothing in it is no row: programs write one for a child without any. */
function rowsAmong(elements: readonly XmlElement[], name: 'AMISSING' | 'EPISODE', { above, hear }: { readonly above: string; readonly hear: Hearing }): ElementCells[] {
  return elements
    .filter((element) => element.name === name)
    .flatMap((element, index) => (element.content.trim() === '' ? [] : [readCells(element, { kind: name, path: `${above}/${name}[${String(index + 1)}]`, hear })]));
}

function readHeader(headers: readonly XmlElement[], child: ElementCells, hear: Hearing): ElementCells {
  const [header, another] = headers;
  const { path } = child;
  if (header === undefined) {
    return child;
  }
  const read = readCells(header, { kind: 'HEADER', path, hear });
  return { ...read, isPlain: read.isPlain && another === undefined };
}

/** Whoever is marked or has a day on which they ceased to count as such came unaccompanied. */
function unaccompanied({ cells, path, line }: ElementCells): ElementCells[] {
  const mark = cells.get('UASC');
  const isMarked = mark?.text === '1' || cells.has('DUC');
  return isMarked ? [{ path: `${path}/UASC`, line: mark?.line ?? line, cells: new Map(), isPlain: true }] : [];
}

/** The rows that the tables of the CSV return would have for one CHILD; its header row always, be it to be refused. */
export function readChild(element: XmlElement, path: string, hear: Hearing): SourceRow[] {
  const inside = elementsIn(element);
  const headers = inside.filter(({ name }) => name === 'HEADER');
  inside.filter(({ name }) => !HERE.includes(name)).forEach((other) => {
    hear(other, path);
  });
  const above = `${path}/HEADER`;
  const header = readHeader(headers, { path: above, line: element.line, cells: new Map(), isPlain: true }, hear);
  return [
    elementRow('header', header, header),
    ...unaccompanied(header).map((cells) => elementRow('uasc', cells, header)),
    ...[...rowsAmong(headers.flatMap(elementsIn), 'AMISSING', { above, hear }), ...rowsAmong(inside, 'AMISSING', { above: path, hear })].map((cells) => elementRow('missing', cells, header)),
    ...rowsAmong(inside, 'EPISODE', { above: path, hear }).map((cells) => elementRow('episodes', cells, header)),
  ];
}
