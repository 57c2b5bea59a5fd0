import { ParseOption, XmlDocument, XmlElement, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { ENTITIES, ROOT, XSD, type Report, type Value } from './payload.ts';

/** Why a document can't be taken. */
export interface Fault {
  readonly code: ErrorCode;
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
}

type ErrorDetail = XmlLibError['details'][number];

// The text is already decoded, so what the prolog says of its encoding no longer holds.
const OPTIONS = { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES };
const KNOWN_NAMES = new Set(Array.from(XSD.matchAll(/<xs:(?:element|attribute) name="(\w+)"/g), (match) => match[1]));

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

/** An element's name is the sender's text too: one that is not in the schema is not repeated. */
function safePath(xpath: string): string {
  return xpath
    .split('/')
    .map((step) => (step === '' || KNOWN_NAMES.has(step.replace(/\[\d+\]$/, '')) ? step : '*'))
    .join('/');
}

/** The library's own words repeat the value, so only their kind is taken. */
const SCHEMA_FAULTS: readonly (readonly [sign: RegExp, reason: string])[] = [
  [/No matching global declaration/, `The root element is not ${ROOT}.`],
  [/attribute 'schemaVersion'/, 'The schemaVersion is not 1.'],
  [/Missing child element/, 'A required element is missing: Header with Act, Reference and SentAt.'],
  [/'enumeration'/, 'The act is not REPORT, CORRECTION or WITHDRAWAL.'],
  [/'maxLength'/, 'A value is longer than its field can be.'],
  [/not expected/, 'An element does not belong here, or stands here twice.'],
];

function schemaFault({ message, line, xpath }: ErrorDetail): Fault {
  const reason = SCHEMA_FAULTS.find(([sign]) => sign.test(message))?.[1] ?? 'The element does not have the shape of this format.';
  return { code: 'DOCUMENT_SCHEMA', place: `line ${String(line)}, ${safePath(xpath ?? `/${ROOT}`)}`, reason, remedy: 'Mend the named element; the adapter README shows the shape.' };
}

function faultOf(error: XmlLibError): Fault {
  const [detail] = error.details;
  if (error instanceof XmlValidateError && detail !== undefined) {
    return schemaFault(detail);
  }
  const reason = 'The document is not well-formed XML from this line on.';
  return { code: 'DOCUMENT_MALFORMED', place: `line ${String(detail?.line ?? 1)}`, reason, remedy: 'Check that the whole file was sent, and send it again.' };
}

function elementsIn(parent: XmlElement): XmlElement[] {
  return parent.find('*').filter((node) => node instanceof XmlElement);
}

const valueOf = (element: XmlElement): Value => ({ text: element.content.trim(), line: element.line });
const isStated = ({ text }: Value): boolean => text !== '';
const valuesIn = (elements: readonly XmlElement[], above: string): [string, Value][] => elements.map((element) => [`${above}${element.name}`, valueOf(element)]);
const stated = (values: readonly [string, Value][]): Map<string, Value> => new Map(values.filter(([, value]) => isStated(value)));

function readReport({ root }: XmlDocument): Report {
  const sections = elementsIn(root);
  const inside = (name: string): XmlElement[] => sections.filter((section) => section.name === name).flatMap(elementsIn);
  return {
    line: root.line,
    values: stated(sections.flatMap((section) => valuesIn(elementsIn(section), `${section.name}/`))),
    recipients: inside('Grade').filter(({ name }) => name === 'Recipients').flatMap(elementsIn).map(valueOf).filter(isStated),
    subjects: inside('Subjects').map((subject) => ({ line: subject.line, values: stated(valuesIn(elementsIn(subject), '')) })),
    entities: inside('Entities').flatMap((element) => {
      const name = ENTITIES.find((known) => known === element.name);
      const value = valueOf(element);
      return name === undefined || !isStated(value) ? [] : [{ ...value, name }];
    }),
  };
}

/** Opens a report, or says why it can't be. */
export function openReport(text: string): Report | Fault {
  const declaration = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (declaration !== -1) {
    const place = `line ${String(text.slice(0, declaration).split('\n').length)}`;
    return { code: 'DOCUMENT_ENTITY', place, reason: 'The document declares a DOCTYPE or entities, which are never expanded.', remedy: 'Send it without a DOCTYPE.' };
  }
  try {
    return withDocument(text, (document) => {
      validator().validate(document);
      return readReport(document);
    });
  } catch (error) {
    if (error instanceof XmlLibError) {
      return faultOf(error);
    }
    throw error;
  }
}
