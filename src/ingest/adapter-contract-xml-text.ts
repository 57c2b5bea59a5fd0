/** XML as the text it was sent as: what adapters share in reading values, of whole documents and of broken ones. */
import { XMLParser } from 'fast-xml-parser';

/** An element as it was sent: its attributes and its own text, decoded and trimmed, and what stands in it. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly inside: readonly XmlNode[];
}

/** One node as the parser gives it with `preserveOrder`: one name with what is in it, and its attributes beside. */
type OrderedNode = Readonly<Record<string, readonly OrderedNode[] | string | Readonly<Record<string, string>>>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LAST_CODE_POINT = 0x10ffff;

// Values stay text as they were sent, `007890` and `1e5` too. Order is kept because text and CDATA may alternate.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The elements below the root of a document that is known to be well formed. */
export function readElements(text: string, root: string): readonly XmlNode[] {
  // Safe: the shape is what these parser options give.
  const nodes = parser.parse(text) as readonly OrderedNode[];
  const found = nodes.find((node) => root in node);
  return found === undefined ? [] : elementsOf(childrenOf(found, root));
}

/** The text of the first element of this name, wherever it stands in however broken a document; null where it can't be read. */
export function findText(text: string, element: string): string | null {
  // Every part of the pattern stops at the next `<`, so that a hostile document cannot make it slow.
  const found = new RegExp(`<${element}\\s*>([^<]{1,400})<`).exec(text)?.[1] ?? '';
  const value = decodeReferences(found).trim();
  return value === '' || /[&\p{Cc}]/u.test(value) ? null : value;
}

function elementsOf(nodes: readonly OrderedNode[]): XmlNode[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => ![ATTRIBUTES, TEXT, CDATA].includes(key));
    return name === undefined ? [] : [elementOf(node, name)];
  });
}

function elementOf(node: OrderedNode, name: string): XmlNode {
  const children = childrenOf(node, name);
  const attributes = Object.entries(node[ATTRIBUTES] ?? {}).map(([attribute, value]) => [attribute, decodeReferences(String(value)).trim()] as const);
  return { name, attributes: new Map(attributes), text: textOf(children), inside: elementsOf(children) };
}

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

/** Turns XML's own five names and numbered characters into what they stand for; nothing else is ever expanded. */
function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(/&(?:#x[0-9a-fA-F]{1,8}|#\d{1,8}|[a-z]{2,4});/g, characterFor) : text;
}

function characterFor(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) {
    return PREDEFINED.get(name) ?? reference;
  }
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= LAST_CODE_POINT && !isHalf(code);
  return isCharacter ? String.fromCodePoint(code) : reference;
}

/** Halves of a UTF-16 pair are no characters, and no database stores them. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
