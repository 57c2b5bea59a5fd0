import { lookAt, type Check, type Finding } from '../check.ts';
import type { Outcome } from '../read-outcome.ts';
import { foundValues } from '../source-fields.ts';
import { withValue } from '../source-values.ts';
import { tryFiles } from '../try-bytes.ts';
import type { Subject } from '../samples.ts';

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

/** Refusals and warnings are read by people who may not see the child, and end up in logs. */
export const neverRepeatsAValue: Check = {
  name: 'canaries',
  sentence: 'Whatever stands in a field, no refusal, warning or error repeats it, nothing is thrown, and the record is never lost without a word.',
  run: (subject) => lookAt(withEachValue(subject), ({ where, files }): Finding[] => lookAtOutcome(where, tryFiles(subject, files))),
};

/** Each sample again and again, each time with another of its values replaced. */
function* withEachValue({ adapter, samples }: Subject): Generator<{ where: string; files: Subject['samples'][number]['files'] }> {
  for (const { name, files } of samples) {
    for (const { file, at, names } of foundValues(adapter, files)) {
      const whole = files[file];
      for (const value of whole === undefined ? [] : HOSTILE) {
        // Checked just above; the loop is empty otherwise.
        yield { where: `${name}, ${names.join('/')}`, files: files.with(file, withValue(adapter, whole ?? { name: '', text: '' }, { at, value })) };
      }
    }
  }
}

function lookAtOutcome(where: string, { outcome, failed }: ReturnType<typeof tryFiles>): Finding[] {
  if (failed) {
    return [{ where, wrong: 'With another value there the adapter throws.', mend: 'Refuse the record, or leave the value out with a warning.' }];
  }
  const repeated = toldOf(outcome).includes(CANARY) ? [{ where, wrong: 'A refusal or warning repeats the value.', mend: 'Name the field and the line; say what a right value looks like.' }] : [];
  const lost = outcome.observations.length + outcome.refusals.length === 0 ? [{ where, wrong: 'The record is lost: neither said nor refused.', mend: 'Refuse what you do not take.' }] : [];
  return [...repeated, ...lost];
}

/** What people read of refusals and warnings; the identity and the record's key are kept apart and shown to few. */
function toldOf({ refusals, warnings }: Outcome): string {
  return JSON.stringify([refusals.map(({ code, place, reason, remedy }) => [code, place, reason, remedy]), warnings]);
}
