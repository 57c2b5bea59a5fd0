import { lastEvening } from '../domain/clocks/last-evening.ts';
import { OWN } from './briefing-wanted.ts';
import { appealRecorded } from '../domain/workflow/appeal-steps.ts';
import { mediaAppeal, type AppealAdvice } from '../domain/workflow/media-appeal.ts';
import { clocksSeen, followCourse, isLate, nextStepSeen, type CourseFollowed, type NextStepSeen } from './clocks-seen.ts';
import type { SeenAt } from './seen-at.ts';
import type { CourseChild, CourseRow, MomentRow } from './course-row.ts';
import { SEEN } from './course-wanted.ts';

/** What came since the office closed, by kind and time. */
export interface Overnight {
  readonly kind: 'REPORTED' | 'LOCATED' | 'RETURNED' | 'RISK' | 'OFFER' | 'INTERVIEW' | 'STEP' | 'ANSWER' | 'CONCERN' | 'INTELLIGENCE';
  /** Epoch milliseconds. */
  readonly at: number;
}
/** What one agency said on the briefing. */
export interface AnswerSeen {
  readonly by: string;
  readonly known: string | null;
  readonly words: string | null;
  readonly at: string;
}

/** How an entry's episode goes on. Null: not for this reader. */
export interface EntryCourse {
  readonly nextStep: NextStepSeen | null;
  readonly clocks: readonly string[] | null;
  readonly overdue: readonly string[] | null;
  /** Whether an appeal through the media is to be considered, in words and by which rule; null: nothing asks for one. */
  readonly mediaAppeal: string | null;
  readonly answers: readonly AnswerSeen[] | null;
  /** What the reader's own agency said, the latest; null: nothing, as far as they are shown. */
  readonly ownAnswer: AnswerSeen | null;
  readonly overnight: readonly Overnight[];
  readonly pushFactors: readonly string[];
  readonly pullFactors: readonly string[];
}

type WrittenStep = NonNullable<CourseRow[typeof SEEN.steps]>[number] & { readonly by: string; readonly words: string | null };
interface Factors {
  readonly pushFactors?: readonly string[] | null;
  readonly pullFactors?: readonly string[] | null;
  /** Where the reader has a text approved for them: the answers approved with it. */
  readonly redactedAnswers?: readonly { readonly question: string; readonly words: readonly string[] }[] | null;
}

/** An episode row with what `COURSE_OF_ENTRY` asks for beside the course itself. */
export interface EntryCourseRow extends Omit<CourseRow, typeof SEEN.child> {
  readonly [SEEN.steps]: readonly WrittenStep[] | null;
  readonly [OWN.mayKnow]: true | null;
  readonly [OWN.reported]: MomentRow | null;
  readonly [OWN.risks]: readonly { readonly at: MomentRow | null }[] | null;
  readonly [OWN.child]: CourseChild & {
    readonly [OWN.concerns]: readonly { readonly writtenAt: string }[] | null;
    readonly [OWN.intelligence]: readonly { readonly at: MomentRow | null }[] | null;
    readonly [OWN.factors]: readonly Factors[] | null;
  };
}

const NOT_KNOWN = { nextStep: null, clocks: null, overdue: null, mediaAppeal: null, answers: null } as const;
/** Nothing of it was asked for. */
export const NO_COURSE: EntryCourse = { ...NOT_KNOWN, ownAnswer: null, overnight: [], pushFactors: [], pullFactors: [] };

/** What a coordinator acts on at nine: who holds what comes next, by which clocks, what came overnight and who knows the child. */
export function entryCourse(row: EntryCourseRow, at: SeenAt): EntryCourse {
  const told = row[OWN.child][OWN.factors] ?? [];
  return {
    ...(row[OWN.mayKnow] === true ? courseKnown(row, at) : NOT_KNOWN),
    ownAnswer: answersOf(row[SEEN.steps] ?? []).find(({ by }) => by.endsWith(`@${at.agency}`)) ?? null,
    overnight: overnightOf(row, at.now),
    pushFactors: factorsIn(told, 'pushFactors'),
    pullFactors: factorsIn(told, 'pullFactors'),
  };
}

function courseKnown(row: EntryCourseRow, at: SeenAt): Pick<EntryCourse, keyof typeof NOT_KNOWN> {
  // The one child of the entry has what the course takes of it.
  const followed = followCourse({ ...row, [SEEN.child]: row[OWN.child] }, at);
  const clocks = clocksSeen(followed);
  return {
    nextStep: nextStepSeen(followed),
    clocks: clocks.map(({ words }) => words),
    overdue: clocks.filter(isLate).map(({ words }) => words),
    mediaAppeal: followed.map(appealInWords).find((words) => words !== null) ?? null,
    answers: answersOf(row[SEEN.steps] ?? []),
  };
}

function appealInWords({ course, practice }: CourseFollowed): string | null {
  const { status, risk, steps } = course;
  const advice = mediaAppeal({ status, risk, ...appealRecorded(steps) }, practice);
  const words = APPEAL_WORDS[advice.state];
  return words === undefined ? null : `${words}${advice.state === 'SEEK_CONSENT' && advice.mayGoWithout ? '; it may go out without' : ''} (${String(advice.rule)})`;
}

const APPEAL_WORDS: Readonly<Partial<Record<AppealAdvice['state'], string>>> = {
  SEEK_CONSENT: 'the police consider an appeal through the media at this risk: the consent of parents or carers is sought first',
  PUT_OUT: 'the police consider an appeal through the media at this risk: it can go out',
  HOLD_BACK: 'the police consider an appeal through the media at this risk: parents or carers do not agree, and without them it does not go out',
};

function answersOf(steps: readonly WrittenStep[]): AnswerSeen[] {
  return steps.filter(({ step }) => step === 'BRIEFING_ANSWER').map(({ by, outcome, words, writtenAt }) => ({ by, known: outcome, words, at: writtenAt }));
}

/** Only of rows that this reader is shown: what is hidden from somebody came for them at no time. */
function overnightOf(row: EntryCourseRow, now: number): Overnight[] {
  const since = lastEvening(now);
  const moments = (kind: Overnight['kind'], times: readonly (MomentRow | null)[]): Overnight[] => times.flatMap((time) => (time === null ? [] : [{ kind, at: Date.parse(time.from) }]));
  const all = [
    ...moments('REPORTED', [row[OWN.reported]]),
    ...moments('LOCATED', [row[SEEN.locatedAt]]),
    ...moments('RETURNED', [row[SEEN.returnedAt]]),
    ...moments('RISK', (row[OWN.risks] ?? []).map((change) => change.at)),
    ...moments('OFFER', (row[SEEN.offers] ?? []).map((offer) => offer.at)),
    ...moments('INTERVIEW', (row[SEEN.interviews] ?? []).map((interview) => interview.at)),
    ...moments('INTELLIGENCE', (row[OWN.child][OWN.intelligence] ?? []).map((item) => item.at)),
    ...(row[SEEN.steps] ?? []).map(({ step, writtenAt }): Overnight => ({ kind: step === 'BRIEFING_ANSWER' ? 'ANSWER' : 'STEP', at: Date.parse(writtenAt) })),
    ...(row[OWN.child][OWN.concerns] ?? []).map(({ writtenAt }): Overnight => ({ kind: 'CONCERN', at: Date.parse(writtenAt) })),
  ];
  return all.filter(({ at }) => at >= since && at <= now).toSorted((one, other) => one.at - other.at);
}

/** As answered in full, or as approved for the reader; each once. */
function factorsIn(told: readonly Factors[], question: 'pushFactors' | 'pullFactors'): string[] {
  const approved = told.flatMap(({ redactedAnswers }) => redactedAnswers ?? []).filter((answer) => answer.question === question);
  return [...new Set([...told.flatMap((one) => one[question] ?? []), ...approved.flatMap(({ words }) => words)])];
}
