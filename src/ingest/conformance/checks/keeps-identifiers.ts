import type { SourceField } from '../../adapter-contract.ts';
import { lookAt, type Check, type Finding } from '../check.ts';
import { becomes, fieldOf, foundValues } from '../source-fields.ts';
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
    // A key that the source makes of digits alone may well be refused; it must not become another.
    const isRefused = refusals.length > 0 && (mayRefuse || trap === '1e5');
    return isRefused || JSON.stringify(observations).includes(trap)
      ? null
      : { where, wrong: `${trap} does not come out as it went in.`, mend: 'Keep it text: turn off number reading in the parser, and never call Number on it.' };
  }),
};

interface Trapped {
  readonly where: string;
  readonly trap: string;
  /** It is a code or a time as well, of which not everything is one. */
  readonly mayRefuse: boolean;
  readonly files: Subject['samples'][number]['files'];
}

function* withEachTrap(subject: Subject): Generator<Trapped> {
  const { adapter } = subject;
  for (const { name, files } of subject.samples) {
    const plain = tryFiles(subject, files).outcome;
    for (const { file, at, names } of plain.refusals.length > 0 ? [] : foundValues(adapter, files)) {
      const field = fieldOf(adapter, { names });
      const whole = files[file];
      if (whole === undefined || at.isName || !isIdentifier(field)) {
        continue;
      }
      const mayRefuse = becomes(field).some((target) => !IDENTIFIERS.has(target) && target !== 'part');
      for (const trap of TRAPS) {
        yield { where: `${name}, ${names.join('/')}`, trap, mayRefuse, files: files.with(file, withValue(adapter, whole, { at, value: trap })) };
      }
    }
  }
}

/** A time may name a record too, and is no identifier. */
function isIdentifier(field: SourceField | null): boolean {
  return field !== null && 'becomes' in field && field.precision === null && field.becomes.some((target) => IDENTIFIERS.has(target));
}
