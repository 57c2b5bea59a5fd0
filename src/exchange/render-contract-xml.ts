/** XML as renderers write it: values escaped, and read back as they were by whatever reads XML. */
import { cannotSay } from './render-contract-matter.ts';
import { plainText } from './render-contract-texts.ts';

/** An element with its text, or with what stands in it. */
export interface XmlPart {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside: string | readonly XmlPart[];
}

const LONGEST_TEXT = 100_000;
/** A carriage return would be read as a line feed if it stood there itself. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** An element for a value; none where nothing is said. */
export function element(name: string, value: string | null | undefined, attributes: Readonly<Record<string, string>> = {}): XmlPart[] {
  const text = plainText(value ?? '');
  if (text.length > LONGEST_TEXT) {
    throw cannotSay('A text is longer than this format can hold.');
  }
  return text === '' ? [] : [{ name, attributes, inside: text }];
}

/** An element of elements; none where nothing is in it. */
export function section(name: string, ...inside: readonly (readonly XmlPart[])[]): XmlPart[] {
  const parts = inside.flat();
  return parts.length === 0 ? [] : [{ name, inside: parts }];
}

/** The bytes of a document, in UTF-8. */
export function xmlBytes(root: XmlPart): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`);
}

function written({ name, attributes = {}, inside }: XmlPart, indent: string): string {
  const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  const open = `${indent}<${name}${said.join('')}>`;
  return typeof inside === 'string'
    ? `${open}${escaped(inside)}</${name}>\n`
    : `${open}\n${inside.map((part) => written(part, `${indent} `)).join('')}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}
