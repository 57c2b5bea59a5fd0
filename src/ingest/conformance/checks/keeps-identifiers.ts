import type { Adapter, AdapterFile, SourceField } from '../../adapter-contract.ts';
import { lookAt, type Check, type Finding } from '../check.ts';
import { becomes, fieldOf, foundValues, type FoundValue } from '../source-fields.ts';
import { comesOut } from '../same-words.ts';
import { withValue } from '../source-values.ts';
import type { Subject } from '../samples.ts';
import { tryFiles } from '../try-bytes.ts';

/** What becomes of them when something takes them for numbers: 7890, 7700900123, 100000. */
const TRAPS = ['007890', '07700900123', '1e5'];
const IDENTIFIERS: ReadonlySet<string> = new Set([
  'subject',
  'record',
  'person.nhsNumber',
  'person.upn',
  'person.telephone',
  'person.responsibleAuthorityChildId',
  'person.placementUrn',
  'person.photographRef',
  'placement.urn',
  'report.incidentRef',
]);

/** Identifiers are text; a spreadsheet's idea of a number makes another child of them. */
export const keepsIdentifiers: Check = {
  name: 'identifiers',
  sentence: 'Leading zeros, telephone numbers and 1e5 survive in every field that names somebody or something.',
  run: (subject) => lookAt(withEachTrap(subject), ({ where, trap, mayRefuse, files }): Finding | null => {
    const { observations, refusals } = tryFiles(subject, files).outcome;
    return (refusals.length > 0 && mayRefuse) || JSON.stringify(observations).includes(trap)
      ? null
      : { where, wrong: `${trap} does not come out as it went in.`, mend: 'Keep it text: turn off number reading in the parser, and never call Number on it.' };
  }),
};

interface Trapped {
  readonly where: string;
  readonly trap: string;
  /** A source may well refuse a key that is not of its own form; it must not make another of it. */
  readonly mayRefuse: boolean;
  readonly files: readonly AdapterFile[];
}

function* withEachTrap(subject: Subject): Generator<Trapped> {
  const { adapter } = subject;
  for (const { name, files } of subject.samples) {
    const plain = tryFiles(subject, files).outcome;
    const said = JSON.stringify(plain.observations);
    const values = plain.refusals.length > 0 ? [] : foundValues(adapter, files);
    for (const { at, names } of values) {
      const field = fieldOf(adapter, { names });
      // What does not come out as it stands is a code or a reference, and no identifier.
      if (at.isName || !isIdentifier(field) || ![at.value, asNumber(at.value)].some((value) => comesOut(value, said))) {
        continue;
      }
      for (const trap of TRAPS) {
        const mayRefuse = trap === '1e5' || !becomes(field).includes('subject');
        yield { where: `${name}, ${names.join('/')}`, trap, mayRefuse, files: renamed(adapter, files, { values, value: at.value, trap }) };
      }
    }
  }
}

/** What a value becomes when something takes it for a number. */
function asNumber(value: string): string {
  return /^\d+$/.test(value) ? String(Number(value)) : value;
}

/** Wherever it stands: rows refer to each other by it. */
function renamed(adapter: Adapter, files: readonly AdapterFile[], { values, value, trap }: { readonly values: readonly FoundValue[]; readonly value: string; readonly trap: string }): readonly AdapterFile[] {
  const places = values.filter(({ at }) => !at.isName && at.value === value).toSorted((one, other) => other.at.start - one.at.start);
  return places.reduce((written, { file, at }) => written.with(file, withValue(adapter, written[file] ?? { name: '', text: '' }, { at, value: trap })), files);
}

/** A time may name a record too, and is no identifier. */
function isIdentifier(field: SourceField | null): boolean {
  return field !== null && 'becomes' in field && field.precision === null && field.becomes.some((target) => IDENTIFIERS.has(target));
}
