import type { Practice } from '../authority/practice.ts';
import { earliest, happenedBy, type Moments } from '../clocks/moments.ts';
import { dateInterval } from '../interval/london-interval.ts';
import { attemptsDone } from '../interview/attempts-done.ts';
import { BOOKED_OUTCOMES, REFUSED_OUTCOMES, UNABLE_OUTCOMES } from '../interview/interview-words.ts';
import { afterRefusal, withoutContact } from './after-closed-offer.ts';
import { practiceWarning } from '../interview/practice-warning.ts';
import type { CourseOffer, EpisodeCourse } from './episode-course.ts';
import { finalise } from './finalise-step.ts';
import { isOneOf, type StandingOffer } from './standing-offer.ts';
import { heldBy, heldByWorker, NOT_KNOWN, type OpenStep } from './step-holder.ts';

interface At {
  readonly practice: Pick<Practice, 'id' | 'clocks' | 'figures'>;
  readonly now: number;
}

/** What is next after the offer that stands, by how it ended so far. */
export function afterOffer(course: EpisodeCourse, standing: StandingOffer, at: At): OpenStep {
  const { offer } = standing;
  if (offer.outcome === null) {
    return whileOpen(course, offer, at);
  }
  if (isOneOf(BOOKED_OUTCOMES, offer.outcome)) {
    return course.workers?.length === 0 ? heldBy('ASSIGN_WORKER', 'HUB_COORDINATOR') : heldByWorker('INTERVIEW', course);
  }
  if (offer.outcome === 'NOT_APPROPRIATE') {
    return whileNotAppropriate(course, offer, at.now);
  }
  return afterClosed(course, standing, at);
}

function afterClosed(course: EpisodeCourse, standing: StandingOffer, { practice }: At): OpenStep {
  const { outcome } = standing.offer;
  if (isOneOf(REFUSED_OUTCOMES, outcome)) {
    return afterRefusal(course, standing, practice);
  }
  if (isOneOf(UNABLE_OUTCOMES, outcome)) {
    return withoutContact(course, standing.offer, practice);
  }
  return outcome === 'SUBSEQUENT_MISSING_EPISODE' ? withLaterEpisode(course, practice) : finalise(course);
}

/** Kent: a form for each episode, of its mandatory questions, that refers to the next; elsewhere this one is closed. */
function withLaterEpisode(course: EpisodeCourse, { figures }: At['practice']): OpenStep {
  if (figures.severalEpisodes?.value !== 'FORM_EACH') {
    return finalise(course);
  }
  if (course.steps === null) {
    return NOT_KNOWN;
  }
  return course.steps.some(({ step }) => step === 'PAPERWORK_RECORDED') ? finalise(course) : heldByWorker('RECORD_PAPERWORK', course, { source: figures.severalEpisodes.source, lacks: [practiceWarning('FORM_OF_MANDATORY_QUESTIONS', figures.severalEpisodes)] });
}

/** Somerset 4.5: tries go on until there were enough of them, or their days are over. A practice that is silent sets no end. */
function whileOpen(course: EpisodeCourse, { attempts }: CourseOffer, at: At): OpenStep {
  if (course.workers?.length === 0) {
    return heldBy('ASSIGN_WORKER', 'HUB_COORDINATOR');
  }
  const rule = at.practice.figures.attempts;
  if (rule === null) {
    return heldByWorker('TRY_AGAIN', course);
  }
  if (attempts === null) {
    return NOT_KNOWN;
  }
  const { counted, windowEnds, lacks } = attemptsDone(attempts, at.practice, { start: triesBegan(course, at), returned: course.events.RETURNED ?? [], now: at.now });
  const enough = lacks.length === 0 || (windowEnds !== null && at.now > windowEnds.last);
  return heldByWorker(enough ? 'CLOSE_OFFER' : 'TRY_AGAIN', course, { lacks, triesLacking: Math.max(0, rule.value.atLeast - counted), source: rule.source });
}

function triesBegan({ events }: EpisodeCourse, { practice, now }: At): Moments | null {
  const began = practice.clocks.find(({ id }) => id === 'ATTEMPTS')?.start ?? null;
  return began === null ? null : earliest(happenedBy(now, events, [began]).timed);
}

/** West Sussex: somebody covers meanwhile, and on a day the child is asked again; there is no "never", whatever the practice says. */
function whileNotAppropriate(course: EpisodeCourse, { coveredBy, askAgainOn }: CourseOffer, now: number): OpenStep {
  const day = askAgainOn === null ? null : dateInterval(askAgainOn);
  if (day === null) {
    return heldBy('SET_DAY_TO_ASK_AGAIN', 'HUB_COORDINATOR');
  }
  if (now < day.from) {
    return heldBy('COVERED', null, { holder: { role: null, people: [], coveredBy }, due: { first: day.from, last: day.until - 1 } });
  }
  // The whole of that day: it is not past before it is over.
  const due = { first: day.until - 1, last: day.until - 1 };
  return course.workers === null || course.workers.length === 0 ? heldBy('ASK_AGAIN', 'HUB_COORDINATOR', { due }) : heldByWorker('ASK_AGAIN', course, { due });
}
