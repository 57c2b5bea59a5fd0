import { letterSafety, type SafetyStep } from '../../../src/domain/interview/letter-safety.ts';

/** Words on the letter to the parent or carer, in the order in which they are written. */
const written = (...outcomes: readonly (string | null)[]): SafetyStep[] =>
  outcomes.map((outcome, writtenAt) => ({ step: 'SAFE_TO_SEND', addressee: 'PARENT_OR_CARER', outcome, writtenAt }));
const safety = (steps: readonly SafetyStep[]): string => letterSafety(steps, 'PARENT_OR_CARER');

describe('whether a letter is recorded as safe', () => {
  it.each([
    ['SAFE', ['SAFE']],
    ['NOT_SAFE', ['NOT_SAFE']],
    ['NOT_SAFE', ['SAFE', 'NOT_SAFE']],
    ['SAFE', ['NOT_SAFE', 'SAFE']],
    ['NOT_SAID', []],
    ['NOT_SAID', [null]],
    ['NOT_SAFE', ['NOT_SAFE', null]],
    ['SAFE', ['SAFE', null]],
  ] as const)('is %s by %j', (is, outcomes) => {
    expect(safety(written(...outcomes))).toBe(is);
    expect(safety(written(...outcomes).toReversed())).toBe(is);
  });

  it.each(['Not safe', 'NO', 'UNSAFE', 'safe', 'Safe to send', ''])('is not by the word %j, which an older hub kept', (outcome) => {
    expect(safety(written('SAFE', outcome))).toBe('NOT_SAFE');
  });

  it('is not by two words of one instant of which one is that it is not', () => {
    const [one, other] = written('SAFE', 'NOT_SAFE').map((step) => ({ ...step, writtenAt: 5 }));
    expect(safety([one, other].flatMap((step) => step ?? []))).toBe('NOT_SAFE');
  });

  it('is by no word on another letter, and by no other step', () => {
    const steps = written('SAFE');
    expect(letterSafety(steps, 'CHILD')).toBe('NOT_SAID');
    expect(letterSafety(steps, null)).toBe('NOT_SAID');
    expect(safety(steps.map((step) => ({ ...step, step: 'BRIEFING_ANSWER' })))).toBe('NOT_SAID');
  });
});
