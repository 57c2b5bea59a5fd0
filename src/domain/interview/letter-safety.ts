import type { ReturnStepKind } from './return-steps.ts';

/** What can be said of whether a letter is safe. */
export const SAFETY_WORDS = ['SAFE', 'NOT_SAFE'] as const;

/** A step of the return, as far as it says whether a letter to `addressee` is safe; `writtenAt` in epoch milliseconds. */
export interface SafetyStep {
  readonly step: ReturnStepKind;
  readonly addressee: string | null;
  readonly outcome: string | null;
  readonly writtenAt: number;
}

/**
 * Whether a letter to this addressee is recorded as safe (Mosaic authority 2022, Closure process, letter sent): once
 * somebody wrote that it is not, only a SAFE that was written later takes that back, whatever times the two state. Any other
 * word than SAFE counts as not safe, and none as nothing said.
 */
export function letterSafety(steps: readonly SafetyStep[], to: string | null): (typeof SAFETY_WORDS)[number] | 'NOT_SAID' {
  const words = steps.filter(({ step, addressee, outcome }) => step === 'SAFE_TO_SEND' && addressee === to && outcome !== null);
  const latest = Math.max(...words.map(({ writtenAt }) => writtenAt));
  const last = words.filter(({ writtenAt }) => writtenAt === latest);
  return last.length === 0 ? 'NOT_SAID' : last.every(({ outcome }) => outcome === 'SAFE') ? 'SAFE' : 'NOT_SAFE';
}
