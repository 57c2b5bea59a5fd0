import type { Figure, FigureValue, Practice } from '../authority/practice.ts';
import type { Ages } from '../child/ages-at.ts';
import { dateInterval } from '../interval/london-interval.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

/** Why an interview is not appropriate now; there is no "never" (West Sussex). */
export interface NotNow {
  readonly reason: string | null;
  readonly coveredBy: string | null;
  /** ISO date. */
  readonly askAgainOn: string | null;
}

/** Whom this authority's team interviews: TO_SOCIAL_CARE and NOT_BY_TEAM name the rule; CANNOT_TELL: the age does not settle it. */
export type Eligibility =
  | { readonly state: 'ELIGIBLE' }
  | { readonly state: 'TO_SOCIAL_CARE' | 'NOT_BY_TEAM' | 'CANNOT_TELL'; readonly rule: string }
  | { readonly state: 'NOT_NOW'; readonly askAgainOn: string | null; readonly warnings: readonly PracticeWarning[] };

/** What eligibility looks at; `ages` null: no source tells the age. */
export interface ChildToInterview {
  readonly ages: Ages | null;
  readonly notNow: NotNow | null;
}

/** Somerset 4.3: under eight to children's social care; West Sussex: under ten not by the team. Every other child is offered an interview, whatever the police risk. */
export function eligibility(child: ChildToInterview, { figures }: Pick<Practice, 'figures'>, now: number): Eligibility {
  const byAge = refusedByAge(child.ages, figures.toSocialCareUnder, 'TO_SOCIAL_CARE') ?? refusedByAge(child.ages, figures.interviewedFrom, 'NOT_BY_TEAM');
  if (byAge !== null) {
    return byAge;
  }
  if (child.notNow === null) {
    return { state: 'ELIGIBLE' };
  }
  return { state: 'NOT_NOW', askAgainOn: child.notNow.askAgainOn, warnings: notNowWarnings(child.notNow, figures.notNow, now) };
}

function refusedByAge(ages: Ages | null, under: Figure<number> | null, state: 'TO_SOCIAL_CARE' | 'NOT_BY_TEAM'): Eligibility | null {
  if (under === null || (ages !== null && ages.least >= under.value)) {
    return null;
  }
  return { state: ages !== null && ages.most < under.value ? state : 'CANNOT_TELL', rule: under.source };
}

/** What West Sussex asks for where it is not appropriate now: why, who covers meanwhile, and when the child is asked again. */
export function notNowWarnings({ reason, coveredBy, askAgainOn }: NotNow, rule: Figure<FigureValue<'notNow'>> | null, now: number): PracticeWarning[] {
  if (rule === null) {
    return [];
  }
  const { needsReason, needsCover, needsDate } = rule.value;
  const day = askAgainOn === null ? null : dateInterval(askAgainOn);
  const lacking = [
    { lacks: needsReason && isBlank(reason), code: 'REASON_MISSING' },
    { lacks: needsCover && isBlank(coveredBy), code: 'COVER_MISSING' },
    { lacks: needsDate && day === null, code: 'ASK_AGAIN_DATE_MISSING' },
    { lacks: day !== null && day.from <= now, code: 'ASK_AGAIN_DUE' },
  ] as const;
  return lacking.flatMap(({ lacks, code }) => (lacks ? [practiceWarning(code, rule)] : []));
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
