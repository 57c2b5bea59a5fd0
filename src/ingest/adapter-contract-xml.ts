/** XML that has a schema: what adapters of such sources share in opening and checking it. */
import { ParseOption, XmlDocument, XmlElement, XmlLibError, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import type { Refusal } from './adapter-contract.ts';

/** Why a document, or one record of it, can't be taken. */
export type XmlFault = Pick<Refusal, 'code' | 'place' | 'reason' | 'remedy'>;

/** In which way the shape of a document is wrong. */
export type ShapeFault = 'ROOT' | 'VERSION' | 'MISSING' | 'WORD' | 'LENGTH' | 'MISPLACED' | 'OTHER';

/** One XML format: its schema, and its own words for what can be wrong, where the general ones do not do. */
export interface XmlShape {
  readonly root: string;
  readonly xsd: string;
  readonly reasons: Readonly<Partial<Record<ShapeFault, string>>>;
  /** By what is wrong, or one for everything. */
  readonly remedies: Readonly<Partial<Record<ShapeFault, string>>> | string;
}

/** A fault of the shape, with the element it is in. */
export interface FoundFault extends Pick<Refusal, 'code' | 'reason' | 'remedy'> {
  readonly line: number;
  /** With names as they were sent: `placeOf` shows it. */
  readonly xpath: string;
}

type ErrorDetail = XmlLibError['details'][number];

// The text is already decoded, so what the prolog says of its encoding no longer holds. Nesting deeper than 256
// and text nodes over 10 MB are refused by the parser itself.
const OPTIONS = { option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES };

/** The library's own words repeat the value, so only their kind is taken. */
const SIGNS: readonly (readonly [sign: RegExp, fault: ShapeFault])[] = [
  [/No matching global declaration/, 'ROOT'],
  [/attribute 'schemaVersion'/, 'VERSION'],
  [/Missing child element/, 'MISSING'],
  [/'enumeration'/, 'WORD'],
  [/'maxLength'/, 'LENGTH'],
  [/not expected/, 'MISPLACED'],
];
const REASONS: Readonly<Record<Exclude<ShapeFault, 'ROOT'>, string>> = {
  VERSION: 'The schemaVersion is not 1.',
  MISSING: 'A required element is missing here.',
  WORD: 'The value is not one of the words this element can hold.',
  LENGTH: 'The value is longer than this field can be.',
  MISPLACED: 'This element does not belong here, or stands here twice.',
  OTHER: 'The element does not have the shape of this format.',
};
const REMEDIES: Readonly<Record<ShapeFault, string>> = {
  ROOT: 'Send this file to the adapter of its own format.',
  VERSION: 'Export the message in schema version 1.',
  MISSING: 'Add it; the adapter README shows the shape.',
  WORD: 'Use one of the words the adapter README lists.',
  LENGTH: 'Shorten it: keys have at most 200 characters.',
  MISPLACED: 'Remove it; the adapter README shows the shape.',
  OTHER: 'Compare it with the shape in the adapter README.',
};

/** The library's documents live outside JavaScript's memory, so each is let go at once. */
function withDocument<T>(text: string, use: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(text, OPTIONS);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

/** The elements that stand directly in this one. */
export function elementsIn(parent: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  // Not by XPath: that is compiled anew each time, and a return has half a million elements.
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement) {
      found.push(node);
    }
  }
  return found;
}

/** Opens and checks documents of one format. */
export class XmlFormat {
  readonly #shape: XmlShape;
  readonly #names: ReadonlySet<string | undefined>;
  #compiled: XsdValidator | null = null;

  constructor(shape: XmlShape) {
    this.#shape = shape;
    this.#names = new Set(Array.from(shape.xsd.matchAll(/<xs:(?:element|attribute) name="(\w+)"/g), (match) => match[1]));
  }

  /** What `use` makes of the document, or why it can't be opened; nothing of it outlives `use`. */
  open<T>(text: string, use: (document: XmlDocument) => T): T | XmlFault {
    const declaration = text.search(/<!(?:DOCTYPE|ENTITY)/i);
    if (declaration !== -1) {
      const place = `line ${String(text.slice(0, declaration).split('\n').length)}`;
      const reason = 'The document declares a DOCTYPE or entities, which are never expanded.';
      return { code: 'DOCUMENT_ENTITY', place, reason, remedy: 'Send it without a DOCTYPE.' };
    }
    try {
      return withDocument(text, use);
    } catch (error) {
      if (error instanceof XmlLibError) {
        const place = `line ${String(error.details[0]?.line ?? 1)}`;
        const reason = 'The document is not well-formed XML from this line on.';
        return { code: 'DOCUMENT_MALFORMED', place, reason, remedy: 'Check that the whole file was sent, and send it again.' };
      }
      throw error;
    }
  }

  /** What `use` makes of a document of the right shape, or the first reason why it is none. */
  openValid<T>(text: string, use: (document: XmlDocument) => T): T | XmlFault {
    return this.open(text, (document) => {
      const [fault] = this.faultsOf(document);
      if (fault === undefined) {
        return use(document);
      }
      const { code, reason, remedy, line, xpath } = fault;
      return { code, place: `line ${String(line)}, ${this.#shownPath(xpath)}`, reason, remedy };
    });
  }

  /** Everything that is wrong with the shape of a document, as it stands in it. */
  faultsOf(document: XmlDocument): FoundFault[] {
    try {
      this.#validator().validate(document);
      return [];
    } catch (error) {
      if (error instanceof XmlValidateError && error.details.length > 0) {
        return error.details.map((detail) => this.#foundFault(detail));
      }
      throw error;
    }
  }

  /** On which lines of a valid document these paths below the root stand; for the rare one with something to say about it. */
  locate(text: string, paths: readonly string[]): string[] {
    return withDocument(text, (document) =>
      paths.map((path) => {
        const whole = `/${this.#shape.root}/${path}`;
        // An attribute knows no line, so its element is looked for.
        const node = document.get(whole.replace(/\/@.*$/, '')) ?? document.root;
        return `line ${String(node.line)}, ${whole}`;
      }),
    );
  }

  /** Compiled once and kept for the life of the process. */
  #validator(): XsdValidator {
    this.#compiled ??= withDocument(this.#shape.xsd, (schema) => XsdValidator.fromDoc(schema));
    return this.#compiled;
  }

  #foundFault({ message, line, xpath }: ErrorDetail): FoundFault {
    const { root, reasons, remedies } = this.#shape;
    const fault = SIGNS.find(([sign]) => sign.test(message))?.[1] ?? 'OTHER';
    const reason = reasons[fault] ?? (fault === 'ROOT' ? `The root element is not ${root}.` : REASONS[fault]);
    const remedy = typeof remedies === 'string' ? remedies : (remedies[fault] ?? REMEDIES[fault]);
    return { code: 'DOCUMENT_SCHEMA', line, xpath: xpath ?? `/${root}`, reason, remedy };
  }

  /** An element's name is the sender's text too: one that is not in the schema is not repeated. */
  #shownPath(xpath: string): string {
    const steps = xpath.split('/');
    return steps.map((step) => (step === '' || this.#names.has(step.replace(/\[\d+\]$/, '')) ? step : '*')).join('/');
  }
}
