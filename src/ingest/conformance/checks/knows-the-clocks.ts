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
  run: (subject) => lookAt(withEachChange(subject), ({ where, written, before, files }): Finding | null => {
    const { outcome } = tryFiles(subject, files);
    const expected = dateTimeInterval(written) ?? dateInterval(written);
    const read = intervalsOf(outcome).filter(({ text }) => text === written);
    const isRight = read.every(({ from, until }) => from === expected?.from && until === expected.until);
    const isLost = read.length === 0 && intervalsOf(outcome).filter(({ text }) => text === before.text).length < before.count;
    const isTold = !isLost || outcome.refusals.length + outcome.warnings.length > 0;
    return isRight && isTold ? null : { where, wrong: isRight ? 'The time is lost without a word.' : 'The time is read otherwise than London’s clocks show it.', mend: 'Read times with readDate and readDateTime of src/domain/observation/source-time.ts, and keep their text.' };
  }),
};

interface Changed {
  readonly where: string;
  readonly written: string;
  /** What stood there, and how often it is said. */
  readonly before: { readonly text: string; readonly count: number };
  readonly files: Subject['samples'][number]['files'];
}

function* withEachChange(subject: Subject): Generator<Changed> {
  const { adapter } = subject;
  for (const { name, files } of subject.samples) {
    const said = intervalsOf(tryFiles(subject, files).outcome);
    for (const { file, at, names } of foundValues(adapter, files)) {
      const field = fieldOf(adapter, { names });
      const whole = files[file];
      const shape = SHAPE.exec(at.value);
      if (whole === undefined || shape === null || field === null || !('becomes' in field) || field.precision === null) {
        continue;
      }
      const before = { text: at.value, count: said.filter(({ text }) => text === at.value).length };
      for (const change of CHANGES) {
        const written = inShape(shape, change);
        yield { where: `${name}, ${names.join('/')}, ${change.name}`, written, before, files: files.with(file, withValue(adapter, whole, { at, value: written })) };
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
