import { readFileSync } from 'node:fs';
import type { Adapter } from '../../../src/ingest/adapter-contract.ts';

/** Everything that an adapter must not do, one thing a word in its settings. */
let read = 0;

interface Row {
  readonly key: string;
  readonly name: string;
}

const does = (settings: unknown, word: string): boolean => settings === word;

/** A table of two columns, KEY and NAME, read by somebody who knows no better. */
export const adapter: Adapter<Row> = {
  manifest: { id: 'careless', version: '1', title: 'Careless', order: 'none', extract: 'delta', syntaxes: ['csv'], files: 'one' },
  fields: [
    { name: 'KEY', becomes: ['subject', 'record'], precision: null, meaning: 'The key.' },
    { name: 'NAME', becomes: ['person.givenName'], precision: null, meaning: 'The name.' },
  ],
  skips: [{ check: 'encodings', because: 'This adapter is there to be looked at in one respect only.' }],
  parse({ text, settings }) {
    const [, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
    read += 1;
    const rows = lines.map((line) => line.replaceAll('"', '').split(','));
    const whole = rows.filter((cells) => cells.length === 2);
    const chosen = does(settings, 'first row counts') ? whole.slice(0, 1) : whole;
    return {
      records: chosen.map(([key = '', name = ''], at) => ({ place: `line ${String(at + 2)}`, record: { key: does(settings, 'numbers') ? String(Number(key)) : key, name } })),
      refusals: rows
        .filter((cells) => cells.length !== 2)
        .map(() => ({  code: 'VALUE_INVALID',
          place: 'line 2',
          reason: 'The row is broken.',
          remedy: 'Mend it.',
          readable: null,
          record: null,
        })),
      warnings: does(settings, 'repeats') ? rows.map(([key = '']) => ({ code: 'KEY_SEEN', place: 'line 2', reason: `${key} was here.` })) : [],
      coverage: null,
    };
  },
  map({ place, record: { key, name } }, { settings }) {
    return { observations: [{ subjectKey: key, record: { kind: 'person', key }, part: '', act: 'correct', kind: 'person', order: '', payload: { givenName: name + touch(settings) }, place }], refusals: [], warnings: [], period: null };
  },
  readIdentity: () => null,
};

/** Reaches out of the room, as it was told. */
function touch(settings: unknown): string {
  if (does(settings, 'file')) {
    return readFileSync(new URL(import.meta.url), 'utf8').slice(0, 1);
  }
  if (does(settings, 'network')) {
    void fetch('http://127.0.0.1:9/').catch(() => null);
  }
  if (does(settings, 'swallows')) {
    try {
      return String(Math.random());
    } catch {
      return '';
    }
  }
  if (does(settings, 'speaks')) {
    process.stderr.write('');
  }
  const told: Readonly<Record<string, () => string>> = {
    clock: () => String(new Date().getFullYear()),
    zone: () => String(new Date('2026-03-01T00:00:00').getTime()),
    remembers: () => String(read),
  };
  return typeof settings === 'string' ? (told[settings]?.() ?? '') : '';
}
