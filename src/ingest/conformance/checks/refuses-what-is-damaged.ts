import { allOf, lookAt, type Check, type Finding, type Looked } from '../check.ts';
import { csvRows } from '../csv-text.ts';
import { readFiles, type Outcome } from '../read-outcome.ts';
import { wordsOf } from '../same-words.ts';
import type { Sample, Subject } from '../samples.ts';
import { syntaxOf } from '../source-values.ts';
import { bytesOf, isTyped, tryBytes, tryFiles, type Tried } from '../try-bytes.ts';
import { xmlRoot } from '../xml-text.ts';

/** Where a text is cut off. */
const CUTS = 24;
const DEEP = 50_000;
const LEVELS = 30;

/** Half a file is no file, and a hostile one must not cost more than it weighs. */
export const refusesWhatIsDamaged: Check = {
  name: 'damaged',
  sentence: 'A file that is cut off, empty, far too deep, not text or hostile is refused with a code and a place, and nothing of its broken part is said.',
  async run(subject) {
    const whole = subject.samples.filter(({ files }) => files.length > 0 && readFiles(subject, files).refusals.length === 0 && readFiles(subject, files).observations.length > 0);
    const [first] = whole;
    if (first === undefined) {
      return { cases: 0, findings: [{ where: 'samples/', wrong: 'No sample is taken whole.', mend: 'Add one without any fault.' }] };
    }
    return allOf(cutOff(subject, whole), await notText(subject, first), hostileXml(subject, whole), tooDeep(subject));
  },
};

const TYPED = 'Refuse it with a code of src/domain/errors.ts, the line or path, a reason and a remedy; let nothing else be thrown.';

function mustRefuse(where: string, { outcome, failed }: Tried): Finding[] {
  if (failed || outcome.refusals.length === 0 || !outcome.refusals.every(isTyped)) {
    return [{ where, wrong: failed ? 'The adapter throws.' : 'It is not refused with code and place.', mend: TYPED }];
  }
  return outcome.observations.length > 0 ? [{ where, wrong: 'Something of it is said all the same.', mend: 'Refuse the whole before you read a part.' }] : [];
}

function cutOff(subject: Subject, samples: readonly Sample[]): Looked {
  const cuts = samples.flatMap((sample) =>
    sample.files.flatMap((file, at) =>
      cutsOf(subject, file.text).map((text) => ({
        sample,
        syntax: syntaxOf(file.text, subject.adapter),
        files: sample.files.with(at, { ...file, text }),
        // The same without the row that breaks off.
        rowless: sample.files.with(at, { ...file, text: text.slice(0, csvRows(file.text)?.at(-1)?.[0]?.start) }),
      })),
    ),
  );
  return lookAt(cuts, ({ sample, syntax, files, rowless }): Finding[] => {
    const tried = tryFiles(subject, files);
    const where = `${sample.name}, cut off`;
    return syntax === 'csv' ? saysNoMore(where, tried, [sample.files, rowless].flatMap((whole) => readFiles(subject, whole).observations)) : mustRefuse(where, tried);
  });
}

/** XML and JSON anywhere before their end; a table within its last row, where a cell is then lacking. */
function cutsOf({ adapter }: Subject, text: string): string[] {
  if (syntaxOf(text, adapter) !== 'csv') {
    const end = text.trimEnd().length;
    return Array.from({ length: CUTS }, (_, at) => text.slice(0, 1 + Math.floor(((end - 1) * at) / CUTS)));
  }
  const [names = [], ...rows] = csvRows(text) ?? [];
  const last = rows.at(-1) ?? [];
  // With a cell lacking: one that is merely empty at its end looks whole.
  return last.slice(0, names.filter(({ value }) => value.trim() !== '').length - 1).map(({ end }) => text.slice(0, end));
}

/** What is said of a table that breaks off is said of the whole one too, or of the one without the row; and the broken row is refused. */
function saysNoMore(where: string, { outcome, failed }: Tried, whole: Outcome['observations']): Finding[] {
  const said = new Set(whole.map((each) => wordsOf({ ...each, place: '' })));
  const more = outcome.observations.some((each) => !said.has(wordsOf({ ...each, place: '' })));
  if (failed || outcome.refusals.length === 0 || !outcome.refusals.every(isTyped)) {
    return [{ where, wrong: 'The row that breaks off is not refused.', mend: TYPED }];
  }
  return more ? [{ where, wrong: 'Half a row is read as if it were whole.', mend: 'Refuse a row with fewer cells than the first.' }] : [];
}

async function notText(subject: Subject, sample: Sample): Promise<Looked> {
  const bytes: readonly (readonly [string, Buffer])[] = [
    ['nothing at all', Buffer.alloc(0)],
    ['blank space alone', Buffer.from(' \r\n\t\n')],
    ['a NUL in it', await bytesOf(sample, (text) => Buffer.from(text.replace(/\w(?=\W*$)/, '\0')))],
    ['half of its bytes', sample.bytes.subarray(0, Math.floor(sample.bytes.length / 2))],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0x00, 0x81, 0x8d])],
  ];
  const tried = await Promise.all(bytes.map(async ([name, content]) => ({ where: `a file with ${name}`, tried: await tryBytes(subject, content) })));
  return lookAt(tried, ({ where, tried: found }): Finding[] =>
    where.includes('half') && subject.adapter.manifest.syntaxes.includes('csv') && subject.adapter.manifest.files === 'one' ? [] : mustRefuse(where, found),
  );
}

function hostileXml(subject: Subject, samples: readonly Sample[]): Looked {
  const [sample] = samples.filter(({ files }) => files.some(({ text }) => syntaxOf(text, subject.adapter) === 'xml'));
  const text = sample?.files[0]?.text;
  if (text === undefined) {
    return { cases: 0, findings: [] };
  }
  const root = xmlRoot(text)?.start ?? 0;
  const entities = Array.from({ length: LEVELS }, (_, level) => `<!ENTITY e${String(level + 1)} "&e${String(level)};&e${String(level)};">`).join('');
  const declared = (doctype: string): string => `${text.slice(0, root)}${doctype}${text.slice(root)}`;
  const used = (doctype: string, entity: string): string => declared(doctype).replace(/>([^<>\s][^<>]*)<\//, `>${entity}</`);
  const hostile: readonly (readonly [string, string])[] = [
    ['an entity that doubles thirty times', used(`<!DOCTYPE x [<!ENTITY e0 "boom">${entities}]>`, '&e30;')],
    ['an entity that names a file', used('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>', '&f;')],
    ['an entity that names an address', used('<!DOCTYPE x [<!ENTITY f SYSTEM "http://127.0.0.1:9/x">]>', '&f;')],
    ['a DOCTYPE elsewhere', declared('<!DOCTYPE x SYSTEM "file:///etc/hostname">')],
  ];
  return lookAt(hostile, ([name, content]) => mustRefuse(`XML with ${name}`, tryFiles(subject, [{ name: '', text: content }])));
}

function tooDeep(subject: Subject): Looked {
  const { syntaxes } = subject.adapter.manifest;
  const roots = subject.samples.flatMap(({ files }) => files.flatMap(({ text }) => xmlRoot(text)?.name ?? []));
  const deep = [
    ...(syntaxes.includes('xml') ? [`<${roots[0] ?? 'a'}>${'<a>'.repeat(DEEP)}`, `${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}`] : []),
    ...(syntaxes.includes('json') ? ['['.repeat(DEEP), `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`, `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`] : []),
  ];
  return lookAt(deep, (text) => mustRefuse('a file that nests without end', tryFiles(subject, [{ name: '', text }])));
}
