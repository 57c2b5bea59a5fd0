import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { ERRORS } from '../../src/domain/errors.ts';
import { PAYLOAD_VERSION, readPayload } from '../../src/domain/observation/payload-schema.ts';
import { decodeDocument } from '../../src/ingest/decode-document.ts';
import { adapters, expectedOf, readBytes, readText, samplesOf, type Outcome, type Sample } from './read-sample.ts';

const all = await adapters();
const samples = all.flatMap(samplesOf);
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

function textOf({ adapter, bytes }: Sample): string {
  return decodeDocument(bytes, adapter.manifest.syntax).text;
}

/** The sample again and again, each time with another of its values replaced. */
function withEachValue({ adapter, bytes, name }: Sample, value: string): string[] {
  const text = textOf({ adapter, bytes, name });
  const [pattern, written] =
    adapter.manifest.syntax === 'xml'
      ? [/(?<=>)[^<>\n]+(?=<)/g, value.replace(/&/g, '&amp;').replace(/</g, '&lt;')]
      : [/(?<=[\n,])[^,\n\r]+(?=[,\n\r])/g, `"${value.replace(/"/g, '""')}"`];
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => text.slice(0, index) + written + text.slice(index + found.length));
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
  const samples = (await adapters()).flatMap(samplesOf);
  console.log(JSON.stringify(samples.map(({ adapter, name, bytes }) => [name, readBytes(adapter, bytes)])));
`;

describe('every adapter', () => {
  it('has the name of its folder, and samples', () => {
    expect(all.map(({ manifest }) => manifest.id)).toEqual(expect.arrayContaining(['police-compact', 'ssda903']));
    expect(all.filter((adapter) => samplesOf(adapter).length === 0)).toEqual([]);
  });

  it.each(named)('gives for %s what stands beside it', (_name, sample) => {
    expect(readBytes(sample.adapter, sample.bytes)).toEqual(expectedOf(sample));
  });

  it('gives the same whatever it read before', () => {
    const forward = samples.map((sample) => readBytes(sample.adapter, sample.bytes));
    const backward = samples.toReversed().map((sample) => readBytes(sample.adapter, sample.bytes));
    expect(backward.reverse()).toEqual(forward);
  });

  it.each(['America/St_Johns', 'Asia/Kolkata', 'Pacific/Auckland'])('gives the same where the machine keeps the time of %s', async (zone) => {
    const options = ['--experimental-transform-types', '--no-warnings', '--input-type=module', '--eval', PRINT_OUTCOMES];
    const { stdout } = await promisify(execFile)(process.execPath, options, { env: { TZ: zone }, maxBuffer: 10_000_000 });
    const here = samples.map((sample) => [sample.name, readBytes(sample.adapter, sample.bytes)]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
  });

  it.each(ENCODINGS)('says the same of a sample in %s', (_name, encode) => {
    for (const sample of samples) {
      const { observations, refusals } = readBytes(sample.adapter, encode(textOf(sample)));
      const plain = readBytes(sample.adapter, sample.bytes);
      expect({ name: sample.name, observations, refusals }).toEqual({
        name: sample.name,
        observations: plain.observations,
        refusals: plain.refusals,
      });
    }
  });

  it.each(named)('gives for %s payloads of their shape', (_name, sample) => {
    for (const { kind, payload } of readBytes(sample.adapter, sample.bytes).observations) {
      expect(readPayload(kind, PAYLOAD_VERSION, payload)).toEqual(payload);
    }
  });

  it.each(named)('row 65: never repeats a value of %s in what it refuses or warns of, and never loses the record', (_name, sample) => {
    for (const value of HOSTILE) {
      for (const text of withEachValue(sample, value)) {
        const outcome = readText(sample.adapter, text);
        expect(wordsOf(outcome)).not.toContain(CANARY);
        expect(outcome.observations.length + outcome.refusals.length).toBeGreaterThan(0);
      }
    }
  });

  it('names in every refusal a code, a place, and how to mend it', () => {
    const refusals = samples.flatMap((sample) => readBytes(sample.adapter, sample.bytes).refusals);
    expect(refusals.length).toBeGreaterThan(10);
    for (const { code, place, reason, remedy } of refusals) {
      expect(Object.keys(ERRORS)).toContain(code);
      expect(place).toMatch(/^line \d+/);
      expect([reason, remedy]).not.toContain('');
    }
  });
});
