import type { SourceValue } from './source-value.ts';

/** An element with where it stands. */
export interface XmlElement {
  readonly name: string;
  readonly start: number;
  end: number;
  readonly contentStart: number;
  contentEnd: number;
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly start: number; readonly end: number }[];
  readonly children: XmlElement[];
}

const TOKEN = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<![^>]*>|<(\/?)([^\s<>/]+)([^<>]*?)(\/?)>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root of a well-formed text, as far as it goes; for invented samples, not for what is sent. */
export function xmlRoot(text: string): XmlElement | null {
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing, name, rest = '', selfClosing] = token;
    if (name === undefined) {
      continue;
    }
    if (closing === '/') {
      const closed = open.pop();
      if (closed !== undefined) {
        closed.contentEnd = token.index;
        closed.end = token.index + whole.length;
      }
      continue;
    }
    const end = token.index + whole.length;
    const attributes = attributesOf(rest, token.index + 1 + name.length);
    const element = { name, start: token.index, end, contentStart: end, contentEnd: end, attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    if (selfClosing !== '/') {
      open.push(element);
    }
  }
  return root;
}

function attributesOf(rest: string, offset: number): XmlElement['attributes'] {
  return Array.from(rest.matchAll(ATTRIBUTE), ({ 0: whole, 1: name = '', 2: double, 3: single = '', index }) => {
    const value = double ?? single;
    const end = offset + index + whole.length - 1;
    return { name, value, start: end - value.length, end };
  });
}

/** The texts of elements without elements in them, and all attributes, below the root. */
export function xmlValues(text: string): SourceValue[] {
  const root = xmlRoot(text);
  return root === null ? [] : under(root, [], text);
}

function under(element: XmlElement, path: readonly string[], text: string): SourceValue[] {
  const attributes = element.attributes.map(({ name, ...found }) => ({ path: [...path, `@${name}`], isName: false, ...found }));
  const inside = element.children.flatMap((child) => [...under(child, [...path, child.name], text)]);
  const { contentStart: start, contentEnd: end } = element;
  const value = text.slice(start, end);
  const own = element.children.length === 0 && value.trim() !== '' ? [{ path, value, start, end, isName: false }] : [];
  return [...attributes, ...own, ...inside];
}
