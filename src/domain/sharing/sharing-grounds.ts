import type { Closing } from '../authority/closings.ts';
import type { Decision } from '../decision/decision.ts';
import { ofKind } from '../decision/standing-decisions.ts';
import type { InterviewPicture } from '../fold/interview-picture.ts';
import type { Relation } from '../fold/relation.ts';
import type { ApprovedText } from '../redaction/redaction-state.ts';
import type { Recipient } from './audience.ts';

/** All that the release of an interview can rest on. */
export interface SharingGrounds {
  readonly state: InterviewPicture['state'];
  /** What stands of what was decided on this interview. */
  readonly decided: readonly Decision[];
  readonly texts: readonly ApprovedText[];
  readonly closings: readonly Closing[];
  /** Forces that have to do with the child, and coordinators named for it as `person@agency`, with their times. */
  readonly forces: readonly Relation[];
  readonly coordinators: readonly Relation[];
  /** Forces to which the responsible authority agreed to give completed forms (KNT). */
  readonly agreements: readonly Relation[];
}

/** The text approved for an audience; of a placement or a parent the one for that very recipient. */
export function textFor({ texts }: Pick<SharingGrounds, 'texts'>, { audience, recipient }: Recipient): ApprovedText | null {
  const own = audience === 'PLACEMENT' || audience === 'PARENT' ? recipient : null;
  return texts.find(({ redaction }) => redaction.audience === audience && redaction.recipient === own) ?? null;
}

/** Whether it was decided, in whatever capacity, that this recipient is not to have it. */
export function isWithheld({ decided }: Pick<SharingGrounds, 'decided'>, recipient: string): boolean {
  return ofKind(decided, 'SHARING').some(({ payload }) => payload.recipient === recipient && payload.decision === 'WITHHOLD');
}
