import { ParseOption, XmlDocument, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import type { Refusal } from '../../src/ingest/adapter-contract.ts';
import { ROOT, XSD } from './payload.ts';

type Fault = Omit<Refusal, 'readable' | 'record'>;
type ErrorDetail = XmlLibError['details'][number];

// The text is already decoded, so what the prolog says of its encoding no longer holds. Nesting deeper than 256
// and text nodes over 10 MB are refused by the parser itself.
const OPTIONS = {
  option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES,
};
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
const SCHEMA_FAULTS: readonly (readonly [sign: RegExp, reason: string, remedy: string])[] = [
  [/No matching global declaration/, `The root element is not ${ROOT}.`, 'Send this file to the adapter of its own format.'],
  [/attribute 'schemaVersion'/, 'The schemaVersion is not 1.', 'Export the message in schema version 1.'],
  [/Missing child element/, 'A required element is missing here.', 'A message needs Header with MessageType, SendingAuthority and SentAt, and Child with ChildKey.'],
  [/'enumeration'/, 'The type of message or the question is not one this format has.', 'Use one of the types and questions the adapter README lists.'],
  [/'maxLength'/, 'The value is longer than this field can be.', 'Shorten it: keys have at most 200 characters.'],
  [/not expected/, 'This element does not belong here, or stands here twice.', 'Remove it; the adapter README shows the shape.'],
];

function schemaFault(detail: ErrorDetail): Fault {
  const [, reason, remedy] = SCHEMA_FAULTS.find(([sign]) => sign.test(detail.message)) ?? [
    null,
    'The element does not have the shape of this format.',
    'Compare it with the shape in the adapter README.',
  ];
  const place = `line ${String(detail.line)}, ${safePath(detail.xpath ?? `/${ROOT}`)}`;
  return { code: 'DOCUMENT_SCHEMA', place, reason, remedy };
}

function faultOf(error: XmlLibError): Fault {
  const [detail] = error.details;
  if (error instanceof XmlValidateError && detail !== undefined) {
    return schemaFault(detail);
  }
  return {
    code: 'DOCUMENT_MALFORMED',
    place: `line ${String(detail?.line ?? 1)}`,
    reason: 'The document is not well-formed XML from this line on.',
    remedy: 'Check that the whole file was sent, and send it again.',
  };
}

/** The first reason why this text is no message of this format; null when it is one. */
export function findFault(text: string): Fault | null {
  const declaration = text.search(/<!(?:DOCTYPE|ENTITY)/i);
  if (declaration !== -1) {
    return {
      code: 'DOCUMENT_ENTITY',
      place: `line ${String(text.slice(0, declaration).split('\n').length)}`,
      reason: 'The document declares a DOCTYPE or entities, which are never expanded.',
      remedy: 'Send it without a DOCTYPE.',
    };
  }
  try {
    withDocument(text, (document) => {
      validator().validate(document);
    });
    return null;
  } catch (error) {
    if (error instanceof XmlLibError) {
      return faultOf(error);
    }
    throw error;
  }
}

/** Finds on which lines of a valid message these elements stand; used for the rare message with something to say about it. */
export function locate(text: string, paths: readonly string[]): string[] {
  return withDocument(text, (document) =>
    paths.map((path) => {
      const whole = `/${ROOT}/${path}`;
      // An attribute knows no line, so its element is looked for.
      const node = document.get(whole.replace(/\/@.*$/, '')) ?? document.root;
      return `line ${String(node.line)}, ${whole}`;
    }),
  );
}
