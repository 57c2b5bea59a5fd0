import type { Interval } from '../interval/interval.ts';
import type { AbsenceKind, LocatedPayload, ProfilePayload, ReportedMatter, ReportPayload, ReturnedPayload, Risk, RiskPayload } from '../observation/observation.ts';

/** A risk that somebody other than the police states: their own assessment, which stands beside the police's. */
export interface AssessedRisk {
  readonly agency: string;
  readonly value: Risk | null;
  readonly word: string;
  readonly at: Interval;
  readonly why: string | null;
}

/** What one agency or carer reported of an episode in the hub, as it stands now. */
export interface ReportedPicture {
  /** The hub's id of this report, and of the episode record in which it is a part of its own. */
  readonly id: string;
  readonly record: string;
  readonly part: string;
  readonly matter: ReportedMatter;
  /** Directory id of the agency, or `person@agency` of a carer. */
  readonly originator: string;
  readonly revision: number;
  /** When it was said to have happened, for the order they are shown in. */
  readonly at: Interval | null;
  readonly kind: AbsenceKind | null;
  readonly report: ReportPayload;
  readonly located: Partial<LocatedPayload>;
  readonly returned: Partial<ReturnedPayload>;
  readonly risk: Partial<RiskPayload>;
}

/** What one agency or carer keeps ready of a child for the day it goes missing. */
export interface ProfilePicture {
  /** Record id. */
  readonly id: string;
  readonly stated: ProfilePayload;
  /** The revision, as text. */
  readonly order: string;
}
