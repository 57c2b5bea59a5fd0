import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../src/ingest/adapter-contract.ts';
import { packFiles, type FileToPack } from '../../src/ingest/pack-files.ts';
import type { Subject } from '../../src/ingest/conformance/samples.ts';
import { EXTRACTED, subjects, type Outcome } from '../adapters/read-sample.ts';
import { seeded, type Chance } from '../bench/matching/seeded.ts';
import { signDetached, type SigningKey } from '../support/a-signature.ts';
import { POISONS, poisoned, type Poison } from './poison.ts';
import { systemOf } from './fault-directory.ts';
import { namedIn, varySample, type Named, type Somebody } from './vary-sample.ts';

/** A document that a source system sends. */
export interface FaultMessage {
  readonly adapter: string;
  readonly system: string;
  readonly extracted: string | null;
  readonly bytes: Buffer;
  readonly signature: string | null;
  readonly sha256: string;
  /** What is wrong with it; null where nothing is. */
  readonly poison: Poison | null;
  /** Its records have no order but that of arrival. */
  readonly inTurn: boolean;
}

/** Messages of one child, by chance of any system. */
const A_CHILD = 6;
const POISON_SHARE = 0.01;
/** Children of a full extract, one of whom every second extract lacks: less than what waits for a person. */
const EXTRACTED_CHILDREN = 40;
const HOUR = 3_600_000;

interface TextFile {
  readonly name: string;
  /** One character a byte. */
  readonly text: string;
}

interface Story {
  readonly adapter: Adapter;
  readonly named: Named;
  readonly name: string;
  readonly files: readonly TextFile[];
  readonly isSet: boolean;
  readonly outcome: Outcome;
}

/** Messages of every adapter, made from its samples: of many children, some of whom several systems know, and a hundredth unreadable. */
export async function faultMessages(count: number, seed: number, key: SigningKey): Promise<FaultMessage[]> {
  const chance = seeded(seed);
  const stories = (await subjects()).flatMap(storiesOf);
  const extracts = await fullExtracts(stories.filter(({ adapter }) => adapter.manifest.extract === 'full'), Math.max(2, Math.min(20, Math.floor(count / 100))));
  const told = stories.filter(({ adapter }) => adapter.manifest.extract !== 'full');
  const poisons = Math.max(POISONS.length, Math.round(count * POISON_SHARE));
  const messages: FaultMessage[] = [...extracts];
  for (let child = 0; messages.length < count - poisons; child += 1) {
    messages.push(...(await aChild({ number: child, days: -(child % 500) }, inTurn(told.filter(isGood), child), { chance, key })));
  }
  messages.length = count - poisons;
  for (let number = 0; number < poisons; number += 1) {
    messages.push(await aPoison(told, number, { chance, key }));
  }
  return messages;
}

interface Making {
  readonly chance: Chance;
  readonly key: SigningKey;
}

/** The stories with the one in front that is this child's turn, so that a short run too has every adapter, and files and sets of each. */
function inTurn(stories: readonly Story[], child: number): readonly Story[] {
  const kinds = new Map(stories.toReversed().map((story) => [`${story.adapter.manifest.id} ${String(story.isSet)}`, story]));
  const first = [...kinds.values()][child % kinds.size];
  return first === undefined ? stories : [first, ...stories];
}

/** The first of the stories and some by chance, of which no two say anything of one record at one order: which of those stood would depend on which came first. */
async function aChild(somebody: Somebody, stories: readonly Story[], { chance, key }: Making): Promise<FaultMessage[]> {
  const said = new Set<string>();
  const messages: FaultMessage[] = [];
  for (let tries = 0; messages.length < A_CHILD && tries < 3 * A_CHILD; tries += 1) {
    const story = (tries === 0 ? stories[0] : undefined) ?? chance.one(stories);
    const words = wordsOf(story, messages.length);
    if (words.every((word) => !said.has(word))) {
      words.forEach((word) => said.add(word));
      messages.push(await message(story, { somebody, place: messages.length, poison: null }, key));
    }
  }
  return messages;
}

async function aPoison(stories: readonly Story[], number: number, { chance, key }: Making): Promise<FaultMessage> {
  // Of the whole list in turn, so that a short run has every kind.
  const poison = POISONS[number % POISONS.length] ?? 'REFUSED';
  const fitting = stories.filter((story) => fits(story, poison));
  return message(chance.one(fitting), { somebody: { number: 50_000 + number, days: -(number % 500) }, place: 0, poison }, key);
}

function fits(story: Story, poison: Poison): boolean {
  switch (poison) {
    case 'REFUSED':
      return !isGood(story);
    case 'ARCHIVE':
      return isGood(story) && story.isSet;
    case 'TRUNCATED':
    case 'ENCODING':
    case 'ENTITIES':
      return isGood(story) && /^<\?xml[^>]*encoding="UTF-8"/.test(story.files[0]?.text ?? '');
  }
}

/** The samples are named for the situation; that of a child who refused is read like any other. */
function isGood({ name, outcome }: Story): boolean {
  return !name.startsWith('refused') || outcome.refusals.length === 0;
}

function wordsOf({ adapter, outcome }: Story, place: number): string[] {
  const { id, order: ordered } = adapter.manifest;
  return outcome.observations.map(({ record, part, order }) => JSON.stringify([id, record.kind, record.key, part, ordered === 'extractDate' ? place : order]));
}

async function message(story: Story, { somebody, place, poison }: { somebody: Somebody; place: number; poison: Poison | null }, key: SigningKey): Promise<FaultMessage> {
  const files = story.files.map(({ name, text }) => ({ name, bytes: Buffer.from(varySample(text, story.named, somebody), 'latin1') }));
  const whole = poisoned(await packed(story.isSet, files), poison);
  return sealed(story.adapter, { bytes: whole, extractedAt: Date.parse(EXTRACTED) + place * HOUR, poison }, key);
}

async function sealed({ manifest }: Adapter, { bytes, extractedAt, poison }: { bytes: Buffer; extractedAt: number; poison: Poison | null }, key: SigningKey | null): Promise<FaultMessage> {
  return {
    adapter: manifest.id,
    system: systemOf(manifest.id),
    extracted: manifest.order === 'extractDate' ? new Date(extractedAt).toISOString() : null,
    bytes,
    signature: manifest.signed === true && key !== null ? await signDetached(bytes, key) : null,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    poison,
    inTurn: manifest.order === 'none',
  };
}

function packed(isSet: boolean, files: readonly FileToPack[]): Promise<Buffer> {
  return isSet ? packFiles(files) : Promise.resolve(files[0]?.bytes ?? Buffer.alloc(0));
}

/** A series of full extracts of each table: the same children, of whom one comes and goes. */
async function fullExtracts(stories: readonly Story[], count: number): Promise<FaultMessage[]> {
  const tables = new Map(stories.filter((story) => isGood(story) && story.outcome.refusals.length === 0).reverse().map((story) => [headOf(story), story]));
  const messages: FaultMessage[] = [];
  for (const story of tables.values()) {
    const [head = '', ...rows] = (story.files[0]?.text ?? '').trimEnd().split(/\r?\n/);
    for (let number = 0; number < count; number += 1) {
      const children = Array.from({ length: EXTRACTED_CHILDREN }, (_, child) => child).slice(number % 2);
      const lines = children.flatMap((child) => varySample(rows.join('\n'), story.named, { number: child, days: 0 }));
      const bytes = Buffer.from([head, ...lines].join('\n'), 'latin1');
      messages.push(await sealed(story.adapter, { bytes, extractedAt: Date.parse(EXTRACTED) + number * HOUR, poison: null }, null));
    }
  }
  return messages;
}

function headOf({ adapter, files }: Story): string {
  return `${adapter.manifest.id} ${(files[0]?.text ?? '').split(/\r?\n/, 1)[0] ?? ''}`;
}

function storiesOf({ adapter, place, samples }: Subject): Story[] {
  // The expected files are what reading the samples gave; the suite of the adapters holds them to it.
  const outcomes = samples.map(({ expected }) => expected as Outcome);
  const named = namedIn(outcomes);
  return samples.flatMap(({ name }, number) => {
    const outcome = outcomes[number];
    const at = path.join(place.samples, name);
    const isSet = statSync(at).isDirectory();
    const names = isSet ? readdirSync(at).map((file) => path.join(at, file)) : [at];
    const files = names.map((file) => ({ name: path.basename(file), text: readFileSync(file, 'latin1') }));
    return outcome === undefined ? [] : [{ adapter, named, name, files, isSet, outcome }];
  });
}
