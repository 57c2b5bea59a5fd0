import type { FigureName, Practice } from '../authority/practice.ts';
import { practiceWarning, type PracticeWarning } from '../interview/practice-warning.ts';
import type { EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

type AdvisedFigure = Extract<FigureName, 'otherMethods' | 'weeklyVisits' | 'meetingAtRequest' | 'hostMayInterview' | 'openUntilFound' | 'exploitationToolkit'>;

/** One piece of advice: by which figure, at which steps, and of which episodes. */
interface Advice {
  readonly figure: AdvisedFigure;
  readonly code: PracticeWarning['code'];
  readonly at: readonly StepCode[];
  readonly of: (course: EpisodeCourse) => boolean;
}

const EVERY = (): boolean => true;
const ADVICE: readonly Advice[] = [
  { figure: 'openUntilFound', code: 'OPEN_UNTIL_FOUND', at: ['FIND_CHILD', 'HOME_LOOKS_FOR_CHILD'], of: EVERY },
  { figure: 'weeklyVisits', code: 'WEEKLY_VISITS', at: ['TRIAGE'], of: EVERY },
  { figure: 'meetingAtRequest', code: 'MEETING_AT_REQUEST', at: ['TRIAGE'], of: ({ groups }) => groups.includes('LOOKED_AFTER') },
  { figure: 'hostMayInterview', code: 'HOST_MAY_INTERVIEW', at: ['TRIAGE', 'ASSIGN_WORKER'], of: ({ groups }) => groups.includes('PLACED_OUT_OF_AREA') },
  { figure: 'otherMethods', code: 'TRY_OTHER_METHODS', at: ['TRY_AGAIN'], of: ({ offers }) => offers?.some(({ attempts }) => (attempts ?? []).length > 0) === true },
  { figure: 'exploitationToolkit', code: 'EXPLOITATION_TOOLKIT', at: ['RECORD_PAPERWORK', 'CE_SCREEN', 'FINALISE'], of: ({ interviews }) => interviews?.some(({ state }) => state === 'COMPLETED') === true },
];

/** What a practice advises at a step, and asks of nobody: each by its paragraph, and "perhaps". */
export function practiceAdvice(code: StepCode, course: EpisodeCourse, { figures }: Pick<Practice, 'figures'>): PracticeWarning[] {
  return ADVICE.flatMap(({ figure, code: advised, at, of }) => {
    const rule = figures[figure];
    return rule?.value === true && at.includes(code) && of(course) ? [practiceWarning(advised, rule, true)] : [];
  });
}
