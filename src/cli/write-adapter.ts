import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HubError } from '../domain/errors.ts';
import type { Syntax } from '../ingest/adapter-contract.ts';

/** A new adapter: its name, what its files are written in, and whether several belong together. */
export interface NewAdapter {
  readonly id: string;
  readonly syntax: Syntax;
  readonly set: boolean;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_ID = 40;
const SAMPLE = 'two-episodes';
const TEMPLATE = '.template';

/** Writes the folder of an adapter that passes every check as it stands, to be changed from there; answers its files. */
export function writeAdapter(root: string, wanted: NewAdapter): string[] {
  const { id, syntax } = wanted;
  if (!ID.test(id) || id.length > LONGEST_ID) {
    throw new HubError('BAD_INPUT', `An adapter is named in small letters, digits and hyphens, such as "our-system", by at most ${String(LONGEST_ID)} characters.`);
  }
  const folder = path.join(root, 'adapters', id);
  if (existsSync(folder)) {
    throw new HubError('BAD_INPUT', `There is a folder adapters/${id} already. Choose another name, or change what is there.`);
  }
  const templates = path.join(root, 'templates', 'adapter');
  const files = [...filesOf(path.join(templates, 'all')), ...filesOf(path.join(templates, syntax)).filter(([name]) => name !== 'xsd.ts'), ...samplesOf(path.join(templates, syntax), wanted)];
  const words = wordsFor(wanted);
  const shape = path.join(templates, syntax, `xsd.ts${TEMPLATE}`);
  const more = existsSync(shape) ? readFileSync(shape, 'utf8') : '';
  return files.map(([name, text]) => write(folder, name, fill(name === 'payload.ts' ? text + more : text, words)));
}

function filesOf(folder: string): (readonly [name: string, text: string])[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(TEMPLATE));
  return names.map((name) => [name.slice(0, -TEMPLATE.length), readFileSync(path.join(folder, name), 'utf8')]);
}

/** The sample of a set is a folder. */
function samplesOf(folder: string, { syntax, set }: NewAdapter): (readonly [name: string, text: string])[] {
  const sample = `${SAMPLE}.${syntax}`;
  return filesOf(path.join(folder, 'samples')).map(([name, text]) => [path.join('samples', set && name === sample ? path.join(SAMPLE, `episodes.${syntax}`) : name), text]);
}

function wordsFor({ id, syntax, set }: NewAdapter): Readonly<Record<string, string>> {
  return {
    id,
    syntax,
    files: set ? 'set' : 'one',
    file: set ? `episodes.${syntax} ` : '',
    payloadImport: `import ${syntax === 'xml' ? '{ XSD, type SourceRecord }' : 'type { SourceRecord }'} from './payload.ts';`,
    xsdLine: syntax === 'xml' ? '\n  xsd: XSD,' : '',
  };
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, word: string) => words[word] ?? whole);
}

function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
