import type { Addressee, Practice } from '../authority/practice.ts';
import { letterSafety } from '../interview/letter-safety.ts';
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
  const advice = letterTo({ ages: course.ages, livingIndependently: course.livingIndependently, safeFor: safeFor(steps) }, practice);
  if (advice.state !== 'SEND') {
    return heldByWorker('SEND_LETTER', course, { source: advice.state === 'SILENT' ? null : advice.rule });
  }
  const to = advice.to.filter((one) => letterSafety(steps, one) !== 'NOT_SAFE');
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
  const words = steps.filter(({ step }) => step === 'SAFE_TO_SEND');
  return words.some(({ addressee }) => !sent.includes(addressee) && letterSafety(steps, addressee) === 'SAFE') ? heldByWorker('SEND_LETTER', course) : null;
}

function safeFor(steps: readonly CourseStep[]): Addressee[] {
  return (['PARENT_OR_CARER', 'CHILD'] as const).filter((one) => letterSafety(steps, one) === 'SAFE');
}
