import type { DecisionPayloads } from '../decision/decision.ts';
import type { ActionState } from '../interview/return-steps.ts';
import type { Closed, Relation } from './relation.ts';

/** What every one of them has: by whom it was written down, when, and how often. */
interface Written {
  /** Decision id. */
  readonly id: string;
  /** `person@agency`. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly writtenAt: number;
  readonly revision: number;
}
/** About one of the child's episodes, by its shown id; null where the source took that one back. */
interface AboutAnEpisode extends Written {
  readonly episode: string | null;
  /** From when on a later word takes its place, whose time lies ahead (epoch milliseconds); null: none does. */
  readonly replacedFrom: number | null;
}

/** What a home or a carer may read of, as soon as it names nobody and no place that the hub knows round the child. */
export interface ReadByCarers {
  readonly tellsNobody: boolean;
}

/** One thing done on the way from a return to the end of the matter. */
export interface ReturnStepPicture extends AboutAnEpisode, Closed, ReadByCarers {
  readonly said: DecisionPayloads['RETURN_STEP'];
}

/** What is written of the child beside the interview. */
export interface CaseRecordPicture extends AboutAnEpisode, Closed {
  /** In which role its writer acted: a screen by a social worker, or by the service, stands for one (Somerset 4.12). */
  readonly byRole: string;
  readonly said: DecisionPayloads['CASE_RECORD'];
}

/** What could not wait, who is to answer, and what was answered. */
export interface ConcernPicture extends Written, Closed {
  readonly said: DecisionPayloads['CONCERN'];
  /** Who is or was to answer, from when on: whoever was reached before the answer came, while they have a part in the child. */
  readonly addressed: readonly Relation[];
  readonly answer: (DecisionPayloads['CONCERN_ANSWER'] & { readonly by: string; readonly at: number }) | null;
}

/** Something somebody is to do; its revision counts what came of it. */
export interface CaseActionPicture extends Written, Closed, ReadByCarers {
  readonly said: DecisionPayloads['CASE_ACTION'];
  readonly state: ActionState;
  readonly outcome: string | null;
  /** When that was written down, epoch milliseconds; null while nothing was. */
  readonly closedAt: number | null;
  /** Its owner, while they have a part in the child and are let read it. */
  readonly doer: readonly Relation[];
  /** Does it come from a concern, or from a record of one? */
  readonly ofConcern: boolean;
}
