import type { SourceValue } from './source-value.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|-?[\d.eE+-]+|true|false|null/g;

/** An object or a list that is open, and the key that stands in it just now. */
interface Frame {
  readonly isObject: boolean;
  key: string | null;
}

/** The values of a JSON text under their keys; places in lists have no name. */
export function jsonValues(text: string): SourceValue[] {
  const values: SourceValue[] = [];
  const open: Frame[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (MARKS.has(token)) {
      punctuate(open, token);
      continue;
    }
    const value = token.startsWith('"') ? unquoted(token) : token;
    const frame = open.at(-1);
    if (frame?.isObject === true && frame.key === null) {
      frame.key = value;
    } else {
      values.push({ path: open.flatMap(({ key }) => key ?? []), value, start: index, end: index + token.length, isName: false });
    }
  }
  return values;
}

const MARKS: ReadonlySet<string> = new Set(['{', '}', '[', ']', ',', ':']);

function punctuate(open: Frame[], mark: string): void {
  const frame = open.at(-1);
  if (mark === '{' || mark === '[') {
    open.push({ isObject: mark === '{', key: null });
  } else if (mark === '}' || mark === ']') {
    open.pop();
  } else if (mark === ',' && frame !== undefined) {
    frame.key = null;
  }
}

function unquoted(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token.slice(1, -1);
  }
}
