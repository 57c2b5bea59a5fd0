import { countsFor, isHeldFor } from '../domain/interview/after-the-return.ts';
import { awayWarnings, type AwayFacts } from '../domain/interview/away-considered.ts';
import { ceScreen, screener, type OwedState, type ScreenFacts } from '../domain/interview/ce-screen.ts';
import { REFUSED_OUTCOMES } from '../domain/interview/interview-words.ts';
import { preventionPlan } from '../domain/interview/prevention-plan.ts';
import { practiceWarning, type PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { doneAbout, doneByNow, followedTimes, isDone, type KnownReturn } from './known-return.ts';
import type { AskedAt } from './offer-warnings.ts';

/** An episode that is closed for editing, and what is said with it. */
export interface ClosingEpisode {
  readonly id: string;
  readonly facts: ChildFacts;
  readonly departure: string | null;
}

/** What the practice asks for before an episode is closed, and is not there. It warns and never refuses. */
export function finaliseWarnings(known: KnownReturn, closing: ClosingEpisode, { practice, now }: AskedAt): PracticeWarning[] {
  const { finaliseAfterForm } = practice.figures;
  const done = doneByNow(known, [closing.id], now);
  // Kent: missing again before the interview, the episode has a form of its own without one: its paperwork is that form.
  const formDone = hasForm(known, closing.id, now) || isDone(done, 'PAPERWORK_RECORDED');
  const riskAssessed = isDone(done, 'RISK_CONSIDERED') || isDone(done, 'RISK_REVIEW');
  const plan = preventionPlan(
    {
      socialWorkerAllocated: closing.facts.named.some((entry) => entry.startsWith('SOCIAL_WORKER:')),
      riskAssessed,
      planMade: isDone(done, 'PREVENTION_PLAN'),
      reasonNoted: closing.departure !== null,
    },
    practice,
  );
  const missingSince = known.episodes.find(({ id }) => id === closing.id)?.missingSince ?? null;
  return [
    ...(finaliseAfterForm?.value === true && !formDone ? [practiceWarning('FINALISED_BEFORE_FORM', finaliseAfterForm)] : []),
    ...owedWarnings(ceScreen({ ages: known.ages, missingSince, screens: screensOf(known, now) }, practice), 'CE_SCREEN_MISSING'),
    ...owedWarnings(plan, 'PREVENTION_PLAN_MISSING'),
    ...awayWarnings(awayFacts(known, closing.id, { riskAssessed, interviewConsidered: isDone(done, 'TRIAGE') }), practice),
  ];
}

/** An interview that was held, or to which the child or a parent said no. */
function hasForm(known: KnownReturn, episode: string, now: number): boolean {
  const { returned } = followedTimes(known, [episode]);
  const held = known.interviews.filter((one) => isHeldFor(one, returned, now) !== false);
  const refused = known.offers.filter(({ outcome, at }) => outcome !== null && REFUSED_OUTCOMES.includes(outcome) && countsFor(at, returned, now));
  return [...held, ...refused].some(({ episodes }) => episodes.includes(episode));
}

function awayFacts(known: KnownReturn, episode: string, { riskAssessed, interviewConsidered }: Pick<AwayFacts, 'riskAssessed' | 'interviewConsidered'>): AwayFacts {
  const offered = [...known.offers, ...known.interviews].some(({ episodes }) => episodes.includes(episode));
  return {
    wasAway: known.episodes.some(({ id, wasAway }) => id === episode && wasAway),
    lookedAfter: known.legalStatus === null ? null : true,
    riskAssessed,
    interviewConsidered: offered || interviewConsidered,
  };
}

function owedWarnings({ state, rule }: OwedState, code: 'CE_SCREEN_MISSING' | 'PREVENTION_PLAN_MISSING'): PracticeWarning[] {
  const isLacking = state === 'OWED' || state === 'CANNOT_TELL';
  return isLacking && rule !== null ? [practiceWarning(code, { source: rule }, state === 'CANNOT_TELL')] : [];
}

/** The screens of the child by now, in whichever episode they stand, and those that an interview's form holds. */
function screensOf(known: KnownReturn, now: number): NonNullable<ScreenFacts['screens']> {
  const written = doneAbout(known, known.episodes.map(({ id }) => id), now).records.filter(({ payload }) => payload.record === 'CE_SCREEN');
  const inForms = known.interviews.filter(({ ceScreen: said }) => said).map(({ at }) => ({ at, by: 'RETURN_WORKER' as const }));
  return [...written.map((record) => ({ at: record.payload.at, by: screener(record.role) })), ...inForms].filter(({ at }) => at.from <= now);
}
