import { readdirSync } from 'node:fs';
import path from 'node:path';
import { demonstrationDirectory } from '../../../src/cli/demonstration/demonstration-directory.ts';
import type { DemonstrationDocument } from '../../../src/cli/demonstration/demonstration-document.ts';
import { bytesOf, demonstrationDocuments, demonstrationWorld } from '../../../src/cli/demonstration/documents.ts';
import { buildDirectory } from '../../../src/directory/build-directory.ts';
import { parseDirectory } from '../../../src/directory/parse-directory.ts';
import type { AdapterDocument, Refusal } from '../../../src/ingest/adapter-contract.ts';
import { NOW } from '../../ingest/an-ingest.ts';
import { ADAPTERS } from './the-adapters.ts';

const SIZE = { children: 60, seed: 'files' };
const SYSTEMS = buildDirectory(parseDirectory(demonstrationDirectory), 1).systems;

/** What the source's adapter refuses of a document, and how much it takes. */
function readAlone({ adapter, system, extracted, files, name }: DemonstrationDocument): { refused: Record<string, number>; taken: number } {
  const reader = ADAPTERS.get(adapter);
  const source = SYSTEMS.get(system);
  if (reader === undefined || source?.adapter !== adapter) {
    throw new TypeError('every document is of a system of the invented directory');
  }
  const sorted = files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const document: AdapterDocument = { text: sorted[0]?.text ?? '', files: sorted, agency: source.agency, settings: source.settings, extracted, fileName: name };
  const parsed = reader.parse(document);
  const mapped = parsed.records.map((record) => reader.map(record, document));
  const refusals: readonly Refusal[] = [...parsed.refusals, ...mapped.flatMap(({ refusals: own }) => own)];
  const refused = Object.fromEntries([...Map.groupBy(refusals, ({ code }) => code)].map(([code, all]) => [code, all.length]));
  return { refused, taken: mapped.reduce((sum, { observations }) => sum + observations.length, 0) };
}

describe('the files of the demonstration', () => {
  const documents = demonstrationDocuments(NOW, SIZE);

  it('are the same bytes for the same seed and moment, and others for another seed', async () => {
    const again = demonstrationDocuments(NOW, SIZE);
    expect(again).toEqual(documents);
    expect(await Promise.all(again.map(bytesOf))).toEqual(await Promise.all(documents.map(bytesOf)));
    expect(demonstrationDocuments(NOW, { ...SIZE, seed: 'another' })).not.toEqual(documents);
  });

  it('stay as they are for the children there were when there are more', () => {
    const { children } = demonstrationWorld(NOW, SIZE);
    expect(demonstrationWorld(NOW, { ...SIZE, children: 80 }).children.slice(0, SIZE.children)).toEqual(children);
  });

  it('come from every source there is an adapter for', () => {
    const folders = readdirSync(path.resolve(import.meta.dirname, '../../../adapters'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(new Set(documents.map(({ adapter }) => adapter))).toEqual(new Set(folders.map(({ name }) => name)));
  });

  it.each([...Map.groupBy(documents, ({ system }) => system)])('of %s are taken but for the planned faults', (_system, own) => {
    const read = own.map((document) => ({ name: document.name, ...readAlone(document) }));
    expect(read.map(({ name, refused }) => ({ name, refused }))).toEqual(own.map(({ name, refused }) => ({ name, refused })));
    expect(read.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(0);
    expect(own.some(({ refused }) => Object.keys(refused).length > 0)).toBe(true);
  });

  it('name no two children of the demonstration alike but for those whose stories are walked through', () => {
    const { children } = demonstrationWorld(NOW, SIZE);
    expect(new Set(children.map(({ authority, key }) => `${authority} ${key}`)).size).toBe(children.length);
    expect(children.filter(({ givenName }) => ['Ada', 'Ben', 'Cara', 'Dev', 'Eli'].includes(givenName))).toEqual([]);
  });
});

describe('the files of a start', () => {
  const few = Map.groupBy(demonstrationDocuments(NOW), ({ adapter }) => adapter);

  it('are few of those that authorities sign and bureaus write, each with early, doubled and corrected ones', () => {
    const [signed, written] = [few.get('authority-exchange') ?? [], few.get('police-intelligence') ?? []];
    expect(signed.length + written.length).toBeLessThanOrEqual(60);
    for (const own of [signed, written]) {
      const texts = own.map(({ files }) => files[0]?.text ?? '');
      expect(new Set(texts).size).toBeLessThan(texts.length);
      expect(texts.some((text) => /<Act>CORRECTION|<Corrects>/.test(text))).toBe(true);
      expect(texts.some((text) => /<Act>WITHDRAWAL|<Withdrawal>/.test(text))).toBe(true);
    }
  });
});

describe('a hundred invented children', () => {
  const { children } = demonstrationWorld(NOW, { children: 100, seed: 'homeward' });
  const episodes = children.flatMap((child) => child.episodes);

  it('have some five hundred episodes', () => {
    expect(episodes.length).toBeGreaterThan(400);
    expect(episodes.length).toBeLessThan(600);
  });

  it('have among them each story the briefing is about', () => {
    const open = episodes.filter(({ returned }) => returned === null);
    expect(open.filter(({ kind, located }) => kind === 'MISSING' && located === null).length).toBeGreaterThan(4);
    expect(open.filter(({ located }) => located !== null).length).toBeGreaterThan(3);
    expect(open.some(({ kind }) => kind === 'AWAY')).toBe(true);
    expect(episodes.filter(({ returned }) => returned !== null && returned > NOW - 24 * 3_600_000).length).toBeGreaterThan(3);
    expect(episodes.some(({ returned, offer }) => returned !== null && returned > NOW - 7 * 24 * 3_600_000 && returned < NOW - 4 * 24 * 3_600_000 && offer === null)).toBe(true);
  });

  it('have among them twins, brothers and sisters missing together, unaccompanied and restricted children', () => {
    const twins = children.filter(({ birth, familyName }) => children.filter((other) => other.birth === birth && other.familyName === familyName).length > 1);
    expect(twins.length).toBeGreaterThan(0);
    expect(episodes.length - new Set(episodes.map(({ together }) => together)).size).toBeGreaterThan(5);
    expect(children.filter(({ unaccompanied }) => unaccompanied).map(({ birth }) => birth.slice(4))).toContain('-01-01');
    expect(children.some(({ restricted }) => restricted)).toBe(true);
    expect(children.some(({ birth, birthAtPolice }) => birth !== birthAtPolice)).toBe(true);
    expect(children.some(({ knownToPolice }) => !knownToPolice)).toBe(true);
  });

  it('are placed by each authority with the other', () => {
    const away = { northmere: ['SC900001', 'SC900003'], southvale: ['SC900002'] } as const;
    for (const authority of ['northmere', 'southvale'] as const) {
      const homes: readonly string[] = away[authority];
      expect(children.some((child) => child.authority === authority && homes.includes(child.placements.at(-1)?.home.urn ?? ''))).toBe(true);
    }
  });

  it('have had nothing happen to them that is still to come, nor two episodes at once', () => {
    for (const child of children) {
      for (const [place, { from, located, returned }] of child.episodes.entries()) {
        const times = [from, located ?? from, returned ?? located ?? from];
        expect(times).toEqual(times.toSorted((one, other) => one - other));
        expect(times.at(-1)).toBeLessThanOrEqual(NOW);
        // Only the latest may still go on, and episodes are days apart.
        const next = child.episodes[place + 1]?.from ?? Infinity;
        expect(next === Infinity || (returned !== null && next - returned > 3 * 24 * 3_600_000)).toBe(true);
      }
    }
  });
});
