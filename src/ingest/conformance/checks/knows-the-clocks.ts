import { dateInterval, dateTimeInterval } from '../../../domain/interval/london-interval.ts';
import type { Interval } from '../../../domain/interval/interval.ts';
import { lookAt, type Check, type Finding } from '../check.ts';
import type { Outcome } from '../read-outcome.ts';
import { fieldOf, foundValues } from '../source-fields.ts';
import { withValue } from '../source-values.ts';
import type { Subject } from '../samples.ts';
import { tryFiles } from '../try-bytes.ts';

/** The days of the changes, and in each a time that London's clocks skip, or show twice. */
const CHANGES = [
  { name: 'the skipped hour in spring', day: '2026-03-29', time: '01:30' },
  { name: 'the repeated hour in autumn', day: '2025-10-26', time: '01:30' },
];
const SHAPE = /^(?:(\d{4}-\d{2}-\d{2})|(\d{2}\/\d{2}\/\d{4}))(?:([T ])\d{2}:\d{2}(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A time the clocks show twice is both of its readings, and the day of a change has 23 hours or 25. */
export const knowsTheClocks: Check = {
  name: 'clocks',
  sentence: 'Dates and times on the days when the clocks change are read as the hub reads them: a whole day, both readings of a time.',
  run: (subject) => lookAt(withEachChange(subject), ({ where, written, files }): Finding | null => {
    const { outcome } = tryFiles(subject, files);
    const expected = dateTimeInterval(written) ?? dateInterval(written);
    const read = intervalsOf(outcome).filter(({ text }) => text === written);
    const isRight = read.every(({ from, until }) => from === expected?.from && until === expected.until);
    const isTold = read.length > 0 || outcome.refusals.length + outcome.warnings.length > 0 || orders(outcome, expected);
    return isRight && isTold ? null : { where, wrong: isRight ? 'The time is lost without a word.' : 'The time is read otherwise than London’s clocks show it.', mend: 'Read times with readDate and readDateTime of src/domain/observation/source-time.ts, and keep their text.' };
  }),
};

function* withEachChange({ adapter, samples }: Subject): Generator<{ where: string; written: string; files: Subject['samples'][number]['files'] }> {
  for (const { name, files } of samples) {
    for (const { file, at, names } of foundValues(adapter, files)) {
      const field = fieldOf(adapter, { names });
      const whole = files[file];
      const shape = SHAPE.exec(at.value);
      if (whole === undefined || shape === null || field === null || !('becomes' in field) || field.precision === null) {
        continue;
      }
      for (const change of CHANGES) {
        const written = inShape(shape, change);
        yield { where: `${name}, ${names.join('/')}, ${change.name}`, written, files: files.with(file, withValue(adapter, whole, { at, value: written })) };
      }
    }
  }
}

/** Written as the sample writes its own. */
function inShape([, , ukDay, between, seconds, offset]: readonly (string | undefined)[], { day, time }: { readonly day: string; readonly time: string }): string {
  const date = ukDay === undefined ? day : day.split('-').reverse().join('/');
  return between === undefined ? date : `${date}${between}${time}${seconds === undefined ? '' : ':00'}${offset ?? ''}`;
}

function intervalsOf(outcome: Outcome): Interval[] {
  const found: Interval[] = [];
  JSON.stringify(outcome.observations, (_name, value: unknown) => {
    if (isInterval(value)) {
      found.push(value);
    }
    return value;
  });
  return found;
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value && 'text' in value && typeof value.text === 'string';
}

/** A time that says only which message is the later one. */
function orders({ observations }: Outcome, expected: Interval | null): boolean {
  return expected !== null && observations.some(({ order }) => order === new Date(expected.from).toISOString());
}
