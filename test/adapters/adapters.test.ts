import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { ERRORS } from '../../src/domain/errors.ts';
import { PAYLOAD_VERSION, readPayload } from '../../src/domain/observation/payload-schema.ts';
import { openFiles } from '../../src/ingest/open-files.ts';
import { packFiles } from '../../src/ingest/pack-files.ts';
import type { Adapter, AdapterFile, Syntax } from '../../src/ingest/adapter-contract.ts';
import { adapters, expectedOf, readBytes, readFiles, samplesOf, type Outcome, type Sample } from './read-sample.ts';

const all = await adapters();
const samples = (await Promise.all(all.map(samplesOf))).flat();
const opened = new Map(await Promise.all(samples.map(async (sample) => [sample, await filesOf(sample)] as const)));
const named = samples.map((sample) => [`${sample.adapter.manifest.id}/${sample.name}`, sample] as const);

const CANARY = 'CANARYGULL';
const HOSTILE = [
  CANARY,
  `${CANARY}'); drop table children; --`,
  `=HYPERLINK("http://example.org/${CANARY}")`,
  `<script>${CANARY}</script>`,
  `\u202E${CANARY}\u0301`,
  `constructor ${CANARY} __proto__`,
  '__proto__',
  CANARY.repeat(11_000),
];

async function filesOf({ adapter: { manifest }, bytes }: Sample): Promise<readonly AdapterFile[]> {
  return (await openFiles(bytes, { manifest, fileName: null, mostBytes: 100_000_000 })).files;
}

/** How a value stands in a text of each syntax, and how another is written in its place. */
const VALUES: Readonly<Record<Syntax, readonly [pattern: RegExp, write: (value: string) => string]>> = {
  xml: [/(?<=>)[^<>\n]+(?=<)/g, (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')],
  csv: [/(?<=[\n,])[^,\n\r]+(?=[,\n\r])/g, (value) => `"${value.replace(/"/g, '""')}"`],
  json: [/(?<=: *)"(?:[^"\\]|\\.)*"/g, (value) => JSON.stringify(value)],
};

function syntaxOf(text: string, { manifest }: Adapter): Syntax {
  const shown = text.trimStart().startsWith('<') ? 'xml' : /^\s*[[{]/.test(text) ? 'json' : 'csv';
  return manifest.syntaxes.length === 1 ? (manifest.syntaxes[0] ?? shown) : shown;
}

/** The sample again and again, each time with another of its values replaced. */
function withEachValue(sample: Sample, value: string): AdapterFile[][] {
  const files = opened.get(sample) ?? [];
  return files.flatMap((file, place) => {
    const [pattern, write] = VALUES[syntaxOf(file.text, sample.adapter)];
    return Array.from(file.text.matchAll(pattern), ({ index, 0: found }) =>
      files.with(place, { ...file, text: file.text.slice(0, index) + write(value) + file.text.slice(index + found.length) }),
    );
  });
}

/** What people read of refusals and warnings; the identity and the record's key are kept apart and shown to few. */
function wordsOf({ refusals, warnings }: Outcome): string {
  return JSON.stringify([refusals.map(({ code, place, reason, remedy }) => [code, place, reason, remedy]), warnings]);
}

const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Buffer])[] = [
  ['UTF-8 with a byte order mark', (text) => iconv.encode(text, 'utf-8', { addBOM: true })],
  ['UTF-16LE with a byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16BE with a byte order mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['UTF-16LE without a byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: false })],
  ['UTF-16BE without a byte order mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: false })],
];

/** Prints what every sample gives; a program of its own, since a process keeps the time zone it started in. */
const PRINT_OUTCOMES = `
  import { adapters, readBytes, samplesOf } from '${new URL('read-sample.ts', import.meta.url).href}';
  const samples = (await Promise.all((await adapters()).map(samplesOf))).flat();
  console.log(JSON.stringify(await Promise.all(samples.map(async ({ adapter, name, bytes }) => [name, await readBytes(adapter, bytes)]))));
`;

describe('every adapter', () => {
  it('has the name of its folder, and samples', () => {
    expect(all.map(({ manifest }) => manifest.id)).toEqual(expect.arrayContaining(['police-compact', 'ssda903']));
    expect(all.filter((adapter) => !samples.some((sample) => sample.adapter === adapter))).toEqual([]);
  });

  it.each(named)('gives for %s what stands beside it', async (_name, sample) => {
    expect(await readBytes(sample.adapter, sample.bytes)).toEqual(expectedOf(sample));
  });

  it('gives the same whatever it read before', async () => {
    const outcomes = (inTurn: readonly Sample[]): Promise<Outcome[]> => Promise.all(inTurn.map((sample) => readBytes(sample.adapter, sample.bytes)));
    const forward = await outcomes(samples);
    expect((await outcomes(samples.toReversed())).reverse()).toEqual(forward);
  });

  it.each(['America/St_Johns', 'Asia/Kolkata', 'Pacific/Auckland'])('gives the same where the machine keeps the time of %s', async (zone) => {
    const options = ['--experimental-transform-types', '--no-warnings', '--input-type=module', '--eval', PRINT_OUTCOMES];
    const { stdout } = await promisify(execFile)(process.execPath, options, { env: { TZ: zone }, maxBuffer: 10_000_000 });
    const here = await Promise.all(samples.map(async (sample) => [sample.name, await readBytes(sample.adapter, sample.bytes)]));
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
  });

  it.each(ENCODINGS)('says the same of a sample in %s', async (_name, encode) => {
    for (const sample of samples) {
      const files = (opened.get(sample) ?? []).map(({ name, text }) => ({ name, bytes: encode(text) }));
      const [first] = files;
      const bytes = files.length === 1 && first?.name === '' ? first.bytes : await packFiles(files);
      const { observations, refusals } = await readBytes(sample.adapter, bytes);
      const plain = await readBytes(sample.adapter, sample.bytes);
      expect({ name: sample.name, observations, refusals }).toEqual({
        name: sample.name,
        observations: plain.observations,
        refusals: plain.refusals,
      });
    }
  });

  it.each(named)('gives for %s payloads of their shape', async (_name, sample) => {
    for (const { kind, payload } of (await readBytes(sample.adapter, sample.bytes)).observations) {
      expect(readPayload(kind, PAYLOAD_VERSION, payload)).toEqual(payload);
    }
  });

  it.each(named)('row 65: never repeats a value of %s in what it refuses or warns of, and never loses the record', (_name, sample) => {
    for (const value of HOSTILE) {
      for (const files of withEachValue(sample, value)) {
        const outcome = readFiles(sample.adapter, files);
        expect(wordsOf(outcome)).not.toContain(CANARY);
        expect(outcome.observations.length + outcome.refusals.length).toBeGreaterThan(0);
      }
    }
  });

  it('names in every refusal a code, a place, and how to mend it', async () => {
    const refusals = (await Promise.all(samples.map((sample) => readBytes(sample.adapter, sample.bytes)))).flatMap((outcome) => outcome.refusals);
    expect(refusals.length).toBeGreaterThan(10);
    for (const { code, place, reason, remedy } of refusals) {
      expect(Object.keys(ERRORS)).toContain(code);
      expect(place).toMatch(/^(\S+ )?line \d+/);
      expect([reason, remedy]).not.toContain('');
    }
  });
});
