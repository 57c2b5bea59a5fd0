import { courseTriage } from '../../../src/domain/workflow/course-triage.ts';
import { time } from '../clocks/some-times.ts';

type Said = NonNullable<Parameters<typeof courseTriage>[0]>[number];
const said = (changes: Partial<Said>): Said => ({ step: 'TRIAGE', at: time('2026-05-04 12:00'), outcome: 'ROUTINE', coveredBy: null, askAgainOn: null, ...changes });

describe('what the coordinator decided of a return', () => {
  it.each(['SAME_DAY_VISIT', 'ROUTINE', 'NOT_APPROPRIATE_NOW'] as const)('is %s as it was recorded, with who covers and when to ask again', (outcome) => {
    expect(courseTriage([said({ outcome, coveredBy: 'the ward sister', askAgainOn: '2026-05-07' })])).toEqual({ outcome, at: time('2026-05-04 12:00'), coveredBy: 'the ward sister', askAgainOn: '2026-05-07' });
  });

  it('is the latest of several, in whatever order they are told', () => {
    const both = [said({ at: time('2026-05-05 09:00'), outcome: 'SAME_DAY_VISIT' }), said({})];
    expect([both, both.toReversed()].map((steps) => courseTriage(steps))).toEqual([both, both].map(() => expect.objectContaining({ outcome: 'SAME_DAY_VISIT' }) as unknown));
  });

  it('is nothing where no step is a triage, or none says which way, and not known where no step may be seen', () => {
    expect(courseTriage([])).toBe('NONE');
    expect(courseTriage([said({ step: 'LETTER_SENT' }), said({ outcome: null }), said({ outcome: 'LATER' })])).toBe('NONE');
    expect(courseTriage(null)).toBeNull();
  });
});
