import { ruleNamed } from '../authority/hub-defaults.ts';
import { ADDRESSEES, type Addressee, type Practice } from '../authority/practice.ts';
import { letterSafety } from '../interview/letter-safety.ts';
import { letterTo, type LetterAdvice } from '../interview/letter-to.ts';
import { adviceOnLetter } from '../interview/letter-warnings.ts';
import { practiceWarning, type PracticeWarning } from '../interview/practice-warning.ts';
import type { CourseStep, EpisodeCourse } from './episode-course.ts';
import { heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Rules = Pick<Practice, 'id' | 'figures'>;

const KEPT_FROM = { PARENT_OR_CARER: 'LETTER_KEPT_FROM_PARENT_OR_CARER', CHILD: 'LETTER_KEPT_FROM_CHILD' } as const;
const SAFE_FOR = { PARENT_OR_CARER: 'LETTER_SAFE_FOR_PARENT_OR_CARER', CHILD: 'LETTER_SAFE_FOR_CHILD' } as const;

/**
 * The letter a practice asks for after a refusal or without contact, and to whom it goes: recorded as safe first where it says so, then sent,
 * and not sent where it is recorded as not safe, also where nobody can tell to whom it goes by age.
 */
export function letterAsked(course: EpisodeCourse, practice: Rules): OpenStep | null {
  const { steps } = course;
  if (steps === null) {
    return NOT_KNOWN;
  }
  if (steps.some(({ step }) => step === 'LETTER_SENT')) {
    return null;
  }
  const advice = letterTo({ ages: course.ages, livingIndependently: course.livingIndependently, safeFor: safeFor(steps) }, practice);
  const to = advice.state === 'SEND' ? advice.to : ADDRESSEES;
  const open = to.filter((one) => letterSafety(steps, one) !== 'NOT_SAFE');
  if (open.length === 0) {
    return null;
  }
  const lacks = [...adviceOnLetter(advice), ...keptFrom(to, steps, practice)];
  return heldByWorker(isSafeToSend(open, steps, { advice, practice }) ? 'SEND_LETTER' : 'DECIDE_LETTER_SAFE', course, { lacks, source: advice.state === 'SILENT' ? null : advice.rule });
}

/** Where the practice asks for it, the letter is recorded as safe for each to whom it goes; where nobody can tell who that is, for one of those it could go to. */
function isSafeToSend(open: readonly Addressee[], steps: readonly CourseStep[], { advice, practice }: { readonly advice: LetterAdvice; readonly practice: Rules }): boolean {
  if (practice.figures.letter?.value.safeToSendFirst !== true) {
    return true;
  }
  const isSafe = (one: Addressee): boolean => letterSafety(steps, one) === 'SAFE';
  return advice.state === 'SEND' ? open.every(isSafe) : open.some(isSafe);
}

/** The letter after an interview: no text asks for one, but one that is recorded as safe to send is to be sent, to those for whom it is. */
export function letterDecidedOn(course: EpisodeCourse, practice: Rules): OpenStep | null {
  const { steps } = course;
  if (steps === null) {
    return NOT_KNOWN;
  }
  const sent = steps.filter(({ step }) => step === 'LETTER_SENT').map(({ addressee }) => addressee);
  const words = steps.filter(({ step, addressee }) => step === 'SAFE_TO_SEND' && !sent.includes(addressee) && letterSafety(steps, addressee) === 'SAFE');
  const to = ADDRESSEES.filter((one) => words.some(({ addressee }) => addressee === one));
  const lacks = to.map((one) => practiceWarning(SAFE_FOR[one], { source: ruleNamed('LETTER_SAFE', practice) }));
  return words.length === 0 ? null : heldByWorker('SEND_LETTER', course, { lacks });
}

function keptFrom(to: readonly Addressee[], steps: readonly CourseStep[], practice: Rules): PracticeWarning[] {
  return to.filter((one) => letterSafety(steps, one) === 'NOT_SAFE').map((one) => practiceWarning(KEPT_FROM[one], { source: ruleNamed('LETTER_SAFE', practice) }));
}

function safeFor(steps: readonly CourseStep[]): Addressee[] {
  return ADDRESSEES.filter((one) => letterSafety(steps, one) === 'SAFE');
}
