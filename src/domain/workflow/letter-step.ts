import type { Addressee, Practice } from '../authority/practice.ts';
import { letterTo } from '../interview/letter-to.ts';
import type { CourseStep, EpisodeCourse } from './episode-course.ts';
import { heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

/** The letter a practice asks for after a refusal or without contact: recorded as safe first where it says so, then sent, and not sent where it is recorded as not safe. */
export function letterAsked(course: EpisodeCourse, practice: Pick<Practice, 'figures'>): OpenStep | null {
  const { steps } = course;
  if (steps === null) {
    return NOT_KNOWN;
  }
  if (steps.some(({ step }) => step === 'LETTER_SENT')) {
    return null;
  }
  const advice = letterTo({ ages: course.ages, livingIndependently: course.livingIndependently, safeFor: addressees(safeWords(steps)) }, practice);
  if (advice.state !== 'SEND') {
    return heldByWorker('SEND_LETTER', course, { source: advice.state === 'SILENT' ? null : advice.rule });
  }
  const to = advice.to.filter((one) => !isNotSafe(steps, one));
  if (to.length === 0) {
    return null;
  }
  return heldByWorker(to.some((one) => advice.notYetSafe.includes(one)) ? 'DECIDE_LETTER_SAFE' : 'SEND_LETTER', course, { source: advice.rule });
}

/** The letter after an interview: no text asks for one, but one that is recorded as safe to send is to be sent. */
export function letterDecidedOn(course: EpisodeCourse): OpenStep | null {
  const { steps } = course;
  if (steps === null) {
    return NOT_KNOWN;
  }
  const sent = steps.filter(({ step }) => step === 'LETTER_SENT').map(({ addressee }) => addressee);
  return safeWords(steps).some(({ addressee }) => !sent.includes(addressee)) ? heldByWorker('SEND_LETTER', course) : null;
}

function safeWords(steps: readonly CourseStep[]): readonly CourseStep[] {
  return lastWords(steps).filter(({ outcome }) => outcome !== 'NOT_SAFE');
}

function isNotSafe(steps: readonly CourseStep[], one: Addressee): boolean {
  return lastWords(steps).some(({ addressee, outcome }) => outcome === 'NOT_SAFE' && addressee === one);
}

/** Of each addressee what was recorded last: what was safe once may be so no longer. */
function lastWords(steps: readonly CourseStep[]): readonly CourseStep[] {
  const words = steps.filter(({ step }) => step === 'SAFE_TO_SEND');
  return words.filter((word, place) => words.findIndex(({ addressee }) => addressee === word.addressee) === place);
}

function addressees(steps: readonly CourseStep[]): Addressee[] {
  return (['PARENT_OR_CARER', 'CHILD'] as const).filter((one) => steps.some(({ addressee }) => addressee === one));
}
