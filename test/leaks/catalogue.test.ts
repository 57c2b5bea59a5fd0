import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const TESTS = path.resolve(import.meta.dirname, '..');
const README = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8');
/** What marks a row that no test holds yet; the rest of the cell says what it comes with. */
const LATER = 'later: ';

const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(test|leaks)\.ts$/.test(file) && path.basename(file) !== path.basename(import.meta.filename));

/** Every row that the name of some test begins with, with the files: `row 20: ...`, `rows 18, 19: ...`, `J10 ...`. */
function rowsInNames(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(path.join(TESTS, file), 'utf8');
    const named = [...text.matchAll(/['"`](?:rows? ([\d, ]+)\b:? |(J\d+|[A-Z]\d+(?=:))\b:? )/g)].flatMap(([, numbers, letter]) => numbers?.split(', ') ?? [letter ?? '']);
    for (const row of new Set(named)) {
      found.set(row, [...(found.get(row) ?? []), file]);
    }
  }
  return found;
}

interface CatalogueRow {
  readonly row: string;
  readonly tested: string;
}

/** The rows of the catalogue, by hand in the README. */
function rowsInReadme(): CatalogueRow[] {
  const cells = README.split('\n').filter((line) => /^\| [A-Z]?\d/.test(line)).map((line) => line.split('|').map((cell) => cell.trim()));
  return cells.map(([, row = '', , tested = '']) => ({ row, tested }));
}

const rows = rowsInReadme();
const held = rowsInNames();

describe('the catalogue of leaks', () => {
  it('has each row once', () => {
    expect(rows.map(({ row }) => row)).toEqual([...new Set(rows.map(({ row }) => row))]);
    const numbered = Array.from({ length: 68 }, (_, n) => String(n + 1));
    expect(rows.map(({ row }) => row)).toEqual(expect.arrayContaining([...numbered, ...Array.from({ length: 17 }, (_, n) => `J${String(n + 1)}`)]));
  });

  it.each(rows.filter(({ tested }) => !tested.startsWith(LATER)))('says of $row truly that some test holds it, and where', ({ row, tested }) => {
    const where = [...tested.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    expect(where.length).toBeGreaterThan(0);
    const testing = held.get(row) ?? [];
    expect(where.filter((name) => !testing.some((file) => file.startsWith(name)))).toEqual([]);
  });

  it('has every row that a test says it holds', () => {
    expect([...held.keys()].filter((row) => !rows.some((known) => known.row === row))).toEqual([]);
  });

  it('holds no row that it says comes later', () => {
    const later = rows.filter(({ tested }) => tested.startsWith(LATER)).map(({ row }) => row);
    expect(later.filter((row) => held.has(row))).toEqual([]);
  });
});
