import type { Figure, FigureValue, Practice } from '../authority/practice.ts';
import type { AttemptsDone } from './attempts-done.ts';
import { REFUSED_OUTCOMES, UNABLE_OUTCOMES, type OfferOutcome, type Try } from './interview-words.ts';
import type { LetterAdvice } from './letter-to.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

/** How an offer ends, and what was done until then. */
export interface ClosingOffer {
  readonly outcome: OfferOutcome;
  readonly attempts: AttemptsDone;
  readonly tried: readonly Try[];
  readonly explained: boolean;
  readonly letterSent: boolean;
  readonly letter: LetterAdvice;
  /** Parents and carers were offered the chance to give information. */
  readonly parentsAsked: boolean;
  /** How often the child was asked. */
  readonly timesAsked: number;
  readonly episodeFinalised: boolean;
  readonly formDone: boolean;
}

/** What the practice asks for before an offer ends so, and is not there. It warns and never refuses. */
export function closingWarnings(closing: ClosingOffer, { figures }: Pick<Practice, 'figures'>): PracticeWarning[] {
  const { outcome } = closing;
  return [
    ...(UNABLE_OUTCOMES.includes(outcome) ? [...closing.attempts.lacks, ...unableWarnings(closing, figures.unableToContact)] : []),
    ...(REFUSED_OUTCOMES.includes(outcome) ? refusalWarnings(closing, figures.refusal) : []),
    ...(outcome === 'DECLINED_BY_YOUNG_PERSON' ? askAgainWarnings(closing, figures.askAgain) : []),
    ...letterWarnings(closing),
    ...(figures.finaliseAfterForm?.value === true && closing.episodeFinalised && !closing.formDone ? [practiceWarning('FINALISED_BEFORE_FORM', figures.finaliseAfterForm)] : []),
  ];
}

/** A Mosaic authority, Somerset 4.7: only after all numbers, allocated worker and carer, with a written explanation. */
function unableWarnings({ tried, explained }: ClosingOffer, rule: Figure<FigureValue<'unableToContact'>> | null): PracticeWarning[] {
  if (rule === null) {
    return [];
  }
  return [
    ...(rule.value.after.every((one) => tried.includes(one)) ? [] : [practiceWarning('NOT_ALL_TRIED', rule)]),
    ...(rule.value.explanation && !explained ? [practiceWarning('EXPLANATION_MISSING', rule)] : []),
  ];
}

/** Somerset 4.8 and 4.10: an explanation, a letter with the services there are, the parents' or carers' own information. */
function refusalWarnings({ explained, letterSent, parentsAsked }: ClosingOffer, rule: Figure<FigureValue<'refusal'>> | null): PracticeWarning[] {
  if (rule === null) {
    return [];
  }
  return [
    ...(rule.value.explanation && !explained ? [practiceWarning('EXPLANATION_MISSING', rule)] : []),
    ...(rule.value.letter && !letterSent ? [practiceWarning('LETTER_MISSING', rule)] : []),
    ...(rule.value.askParents && !parentsAsked ? [practiceWarning('PARENTS_NOT_ASKED', rule)] : []),
  ];
}

/** West Sussex: a child may talk at the second or third time of asking. */
function askAgainWarnings({ timesAsked }: ClosingOffer, rule: Figure<FigureValue<'askAgain'>> | null): PracticeWarning[] {
  return rule !== null && timesAsked < 1 + rule.value ? [practiceWarning('ASK_AGAIN', rule)] : [];
}

function letterWarnings({ letterSent, letter }: ClosingOffer): PracticeWarning[] {
  return letterSent && letter.state === 'SEND' && letter.notYetSafe.length > 0 ? [practiceWarning('LETTER_NOT_RECORDED_SAFE', { source: letter.rule })] : [];
}
