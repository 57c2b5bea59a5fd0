import type { Adapter, AdapterFile, Syntax } from '../adapter-contract.ts';
import { csvValues } from './csv-text.ts';
import { jsonValues } from './json-text.ts';
import type { SourceValue } from './source-value.ts';
import { xmlValues } from './xml-text.ts';

const READERS: Readonly<Record<Syntax, (text: string) => SourceValue[]>> = { xml: xmlValues, csv: csvValues, json: jsonValues };

/** What a text is written in, as the hub would tell. */
export function syntaxOf(text: string, { manifest: { syntaxes } }: Adapter): Syntax {
  const shown = text.trimStart().startsWith('<') ? 'xml' : /^\s*[[{]/.test(text) ? 'json' : 'csv';
  return syntaxes.length === 1 ? (syntaxes[0] ?? shown) : shown;
}

/** What the files of a sample are written in. */
export function writtenIn(adapter: Adapter, { files }: { readonly files: readonly AdapterFile[] }): Syntax | null {
  const [first] = files;
  return first === undefined ? null : syntaxOf(first.text, adapter);
}

/** Every value of a file, with its place in the text; of a broken file those before it breaks. */
export function valuesOf(adapter: Adapter, { text }: AdapterFile): SourceValue[] {
  return READERS[syntaxOf(text, adapter)](text);
}

const WRITE: Readonly<Record<Syntax, (value: string) => string>> = {
  xml: (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'),
  csv: (value) => `"${value.replace(/"/g, '""')}"`,
  json: (value) => JSON.stringify(value),
};

/** The file with another value in the place of this one, written as its syntax writes it. */
export function withValue(adapter: Adapter, file: AdapterFile, { at, value }: { readonly at: SourceValue; readonly value: string }): AdapterFile {
  const { text } = file;
  return { ...file, text: text.slice(0, at.start) + WRITE[syntaxOf(text, adapter)](value) + text.slice(at.end) };
}
