import { XMLParser } from 'fast-xml-parser';
import type { AdapterDocument, Parsed } from '../../src/ingest/adapter-contract.ts';
import { findFault } from './check-document.ts';
import { readIdentity, readRefusedRecord } from './identity.ts';
import { ROOT, type ExchangeMessage } from './payload.ts';
import { decodeReferences } from './references.ts';

/** One node as the parser gives it with `preserveOrder`: one name with what is in it, and its attributes beside. */
type OrderedNode = Readonly<Record<string, readonly OrderedNode[] | string | Readonly<Record<string, string>>>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

// Values stay text as they were sent, `007890` and `1e5` too. Order is kept because text and CDATA may alternate.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The content of a node that holds others. */
function childrenOf(node: OrderedNode, name: string): readonly OrderedNode[] {
  // Safe: with `preserveOrder` every name but the text's and the attributes' holds a list of nodes.
  return node[name] as readonly OrderedNode[];
}

function rawText(node: OrderedNode | undefined): string {
  const text = node?.[TEXT];
  return typeof text === 'string' ? text : '';
}

function textOf(nodes: readonly OrderedNode[]): string {
  return nodes
    .map((node) => (CDATA in node ? rawText(childrenOf(node, CDATA)[0]) : decodeReferences(rawText(node))))
    .join('')
    .trim();
}

/** An answer stands under its question, one of several people under their place among them: each as XPath would find it. */
function stepOf(node: OrderedNode, name: string, place: number): string {
  // Safe: attributes are a table of texts.
  const { '@question': question } = (node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>;
  if (question !== undefined) {
    return `${name}[@question="${question.trim()}"]`;
  }
  return name === 'NamedPerson' ? `${name}[${String(place)}]` : name;
}

function* valuesIn(nodes: readonly OrderedNode[], above: string): Generator<ExchangeMessage[number]> {
  let place = 0;
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => ![ATTRIBUTES, TEXT, CDATA].includes(key));
    if (name === undefined) {
      continue;
    }
    place += 1;
    const path = `${above}${stepOf(node, name, place)}`;
    const inside = childrenOf(node, name);
    yield { path, value: textOf(inside) };
    yield* valuesIn(inside, `${path}/`);
  }
}

/** The values of a valid message; empty elements are as good as absent, which exports do not tell apart. */
function readMessage(text: string): ExchangeMessage {
  // Safe: the shape is what these parser options give, and the names are those the schema has just allowed.
  const nodes = parser.parse(text) as readonly OrderedNode[];
  const root = nodes.find((node) => ROOT in node);
  return root === undefined ? [] : [...valuesIn(childrenOf(root, ROOT), '')].filter(({ value }) => value !== '');
}

/** One file is one message: it is taken or refused whole. */
export function parse(document: AdapterDocument): Parsed<ExchangeMessage> {
  const fault = findFault(document.text);
  if (fault !== null) {
    const refusal = { ...fault, readable: readIdentity(document.text), record: readRefusedRecord(document.text) };
    return { records: [], refusals: [refusal], warnings: [], coverage: null };
  }
  const record = { place: `/${ROOT}`, record: readMessage(document.text) };
  return { records: [record], refusals: [], warnings: [], coverage: null };
}
