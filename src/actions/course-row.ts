import type { CaseRecordKind, ReturnStepKind } from '../domain/interview/return-steps.ts';
import type { InterviewPicture } from '../domain/fold/interview-picture.ts';
import type { Span } from '../domain/interval/compare-intervals.ts';
import type { StatedAgreement } from '../domain/interview/placed-elsewhere.ts';
import type { SafeContact } from '../domain/interview/safe-contact.ts';
import type { Try, YesNoNotSaid } from '../domain/interview/interview-words.ts';
import { compareText } from '../domain/fold/standing.ts';
import type { Duty } from '../domain/workflow/duties.ts';
import type { AttemptPayload, OfferPayload, Risk } from '../domain/observation/observation.ts';
import type { EpisodeCourse } from '../domain/workflow/episode-course.ts';
import type { SEEN } from './course-wanted.ts';

/** A time as the gate answers it. */
export interface MomentRow {
  readonly from: string;
  readonly until: string;
}
type Attempt = Pick<AttemptPayload, 'method' | 'coreHours' | 'endedIt'> & { readonly at: MomentRow };

export interface OfferRow extends Pick<OfferPayload, 'outcome' | 'spokenToParentCarer' | 'explanation' | 'askAgainOn'> {
  readonly id: string;
  readonly at: MomentRow;
  readonly tried: readonly Try[];
  readonly coveredBy: string | null;
  readonly attempts: readonly Attempt[];
}
/** Of an offer that led to none it has the offer's own id. */
interface InterviewRow extends Pick<InterviewPicture, 'state'> {
  readonly id: string;
  readonly at: MomentRow;
  /** Why the practice was not followed; there only where the whole interview is read. */
  readonly departure?: string | null;
}
interface StepRow {
  readonly id: string;
  readonly step: ReturnStepKind;
  readonly at: MomentRow;
  readonly addressee: string | null;
  readonly outcome: string | null;
  readonly coveredBy: string | null;
  readonly askAgainOn: string | null;
  /** Why the practice was not followed. */
  readonly departure?: string | null;
  readonly writtenAt: string;
}
interface ActionRow {
  readonly owner: string;
  readonly due: string;
  readonly comesFrom: string | null;
}
/** What was agreed for a placement. */
export interface AgreementRow extends Omit<StatedAgreement, 'from'> {
  readonly from: MomentRow;
}
/** An interview of the child as the gate answers it to whoever reads the whole of it; to others nothing of who held it. */
interface HeldRow {
  readonly state?: string;
  readonly at?: MomentRow;
  readonly interviewer?: string | null;
  readonly independentOfPlacement?: YesNoNotSaid | null;
  readonly independentOfAuthority?: YesNoNotSaid | null;
}
/** What the course takes of the child. */
export interface CourseChild {
  readonly dateOfBirth: MomentRow | null;
  readonly age: number | null;
  readonly responsibleAuthorities: readonly string[] | null;
  readonly legalStatus: string | null;
  readonly [SEEN.placement]: { readonly hostAuthority: string | null; readonly provider: string | null } | null;
  readonly [SEEN.actions]: readonly ActionRow[] | null;
  readonly [SEEN.agreements]: readonly AgreementRow[] | null;
  readonly [SEEN.safeContact]: readonly { readonly contact: Pick<SafeContact, 'livesIndependently'> | null }[] | null;
  /** Only where somebody reads who is suggested. */
  readonly [SEEN.held]?: readonly HeldRow[] | null;
}

/** An episode row as `COURSE_WANTED` asks for it; null: not for this reader, or nothing is stated. */
export interface CourseRow {
  readonly [SEEN.id]: string;
  readonly [SEEN.status]: EpisodeCourse['status'];
  readonly [SEEN.risk]: Exclude<EpisodeCourse['risk'], 'NOT_GRADED'>;
  readonly [SEEN.risks]: readonly { readonly risk: Risk | null; readonly at: MomentRow | null }[] | null;
  readonly [SEEN.missingSince]: MomentRow | null;
  readonly [SEEN.locatedAt]: MomentRow | null;
  readonly [SEEN.returnedAt]: MomentRow | null;
  readonly [SEEN.checkOutcome]: string | null;
  readonly [SEEN.checkAt]: MomentRow | null;
  readonly [SEEN.finalisedAt]: string | null;
  readonly [SEEN.notOwed]: readonly Duty[] | null;
  readonly [SEEN.workers]: readonly { readonly person: string; readonly since: string | null }[] | null;
  readonly [SEEN.offers]: readonly OfferRow[] | null;
  readonly [SEEN.interviews]: readonly InterviewRow[] | null;
  readonly [SEEN.steps]: readonly StepRow[] | null;
  readonly [SEEN.records]: readonly { readonly record: CaseRecordKind; readonly at: MomentRow; readonly byRole: string | null }[] | null;
  readonly [SEEN.child]: CourseChild | null;
}

/** The stretch a time can mean. */
export function spanOf({ from, until }: MomentRow): Span {
  return { from: Date.parse(from), until: Date.parse(until) };
}

/** Whether somebody said why an interview or a step departs from the practice; null: not for this reader. */
export function departsOf({ departure }: Pick<InterviewRow, 'departure'>): boolean | null {
  return departure === undefined ? null : departure !== null;
}

/** Steps the latest first, however they were read. */
export function latestFirst(steps: CourseRow[typeof SEEN.steps]): CourseRow[typeof SEEN.steps] {
  return steps?.toSorted((one, other) => Date.parse(other.at.from) - Date.parse(one.at.from) || compareText(other.id, one.id)) ?? null;
}
