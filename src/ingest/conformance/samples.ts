import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HubError } from '../../domain/errors.ts';
import type { Adapter, AdapterFile } from '../adapter-contract.ts';
import { openFiles } from '../open-files.ts';
import { packFiles } from '../pack-files.ts';
import type { Reader } from './read-outcome.ts';

/** An adapter as it lies on disk: the module that exports it, and the folder of its samples. */
export interface AdapterPlace {
  readonly door: string;
  readonly samples: string;
}

/** One invented document, with what it must give; `files` is empty where the hub itself refuses the bytes. */
export interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly files: readonly AdapterFile[];
  /** Null where nobody has written it down yet. */
  readonly expected: unknown;
}

/** An adapter under examination. */
export interface Subject extends Reader {
  readonly place: AdapterPlace;
  readonly samples: readonly Sample[];
  /** How many records are read at once to see what memory they take. */
  readonly bulk: number;
}

const BULK = 50_000;

/** Holds what the directory would say of the system that sends the samples; no sample itself. */
const SETTINGS = 'settings.json';
const EXPECTED = '.expected.json';

/** Loads an adapter with its samples. */
export async function loadSubject(place: AdapterPlace): Promise<Subject> {
  // Safe: the contract asks of every adapter folder that its front door exports `adapter`.
  const { adapter } = (await import(pathToFileURL(place.door).href)) as { adapter: Adapter };
  return subjectOf(adapter, place);
}

/** An adapter with its samples; a folder among them is a set of files, sent as one archive. */
export async function subjectOf(adapter: Adapter, place: AdapterPlace): Promise<Subject> {
  const names = existsSync(place.samples) ? readdirSync(place.samples).filter((name) => !name.endsWith(EXPECTED) && name !== SETTINGS) : [];
  const samples = await Promise.all(names.sort().map((name) => loadSample(adapter, place, name)));
  return { adapter, place, samples, settings: settingsOf(place), bulk: BULK };
}

/** The file beside a sample that says what it gives. */
export function expectedFile({ samples }: AdapterPlace, name: string): string {
  return path.join(samples, `${path.parse(name).name}${EXPECTED}`);
}

async function loadSample(adapter: Adapter, place: AdapterPlace, name: string): Promise<Sample> {
  const bytes = await bytesOf(path.join(place.samples, name));
  const expected = expectedFile(place, name);
  return {
    name,
    bytes,
    files: await filesIn(adapter, bytes),
    expected: existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : null,
  };
}

async function bytesOf(file: string): Promise<Buffer> {
  const found = readdirSync(path.dirname(file), { withFileTypes: true }).find(({ name }) => name === path.basename(file));
  return found?.isDirectory() === true ? packFiles(readdirSync(file).map((name) => ({ name, bytes: readFileSync(path.join(file, name)) }))) : readFileSync(file);
}

async function filesIn({ manifest }: Adapter, bytes: Buffer): Promise<readonly AdapterFile[]> {
  try {
    return (await openFiles(bytes, { manifest, fileName: null, mostBytes: 100_000_000 })).files;
  } catch (error) {
    if (error instanceof HubError) {
      return [];
    }
    throw error;
  }
}

/** What the directory would say of the system that sends the samples; null where it would say nothing. */
export function settingsOf({ samples }: AdapterPlace): unknown {
  const file = path.join(samples, SETTINGS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
