import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createProgram } from '../../src/cli/program.ts';
import type { CliProcess } from '../../src/cli/hub.ts';
import { ERRORS } from '../../src/domain/errors.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const README = readFileSync(path.join(PROJECT, 'README.md'), 'utf8');

describe('the errors', () => {
  it('stand in the README as they stand in the code: code, meaning, what to do, status', () => {
    const [, table = ''] = /<!-- errors -->\n([^]*?)<!-- \/errors -->/.exec(README) ?? [];
    const [head, , ...rows] = table.trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    expect(head).toEqual(['code', 'meaning', 'what to do', 'status']);
    expect(rows).toEqual(Object.entries(ERRORS).map(([code, { meaning, remedy, status }]) => [`\`${code}\``, meaning, remedy, String(status)]));
  });

  it('say what they mean and what to do, under the status of a client or a server at fault', () => {
    for (const [code, { status, meaning, remedy }] of Object.entries(ERRORS)) {
      expect({ code, ends: [meaning.at(-1), remedy.at(-1)] }).toEqual({ code, ends: ['.', '.'] });
      expect([400, 401, 403, 404, 409, 413, 422, 429, 500, 503]).toContain(status);
    }
  });
});

describe('the commands', () => {
  const unused = (): never => {
    throw new TypeError('help alone is asked for');
  };
  const hands: CliProcess = { open: unused, serve: unused, adapters: { root: '', doorOf: unused, find: unused }, senderKeys: unused, published: unused, now: unused, print: unused, fail: unused };
  const program = createProgram(hands, 'schema');
  /** Every command as it is typed, such as `quarantine list`. */
  const listed = program.commands.flatMap((command) => (command.commands.length === 0 ? [command.name()] : command.commands.map((under) => `${command.name()} ${under.name()}`)));

  it('that the README names are all in the help', () => {
    const named = [...README.matchAll(/npx homeward ([a-z]+)(?: ([a-z|]+)(?![\w-]))?/g)].flatMap(([, first = '', rest = '']) => {
      const under = listed.some((command) => command.startsWith(`${first} `));
      return under ? rest.split('|').map((second) => `${first} ${second}`) : [first];
    });
    expect(named).toEqual(expect.arrayContaining(['personas', 'quarantine list', 'quarantine replay', 'directory load']));
    expect(named.filter((command) => !listed.includes(command))).toEqual([]);
  });

  it('each say in the help what they do', () => {
    const help = program.helpInformation();
    for (const command of program.commands) {
      expect(help).toContain(command.name());
      expect(command.description()).not.toBe('');
    }
  });
});

describe('every adapter folder', () => {
  const folders = readdirSync(path.join(PROJECT, 'adapters'));

  it.each(folders)('%s has a README, a front door, and samples each with what it must give', (name) => {
    const inside = (...words: string[]): string => path.join(PROJECT, 'adapters', name, ...words);
    expect([inside('README.md'), inside('adapter.ts')].filter((file) => !existsSync(file))).toEqual([]);
    const files = readdirSync(inside('samples'));
    const stem = (file: string): string => file.replace(/(\.expected\.json|\.\w+)$/, '');
    const expected = files.filter((file) => file.endsWith('.expected.json')).map(stem).sort();
    const samples = files.filter((file) => !file.endsWith('.expected.json') && file !== 'settings.json').map(stem).sort();
    expect(samples.length).toBeGreaterThan(0);
    expect(expected).toEqual(samples);
  });
});
