import { ruleNamed } from '../authority/hub-defaults.ts';
import type { Practice } from '../authority/practice.ts';
import { agreementGaps } from '../interview/agreement-gaps.ts';
import { practiceWarning, type PracticeWarning } from '../interview/practice-warning.ts';
import type { EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

/** Steps up to the interview, at which it matters who holds it and how its result comes back. */
const UNTIL_HELD: readonly StepCode[] = ['TRIAGE', 'ASSIGN_WORKER', 'VISIT_TODAY', 'OFFER', 'TRY_AGAIN', 'ASK_AGAIN', 'INTERVIEW'];

/** Steps at which somebody rings, writes or calls. */
const GETS_IN_TOUCH: readonly StepCode[] = ['OFFER', 'TRY_AGAIN', 'ASK_AGAIN'];

/** What is to be settled before anybody gets in touch with the child: how that is safe, and what the authorities agreed for a placement elsewhere (Somerset 7.1). */
export function lacksBeforeContact(code: StepCode, { placed, safeContact }: Pick<EpisodeCourse, 'placed' | 'safeContact'>, practice: Pick<Practice, 'id' | 'figures'>): PracticeWarning[] {
  return [
    ...(safeContact === false && GETS_IN_TOUCH.includes(code) ? [practiceWarning('SAFE_CONTACT_MISSING', { source: ruleNamed('SAFE_CONTACT', practice) })] : []),
    ...(placed !== null && UNTIL_HELD.includes(code) ? agreementGaps(placed, practice) : []),
  ];
}
