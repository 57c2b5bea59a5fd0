import { ParseOption, XmlDocument, XmlElement, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { COLUMNS, EPISODE, ROOT, XSD, type Column, type Row, type Table } from './payload.ts';

/** Why a document, or one episode of it, can't be taken. */
export interface Fault {
  readonly code: ErrorCode;
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
}

/** An export that could be read: its episodes, each with its own fault where its shape is wrong. */
export interface Opened {
  readonly exportedAt: { readonly text: string; readonly line: number };
  readonly episodes: readonly { readonly row: Row; readonly fault: Fault | null }[];
}

type ErrorDetail = XmlLibError['details'][number];

// The text is already decoded, so what the prolog says of its encoding no longer holds.
const OPTIONS = { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES };
const SEVERAL: readonly string[] = ['MissingStatus', 'Form', 'Answer'];
const SHAPE = 'Mend the named element; the adapter README shows the shape.';

/** The library's documents live outside JavaScript's memory, so each is let go at once. */
function withDocument<T>(text: string, use: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(text, OPTIONS);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

let compiled: XsdValidator | null = null;
/** Compiled once and kept for the life of the process. */
function validator(): XsdValidator {
  compiled ??= withDocument(XSD, (schema) => XsdValidator.fromDoc(schema));
  return compiled;
}

/** The library's own words repeat the value, so only their kind is taken. */
const SCHEMA_FAULTS: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/No matching global declaration/, `The root element is not ${ROOT}.`],
  [/attribute 'schemaVersion'/, 'The schemaVersion is not 1.'],
  [/Missing child element/, 'ExportedAt is missing.'],
  [/'maxLength'/, 'A value is longer than its column can be.'],
  [/not expected/, 'An element does not belong here.'],
];

function shapeFault({ message, line }: ErrorDetail, path: string): Fault {
  const reason = SCHEMA_FAULTS.find(([sign]) => sign.test(message))?.[1] ?? 'The element does not have the shape of this format.';
  return { code: 'DOCUMENT_SCHEMA', place: `line ${String(line)}, ${path}`, reason, remedy: SHAPE };
}

/** The faults of the shape: of one episode (by its number, from 1) or, under 0, of the export as a whole. */
function shapeFaults(document: XmlDocument): ReadonlyMap<number, Fault> {
  try {
    validator().validate(document);
    return new Map();
  } catch (error) {
    if (!(error instanceof XmlValidateError)) {
      throw error;
    }
    const faults = error.details.map((detail): [number, Fault] => {
      const inEpisode = new RegExp(`^/${ROOT}/${EPISODE}(?:\\[(\\d+)\\])?/`).exec(detail.xpath ?? '');
      const number = inEpisode === null ? 0 : Number(inEpisode[1] ?? 1);
      return [number, shapeFault(detail, number === 0 ? `/${ROOT}` : episodePath(number))];
    });
    // Of several faults the first is told.
    return new Map(faults.reverse());
  }
}

/** Where the episode of this number stands. */
export function episodePath(number: number): string {
  return `/${ROOT}/${EPISODE}[${String(number)}]`;
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.find('*').filter((node) => node instanceof XmlElement);
}

function readRow(element: XmlElement): Row {
  const cells = new Map<Column, { text: string; line: number }>();
  const inside: { table: Table; row: Row }[] = [];
  for (const child of childrenOf(element)) {
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
function twiceFault(element: XmlElement, path: string): Fault | null {
  const names = childrenOf(element).map(({ name }) => name).filter((name) => !SEVERAL.includes(name));
  if (new Set(names).size < names.length) {
    return { code: 'DOCUMENT_SCHEMA', place: `line ${String(element.line)}, ${path}`, reason: 'An element stands here twice.', remedy: SHAPE };
  }
  return childrenOf(element).reduce<Fault | null>((found, child) => found ?? twiceFault(child, path), null);
}

function open(document: XmlDocument): Opened | Fault {
  const faults = shapeFaults(document);
  const whole = faults.get(0);
  if (whole !== undefined) {
    return whole;
  }
  const elements = childrenOf(document.root);
  const exportedAt = elements.find(({ name }) => name === 'ExportedAt');
  const episodes = elements
    .filter(({ name }) => name === EPISODE)
    .map((element, index) => ({ row: readRow(element), fault: faults.get(index + 1) ?? twiceFault(element, episodePath(index + 1)) }));
  return { exportedAt: { text: exportedAt?.content.trim() ?? '', line: exportedAt?.line ?? 1 }, episodes };
}

/** Opens an export, or says why it can't be. */
export function openExport(text: string): Opened | Fault {
  const declaration = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (declaration !== -1) {
    const place = `line ${String(text.slice(0, declaration).split('\n').length)}`;
    const reason = 'The document declares a DOCTYPE or entities, which are never expanded.';
    return { code: 'DOCUMENT_ENTITY', place, reason, remedy: 'Send it without a DOCTYPE.' };
  }
  try {
    return withDocument(text, open);
  } catch (error) {
    if (error instanceof XmlLibError) {
      const place = `line ${String(error.details[0]?.line ?? 1)}`;
      const remedy = 'Check that the whole file was sent, and send it again.';
      return { code: 'DOCUMENT_MALFORMED', place, reason: 'The document is not well-formed XML from this line on.', remedy };
    }
    throw error;
  }
}
