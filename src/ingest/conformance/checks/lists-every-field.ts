import { isPayloadField } from '../../../domain/observation/payload-schema.ts';
import { allOf, lookAt, type Check, type Finding, type Looked } from '../check.ts';
import { readFiles } from '../read-outcome.ts';
import { fieldOf, foundValues, isNamed } from '../source-fields.ts';
import type { Subject } from '../samples.ts';
import { xsdFields } from '../xsd-fields.ts';

/** What every observation has beside its payload. */
const OF_EVERY_KIND: ReadonlySet<string> = new Set(['subject', 'record', 'order', 'part', 'act', 'kind']);

/** A field nobody listed is one that nobody decided about. */
export const listsEveryField: Check = {
  name: 'fields',
  sentence: 'Every field of the source is listed: what it becomes, or why it is left out; and a sample shows it.',
  run: (subject) => allOf(unlisted(subject), unshown(subject), unheard(subject)),
};

/** Samples of which something is refused may hold fields that are none. */
function understood(subject: Subject): Subject['samples'] {
  return subject.samples.filter(({ files }) => files.length > 0 && readFiles(subject, files).refusals.length === 0);
}
const DOCUMENT = { agency: 'northmere', extracted: '2026-04-30T06:00:00.000Z', fileName: null };

function unlisted(subject: Subject): Looked {
  const inSamples = understood(subject).flatMap(({ name, files }) => {
    const unknown = unknownColumns(subject, files);
    return foundValues(subject.adapter, files)
      // What stands at the root itself says which shape the file has.
      .filter(({ names, at }) => !unknown.has(names.at(-1) ?? '') && !(at.path.length === 1 && at.path[0]?.startsWith('@') === true))
      .map(({ names }) => ({ where: name, names }));
  });
  const inSchema = subject.adapter.xsd === undefined ? [] : xsdFields(subject.adapter.xsd).map((name) => ({ where: 'the XSD', names: [name] }));
  const once = new Map([...inSamples, ...inSchema].map((found) => [found.names.join('/'), found]));
  return lookAt(once.values(), ({ where, names }): Finding | null =>
    fieldOf(subject.adapter, { names }) === null ? { where, wrong: `${names.join('/')} is in no list.`, mend: 'Add it to fields.ts: what it becomes, or why it is ignored.' } : null,
  );
}

/** Columns of a sample that the adapter itself warns of, by their number: the sample is about an unknown column. */
function unknownColumns(subject: Subject, files: Subject['samples'][number]['files']): ReadonlySet<string> {
  const { warnings } = subject.adapter.parse({ ...DOCUMENT, text: files[0]?.text ?? '', files, settings: subject.settings });
  const names = foundValues(subject.adapter, files).filter(({ at }) => at.isName);
  const numbers = warnings.flatMap(({ place }) => /column (\d+)/.exec(place)?.[1] ?? []);
  return new Set(numbers.flatMap((number) => names[Number(number) - 1]?.at.value.trim() ?? []));
}

function unshown(subject: Subject): Looked {
  const shown = subject.samples.flatMap(({ files }) => foundValues(subject.adapter, files).map(({ names }) => names));
  const text = subject.samples.flatMap(({ files }) => files.map((file) => file.text.toUpperCase())).join('\n');
  return lookAt(subject.adapter.fields, ({ name, because }): Finding | null => {
    // A source may name its fields in a column, as Eclipse names the control of an answer.
    const isShown = shown.some((names) => isNamed(name, names)) || text.includes((name.split(/[/.]/).at(-1) ?? name).toUpperCase());
    return isShown || (because ?? '') !== '' ? null : { where: 'fields.ts', wrong: `No sample shows ${name}.`, mend: 'Show it in a sample, or say with "because" why none can.' };
  });
}

function unheard(subject: Subject): Looked {
  return lookAt(subject.adapter.fields, (field): Finding[] => {
    const found = { where: `fields.ts, ${field.name}`, mend: 'Say what it becomes as <kind>.<field>, subject, record, order or part.' };
    if ('ignored' in field) {
      return field.ignored.trim().length > 10 ? [] : [{ ...found, wrong: 'It is ignored without a reason.', mend: 'Say in a sentence why it is left out.' }];
    }
    const none = field.becomes.length === 0 ? [{ ...found, wrong: 'It becomes nothing.' }] : [];
    const unknown = field.becomes.filter((target) => !OF_EVERY_KIND.has(target) && !isPayloadField(target)).map((target) => ({ ...found, wrong: `${target} is no field of an observation.` }));
    return [...none, ...unknown];
  });
}
