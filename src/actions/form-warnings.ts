import type { Practice } from '../domain/authority/practice.ts';
import { formsForEpisodes, type PlannedForm } from '../domain/interview/forms-for-episodes.ts';
import { practiceWarning, type PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { StandingInterview } from '../store/write/read-return.ts';
import type { KnownReturn } from './known-return.ts';

type Of = Pick<KnownReturn, 'episodes' | 'interviews'>;

/** Somerset 4.18: one form for all episodes before the interview; Kent: a form for each, that refers to the next. */
export function formWarnings(known: Of, interview: StandingInterview, practice: Practice): PracticeWarning[] {
  const rule = practice.figures.severalEpisodes;
  const { episodes: named } = interview;
  if (rule === null || named.length === 0) {
    return [];
  }
  const { open, later } = asked(known, interview);
  if (rule.value === 'ONE_FORM') {
    return formsForEpisodes(open, practice)?.some((form) => form.episodes.some((one) => !named.includes(one))) === true ? [practiceWarning('ONE_FORM', rule)] : [];
  }
  const all = known.episodes.map(({ id }) => id).filter((id) => open.includes(id) || later.includes(id));
  return formEach(formsForEpisodes(all, practice) ?? [], named).map((code) => practiceWarning(code, rule));
}

/** The episodes of this interview and those before it that wait for one, in the order of time; and those after it that have theirs. */
function asked({ episodes, interviews }: Of, { id, episodes: named, at }: StandingInterview): { readonly open: readonly string[]; readonly later: readonly string[] } {
  const done = interviews.filter((one) => one.id !== id).flatMap((one) => one.episodes);
  const began = ({ missingSince }: Of['episodes'][number]): number => missingSince?.from ?? Infinity;
  const first = Math.min(...episodes.filter((one) => named.includes(one.id)).map(began));
  const waiting = episodes.filter((one) => one.isBack && !one.finalised && !done.includes(one.id) && began(one) <= at.from).map((one) => one.id);
  return {
    open: episodes.map((one) => one.id).filter((one) => named.includes(one) || waiting.includes(one)),
    later: episodes.filter((one) => done.includes(one.id) && began(one) > first).map((one) => one.id),
  };
}

/** Of the mandatory questions where another episode follows, to whose form it refers; and whether an earlier one still waits for such a form. */
function formEach(planned: readonly PlannedForm[], named: readonly string[]): ('FORM_FOR_EACH' | 'FORM_OF_MANDATORY_QUESTIONS' | 'FORM_OF_EARLIER_WAITS')[] {
  const own = planned.filter((form) => form.episodes.some((one) => named.includes(one)));
  const before = planned.slice(0, planned.findIndex((form) => own.includes(form)));
  const isOneOfSeveral = named.length === 1 && own.some(({ extent }) => extent === 'MANDATORY_QUESTIONS');
  return [...(named.length > 1 ? (['FORM_FOR_EACH'] as const) : []), ...(isOneOfSeveral ? (['FORM_OF_MANDATORY_QUESTIONS'] as const) : []), ...(before.length > 0 ? (['FORM_OF_EARLIER_WAITS'] as const) : [])];
}
