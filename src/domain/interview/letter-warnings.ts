import type { Addressee, Practice } from '../authority/practice.ts';
import { letterTo, type LetterAdvice, type LetterFacts } from './letter-to.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

const GOES_TO = { PARENT_OR_CARER: 'LETTER_TO_PARENT_OR_CARER', CHILD: 'LETTER_TO_CHILD' } as const;

/** A letter that went out; `others`: to whom letters about the same episode went besides. Null: nobody says to whom. */
export interface SentLetter {
  readonly to: string | null;
  readonly others: readonly (string | null)[];
}

/**
 * What the practice says of a letter that went to this addressee. Somerset 4.6: to whom by age, or that its text leaves it
 * open; a Mosaic authority: only once it is recorded as safe for that addressee. It warns and never refuses.
 */
export function letterWarnings(letter: SentLetter, facts: LetterFacts, practice: Pick<Practice, 'figures'>): PracticeWarning[] {
  const rule = practice.figures.letter;
  if (rule === null) {
    return [];
  }
  const isSafe = facts.safeFor.some((one) => one === letter.to);
  return [...addresseeWarnings(letter, facts, practice), ...(rule.value.safeToSendFirst && !isSafe ? [practiceWarning('LETTER_NOT_RECORDED_SAFE', rule)] : [])];
}

function addresseeWarnings(letter: SentLetter, facts: LetterFacts, practice: Pick<Practice, 'figures'>): PracticeWarning[] {
  const advice = letterTo(facts, practice);
  return advice.state === 'SEND' && goesAsAdvised(letter, advice.to) ? [] : adviceOnLetter(advice);
}

/** To whom a letter goes by the practice, or why that cannot be said; nothing of a practice that is silent. */
export function adviceOnLetter(advice: LetterAdvice): PracticeWarning[] {
  switch (advice.state) {
    case 'SILENT':
      return [];
    case 'UNDEFINED_IN_TEXT':
      return [practiceWarning('LETTER_UNDEFINED', { source: advice.rule })];
    case 'CANNOT_TELL':
      return [practiceWarning('LETTER_CANNOT_TELL', { source: advice.rule }, true)];
    case 'SEND':
      return [practiceWarning(codeOf(advice.to), { source: advice.rule })];
  }
}

/** To one of those it goes to, and to all of them by now. */
function goesAsAdvised({ to, others }: SentLetter, advised: readonly Addressee[]): boolean {
  return advised.some((one) => one === to) && advised.every((one) => one === to || others.includes(one));
}

function codeOf(to: readonly Addressee[]): 'LETTER_TO_BOTH' | (typeof GOES_TO)[Addressee] {
  const [only, ...more] = to;
  return only === undefined || more.length > 0 ? 'LETTER_TO_BOTH' : GOES_TO[only];
}
