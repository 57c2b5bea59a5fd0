import type { Practice } from '../authority/practice.ts';
import type { CourseOffer, EpisodeCourse } from './episode-course.ts';
import { finalise, firstOpen } from './finalise-step.ts';
import { letterAsked } from './letter-step.ts';
import type { StandingOffer } from './standing-offer.ts';
import { heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

type Rules = Pick<Practice, 'id' | 'figures'>;

/**
 * What is next after a refusal: Somerset 4.8 and 4.10 ask for an explanation, a letter, and what parents and carers know;
 * West Sussex advises to ask the child a second and a third time.
 */
export function afterRefusal(course: EpisodeCourse, standing: StandingOffer, practice: Rules): OpenStep {
  const rule = practice.figures.refusal;
  const asked = rule === null ? [] : [
    rule.value.explanation ? explained(course, standing.offer, rule.source) : null,
    rule.value.letter ? letterAsked(course, practice) : null,
    rule.value.askParents ? parentsAsked(course, rule.source) : null,
  ];
  return firstOpen([...asked, askedAgain(course, standing, practice)]) ?? finalise(course);
}

/** A Mosaic authority, Somerset 4.6 and 4.7: everybody is tried, why nobody was reached is written down, and a letter sent. */
export function withoutContact(course: EpisodeCourse, offer: CourseOffer, practice: Rules): OpenStep {
  const { unableToContact: rule, letter } = practice.figures;
  const tried = rule === null || rule.value.after.every((one) => offer.tried.includes(one));
  const open = [
    rule === null || tried ? null : heldByWorker('TRY_EVERYBODY', course, { source: rule.source }),
    rule?.value.explanation === true ? explained(course, offer, rule.source) : null,
    letter !== null && offer.outcome === 'UNABLE_TO_ESTABLISH_CONTACT' ? letterAsked(course, practice) : null,
  ];
  return firstOpen(open) ?? finalise(course);
}

function explained(course: EpisodeCourse, { explained: isExplained }: CourseOffer, source: string): OpenStep | null {
  if (isExplained === null) {
    return NOT_KNOWN;
  }
  return isExplained ? null : heldByWorker('EXPLAIN', course, { source });
}

function parentsAsked(course: EpisodeCourse, source: string): OpenStep | null {
  if (course.steps === null) {
    return NOT_KNOWN;
  }
  return course.steps.some(({ step }) => step === 'PARENTS_ASKED') ? null : heldByWorker('ASK_PARENTS', course, { source });
}

function askedAgain(course: EpisodeCourse, { offer, timesAsked }: StandingOffer, { figures }: Rules): OpenStep | null {
  const rule = figures.askAgain;
  return rule !== null && offer.outcome === 'DECLINED_BY_YOUNG_PERSON' && timesAsked <= rule.value ? heldByWorker('ASK_AGAIN', course, { source: rule.source }) : null;
}
