import type { Moments } from '../clocks/moments.ts';
import type { PracticeWarning } from '../interview/practice-warning.ts';
import type { EpisodeCourse } from './episode-course.ts';
import type { StepCode } from './step-words.ts';

/** Who can hold the next step; HOME is the home or carer the child is missing from. */
export type HolderRole = 'HOME' | 'POLICE_MISSING_TEAM' | 'SOCIAL_WORKER' | 'HUB_COORDINATOR' | 'RETURN_WORKER';

/** Who holds a step: the people where they are known by name (`person@agency`), and in what role. Role null: nobody, or not known. */
export interface StepHolder {
  readonly role: HolderRole | null;
  readonly people: readonly string[];
  /** Who covers meanwhile, in the words of whoever decided so. */
  readonly coveredBy: string | null;
}

/** A step before its clock is looked at. */
export interface OpenStep {
  readonly code: StepCode;
  readonly holder: StepHolder;
  /** The day or time set for this step itself. */
  readonly due: Moments | null;
  readonly lacks: readonly PracticeWarning[];
  /** How many tries at least are lacking; null where the practice says nothing, or it is no matter of tries. */
  readonly triesLacking: number | null;
  /** The rule that asks for it; null: no practice rule does. */
  readonly source: string | null;
}

/** A step that somebody in a role holds. */
export function heldBy(code: StepCode, role: HolderRole | null, more: Partial<OpenStep> = {}): OpenStep {
  return { code, holder: { role, people: [], coveredBy: null }, due: null, lacks: [], triesLacking: null, source: null, ...more };
}

/** A step of the return worker: by name where one is assigned. */
export function heldByWorker(code: StepCode, { workers }: Pick<EpisodeCourse, 'workers'>, more: Partial<OpenStep> = {}): OpenStep {
  return heldBy(code, 'RETURN_WORKER', { holder: { role: 'RETURN_WORKER', people: workers ?? [], coveredBy: null }, ...more });
}

/** What the reader may not see decides the next step. */
export const NOT_KNOWN: OpenStep = heldBy('NOT_KNOWN', null);

const ROLE_WORDS: Readonly<Record<HolderRole, string>> = {
  HOME: 'the home or carer',
  POLICE_MISSING_TEAM: 'the missing team of the police',
  SOCIAL_WORKER: "the child's social worker",
  HUB_COORDINATOR: 'the hub coordinator of the authority',
  RETURN_WORKER: 'the return worker',
};

/** Who reads of a holder: who they are, as `person@agency`, and the role they hold where the step can be theirs by it. */
export interface HolderReader {
  readonly person: string;
  readonly role: HolderRole | null;
}

/** Who holds a step as somebody reads it: by name, else whoever holds the role, nobody being named; whoever reads it of themselves reads "you". */
export function holderInWords({ role, people, coveredBy }: StepHolder, reader: HolderReader): string {
  if (people.length > 0) {
    return people.map((person) => (person === reader.person ? `you (${person})` : person)).join(', ');
  }
  if (role === null) {
    return coveredBy ?? 'nobody, or not known to you';
  }
  if (role !== reader.role) {
    return `${ROLE_WORDS[role]}, whoever it is: nobody is named`;
  }
  // Who else may read of the step can be a social worker too.
  return `${role === 'SOCIAL_WORKER' ? 'you, where you are' : 'you, as'} ${ROLE_WORDS[role]}: nobody is named`;
}
