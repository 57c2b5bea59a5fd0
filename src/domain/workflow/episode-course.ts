import type { Ages } from '../child/ages-at.ts';
import type { RiskKnown } from '../briefing/risk-trigger.ts';
import type { ChildGroup } from '../clocks/clock.ts';
import type { ClockEvents } from '../clocks/moments.ts';
import type { EpisodePicture } from '../fold/picture.ts';
import type { Span } from '../interval/compare-intervals.ts';
import type { PlacedElsewhere } from '../interview/agreement-gaps.ts';
import type { HeldInterview } from '../interview/after-the-return.ts';
import type { OfferOutcome, Try } from '../interview/interview-words.ts';
import type { SafetyStep } from '../interview/letter-safety.ts';
import type { AttemptPayload, Risk } from '../observation/observation.ts';
import type { Duty } from './duties.ts';

/** What the coordinator decided of a return; of NOT_APPROPRIATE_NOW also who covers meanwhile and when to ask again (ISO date). */
export interface CourseTriage {
  readonly outcome: 'SAME_DAY_VISIT' | 'ROUTINE' | 'NOT_APPROPRIATE_NOW';
  readonly at: Span;
  readonly coveredBy: string | null;
  readonly askAgainOn: string | null;
}

/** One offer of an interview, as far as its course goes. `attempts`, `explained`: null where this reader may not know. */
export interface CourseOffer {
  readonly at: Span;
  /** Null while nobody has answered. */
  readonly outcome: OfferOutcome | null;
  readonly attempts: readonly Pick<AttemptPayload, 'at' | 'coreHours'>[] | null;
  readonly explained: boolean | null;
  readonly tried: readonly Try[];
  readonly coveredBy: string | null;
  readonly askAgainOn: string | null;
}

/** An interview that was held, or refused when it was to take place. */
export interface CourseInterview extends HeldInterview {
  readonly state: 'COMPLETED' | 'REFUSED';
}

/** A step of the return that is recorded. `addressee`: of a letter PARENT_OR_CARER or CHILD; `outcome`: of SAFE_TO_SEND, SAFE or NOT_SAFE. */
export type CourseStep = SafetyStep;

/** What a practice asks to be written of the child once the interview is held, and is not there yet. */
export type OwedRecord = 'CE_SCREEN' | 'PREVENTION_PLAN';

/** How far an episode has come, by what one reader may see of it. Null anywhere: this reader is not told, and no step follows from it. */
export interface EpisodeCourse {
  readonly status: EpisodePicture['status'] | null;
  readonly risk: Risk | 'NOT_GRADED' | null;
  /** How the risk changed, in the order of time. */
  readonly riskChanges: RiskKnown['changes'];
  /** When the home looks at the risk again (epoch milliseconds), where the police send nobody; null: no time is recorded. */
  readonly homeReviewAt: number | null;
  readonly events: ClockEvents;
  readonly triage: CourseTriage | 'NONE' | null;
  /** Return workers assigned now, as `person@agency`. */
  readonly workers: readonly string[] | null;
  readonly offers: readonly CourseOffer[] | null;
  readonly interviews: readonly CourseInterview[] | null;
  /** The latest first. */
  readonly steps: readonly CourseStep[] | null;
  readonly owed: readonly OwedRecord[] | null;
  readonly finalised: boolean | null;
  /** What whoever closed the episode said is not owed. */
  readonly notOwed: readonly Duty[];
  /** How old the child is; null: no source tells. */
  readonly ages: Ages | null;
  readonly livingIndependently: boolean | null;
  readonly groups: readonly ChildGroup[];
  /** What was agreed for a child whom one authority placed in another's area; null: not placed so, or not told. */
  readonly placed: PlacedElsewhere | null;
  /** Whether it is recorded how the child is reached safely. */
  readonly safeContact: boolean | null;
}
