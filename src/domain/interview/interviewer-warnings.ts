import type { Capacity, Figure, FigureValue, Practice } from '../authority/practice.ts';
import type { InterviewAnswers } from './interview-form.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

type YesNo = NonNullable<InterviewAnswers['independentOfPlacement']>;

/** Who holds an interview with which child; null: nobody says. */
export interface Interviewer {
  readonly ofPlacement: YesNo;
  readonly ofAuthority: YesNo;
  /** The child asked for this person. */
  readonly chosenByChild: boolean;
  readonly capacity: Capacity | null;
  /** Null where the child was not interviewed before. */
  readonly sameAsBefore: boolean | null;
  readonly openToSocialCare: boolean | null;
  readonly placedOutOfArea: boolean | null;
}

/** What the practice asks of who interviews: independence (Birmingham, West Sussex), capacity (Kent, Somerset, West Sussex), the same worker as before. */
export function interviewerWarnings(interviewer: Interviewer, { figures }: Pick<Practice, 'figures'>): PracticeWarning[] {
  const { independence, whoInterviews, sameWorkerAsBefore } = figures;
  return [
    ...(independence === null ? [] : independenceWarnings(interviewer, independence)),
    ...(whoInterviews === null ? [] : capacityWarnings(interviewer, whoInterviews)),
    ...(sameWorkerAsBefore?.value === true && interviewer.sameAsBefore === false ? [practiceWarning('OTHER_WORKER_THAN_BEFORE', sameWorkerAsBefore)] : []),
  ];
}

/** A child may prefer somebody who is not independent; that it is, or is not, is recorded all the same. */
function independenceWarnings({ ofPlacement, ofAuthority, chosenByChild }: Interviewer, rule: Figure<FigureValue<'independence'>>): PracticeWarning[] {
  const asked = [
    { answer: ofPlacement, asks: rule.value.ofPlacement, code: 'NOT_INDEPENDENT_OF_PLACEMENT' },
    { answer: ofAuthority, asks: rule.value.ofAuthority, code: 'NOT_INDEPENDENT_OF_AUTHORITY' },
  ] as const;
  const excused = rule.value.childMayChoose && chosenByChild;
  const dependent = asked.flatMap(({ answer, asks, code }) => (asks && answer === 'NO' && !excused ? [practiceWarning(code, rule)] : []));
  const unsaid = asked.some(({ answer, asks }) => asks && answer === 'NOT_SAID') ? [practiceWarning('INDEPENDENCE_NOT_RECORDED', rule)] : [];
  return [...dependent, ...unsaid];
}

function capacityWarnings(interviewer: Interviewer, rule: Figure<FigureValue<'whoInterviews'>>): PracticeWarning[] {
  const expected = rule.value.find(({ of }) => isOf(of, interviewer))?.capacities;
  if (expected === undefined || interviewer.chosenByChild) {
    return [];
  }
  if (interviewer.capacity === null) {
    return [practiceWarning('CAPACITY_NOT_RECORDED', rule)];
  }
  return expected.includes(interviewer.capacity) ? [] : [practiceWarning('OTHER_CAPACITY_EXPECTED', rule)];
}

function isOf(of: FigureValue<'whoInterviews'>[number]['of'], { openToSocialCare, placedOutOfArea }: Interviewer): boolean {
  const fits = { EVERY_CHILD: true, OPEN_TO_SOCIAL_CARE: openToSocialCare === true, NOT_OPEN: openToSocialCare === false, PLACED_OUT_OF_AREA: placedOutOfArea === true };
  return fits[of];
}
