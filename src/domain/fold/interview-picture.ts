import type { Interval } from '../interval/interval.ts';
import type { StructuredQuestion } from '../interview/interview-form.ts';
import type { AttemptPayload, InterviewPayload, OfferPayload } from '../observation/observation.ts';
import type { Audience, Topic } from '../sharing/audience.ts';
import type { Relation, Restriction } from './relation.ts';
import type { FieldSource } from './sourced.ts';

/** One offer with its attempts, earliest first. */
export interface OfferPicture {
  /** Record id. */
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: OfferPayload;
  readonly attempts: readonly { readonly part: string; readonly stated: AttemptPayload }[];
  /** Shown episode ids, and whether a named episode is no longer there. */
  readonly episodes: readonly string[];
  readonly episodeGone: boolean;
  /** The source's order; of the hub's own records the revision. */
  readonly order: string;
}

/** To whom how much of an interview is released: half-open, epoch milliseconds, null is open. */
export interface Release {
  readonly audience: Audience;
  /** Agency id, or `person@agency`. */
  readonly recipient: string;
  readonly level: 'REDACTED' | 'FULL';
  /** Why: which fact released it. */
  readonly ground: 'DECISION' | 'OVERRIDE' | 'TEXT_FOR_POLICE' | 'SHARING_AGREEMENT' | 'TEXT_FOR_COORDINATOR';
  readonly from: number | null;
  readonly until: number | null;
  /** The approved redaction whose text it is; null of a FULL release. */
  readonly redaction: string | null;
}

export type RedactionState = 'DRAFT' | 'APPROVED' | 'STALE';

/** A text proposed for one audience. */
export interface RedactionPicture {
  /** Decision id. */
  readonly id: string;
  readonly audience: Audience;
  readonly recipient: string | null;
  readonly text: string;
  readonly answers: readonly StructuredQuestion[];
  readonly topics: readonly Topic[];
  readonly state: RedactionState;
  /** `person@agency`. */
  readonly author: string;
  readonly approver: string | null;
  readonly proposedAt: number;
  readonly revision: number;
}

/** One decision or agreement as those who decide see it. */
export interface SharingRecord {
  readonly id: string;
  readonly kind: 'AGREEMENT' | 'SHARING' | 'AUTHORISATION' | 'OVERRIDE';
  readonly audience: Audience | null;
  readonly recipient: string | null;
  readonly topic: Topic | null;
  /** GIVEN, REFUSED ... of an agreement; SHARE or WITHHOLD; AUTHORISED or NOT_AUTHORISED; ACTIVE. */
  readonly state: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: number;
  readonly until: number | null;
  readonly revision: number;
}

/** One return home interview, or an offer that led to none. */
export interface InterviewPicture {
  /** Record id of the interview, or of the offer where there is no interview. */
  readonly id: string;
  readonly record: FieldSource;
  /** OFFERED: no answer yet, or accepted and not held. REFUSED: child or parent said no. NOT_HELD: every other end. */
  readonly state: 'OFFERED' | 'COMPLETED' | 'REFUSED' | 'NOT_HELD';
  readonly at: Interval;
  /** Null for an offer that led to no interview. */
  readonly stated: InterviewPayload | null;
  readonly offers: readonly string[];
  readonly episodes: readonly string[];
  readonly episodeGone: boolean;
  /** Agency whose service held or offered it. */
  readonly heldBy: string;
  /** sha-256 over everything it says; what a redaction is bound to. */
  readonly contentHash: string;
  readonly order: string;
  readonly releases: readonly Release[];
  readonly redactions: readonly RedactionPicture[];
  readonly sharing: readonly SharingRecord[];
  /** Recipients who are told, with the notice, that the child did not agree. */
  readonly consentNotGiven: readonly string[];
  readonly restriction: Restriction;
  /** `named` of this interview: the child's, its author, whom its own restriction admits. */
  readonly named: readonly Relation[];
  /** Of the child's providers those whose placement its episodes are of, and those to whom it is released. */
  readonly providers: readonly Relation[];
}
