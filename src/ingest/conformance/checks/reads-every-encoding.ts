import iconv from 'iconv-lite';
import { allOf, lookAt, type Check, type Finding, type Looked } from '../check.ts';
import { readBytes } from '../read-outcome.ts';
import { wordsOf } from '../same-words.ts';
import type { Sample, Subject } from '../samples.ts';
import { syntaxOf } from '../source-values.ts';
import { bytesOf, isTyped, tryBytes } from '../try-bytes.ts';

const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Buffer])[] = [
  ['UTF-8 with a byte order mark', (text) => iconv.encode(text, 'utf-8', { addBOM: true })],
  ['UTF-16LE with a byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16BE with a byte order mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ['UTF-16LE without a byte order mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: false })],
  ['UTF-16BE without a byte order mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: false })],
];

/** Desktops save as they like; what a file says does not depend on it, and what is declared wrongly is refused. */
export const readsEveryEncoding: Check = {
  name: 'encodings',
  sentence: 'Every sample says the same in UTF-8, UTF-16 and windows-1252, marked, declared or not; bytes that are not what they declare are refused with their line.',
  async run(subject) {
    const samples = subject.samples.filter(({ files }) => files.length > 0);
    return allOf(...(await Promise.all(samples.map((sample) => inEach(subject, sample)))), await declaredWrongly(subject, samples));
  },
};

async function inEach(subject: Subject, sample: Sample): Promise<Looked> {
  const said = async (bytes: Buffer): Promise<string> => {
    const { outcome } = await tryBytes(subject, bytes);
    return wordsOf([outcome.observations, outcome.refusals]);
  };
  const plain = await readBytes(subject, sample.bytes);
  const cases = [...ENCODINGS, ...windows(subject, sample)];
  const tried = await Promise.all(cases.map(async ([name, encode]) => ({ name, same: (await said(await bytesOf(sample, encode))) === wordsOf([plain.observations, plain.refusals]) })));
  return lookAt(tried, ({ name, same }): Finding | null => (same ? null : { where: `${sample.name} in ${name}`, wrong: 'It says something else.', mend: 'Read document.text as it is given: the hub has decoded it.' }));
}

/** Only where windows-1252 has every character of it. */
function windows({ adapter }: Subject, { files }: Sample): typeof ENCODINGS {
  const encode = (text: string): Buffer => iconv.encode(declaring(text, 'windows-1252'), 'windows-1252');
  const fits = files.every(({ text }) => iconv.decode(iconv.encode(text, 'windows-1252'), 'windows-1252') === text);
  return fits && files.every(({ text }) => syntaxOf(text, adapter) !== 'json') ? [['windows-1252', encode]] : [];
}

function declaring(text: string, encoding: string): string {
  return text.trimStart().startsWith('<') ? `<?xml version="1.0" encoding="${encoding}"?>${text.replace(/^\s*<\?xml[^>]*\?>/, '')}` : text;
}

async function declaredWrongly(subject: Subject, samples: readonly Sample[]): Promise<Looked> {
  const [sample] = samples.filter(({ files }) => files.every(({ text }) => syntaxOf(text, subject.adapter) === 'xml'));
  if (sample === undefined) {
    return { cases: 0, findings: [] };
  }
  const bytes = await bytesOf(sample, (text) => iconv.encode(declaring(text, 'UTF-8').replace(/>([^<>\s][^<>]*)<\//, '>Zo\u00EB</'), 'windows-1252'));
  const { outcome } = await tryBytes(subject, bytes);
  return lookAt([outcome], ({ observations, refusals }): Finding | null =>
    observations.length === 0 && refusals.length > 0 && refusals.every(isTyped) ? null : { where: 'XML that declares UTF-8 and is not', wrong: 'It is not refused.', mend: 'Declare in the manifest that the syntax is xml.' },
  );
}
