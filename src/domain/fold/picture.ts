import type { Finalised } from '../decision/finalised.ts';
import type { Interval } from '../interval/interval.ts';
import type { MatchPerson } from '../matching/likeness.ts';
import type { AbsenceKind, PersonPayload, PlacementAgreementPayload, PlacementPayload, ReportPayload, Risk, RiskAssessmentPayload, SafeAndWellPayload } from '../observation/observation.ts';
import type { CaseActionPicture, CaseRecordPicture, ConcernPicture, ReturnStepPicture } from './case-pictures.ts';
import type { FieldStatements } from './field-statement.ts';
import type { IntelligencePicture } from './intelligence-picture.ts';
import type { InterviewPicture, OfferPicture } from './interview-picture.ts';
import type { Relations, Restriction } from './relation.ts';
import type { AssessedRisk, ProfilePicture, ReportedPicture } from './reported-picture.ts';
import type { SafetyNotePicture } from './safety-note-picture.ts';
import type { Change, FieldSource, Sourced, SourcedFields } from './sourced.ts';

/** Something a person should look at; the code is public, the words name no child. */
export interface Flag {
  readonly code: 'OVERLAPPING_RECORDS' | 'IDENTIFIER_CHECK_FAILED' | 'IDENTIFIER_DISPUTED' | 'RESPONSIBLE_DISPUTED' | 'MARKED_BY_ANOTHER' | 'TIMES_OUT_OF_ORDER' | 'CONFLICTING_VALUES';
  readonly records: readonly string[];
  readonly reason: string;
}

/** One authority's assessment of the risk to the child. */
export interface RiskAssessmentPicture {
  /** Record id. */
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: RiskAssessmentPayload;
  /** Shown episode ids, and whether a named episode is no longer there. */
  readonly episodes: readonly string[];
  readonly episodeGone: boolean;
}

/** What two authorities agreed for the time of one placement. */
export interface PlacementAgreementPicture {
  /** Record id. */
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: PlacementAgreementPayload;
  /** The authority it was made with: as stated, else where the home lies; null when neither is known. */
  readonly hostAuthority: string | null;
}

export interface PlacementPicture {
  /** Record id of the placement record. */
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: PlacementPayload;
  /** From the directory, by URN; null when the URN is absent or unknown. */
  readonly provider: string | null;
  readonly homeName: string | null;
  readonly hostAuthority: string | null;
  /** What its keeper ever said of it, field by field. */
  readonly statements: readonly FieldStatements[];
}

/** One missing episode, however many systems report it. */
export interface EpisodePicture {
  /** Smallest record id of its episode records, the police's first: who sees an episode sees which forces reported it. */
  readonly id: string;
  readonly records: readonly { readonly id: string; readonly source: FieldSource }[];
  readonly report: SourcedFields<ReportPayload>;
  /** MISSING | AWAY while open, LOCATED when traced but not back, RETURNED when back. */
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED';
  /** What the child was when missed: the earliest status. */
  readonly kind: AbsenceKind;
  readonly statusChanges: readonly Change<AbsenceKind>[];
  /** The latest risk the police state; where they state none, the latest anybody states; null when no source states one. */
  readonly risk: Change<Risk> | null;
  readonly riskChanges: readonly Change<Risk | null>[];
  /** What others than the police assessed, earliest first. */
  readonly assessments: readonly AssessedRisk[];
  readonly locatedAt: Sourced<Interval | null> | null;
  readonly locatedPlace: Sourced<string> | null;
  readonly locatedHow: Sourced<string> | null;
  readonly returnedAt: Sourced<Interval | null> | null;
  readonly returnedTo: Sourced<string> | null;
  readonly returnMethod: Sourced<string> | null;
  readonly receivedBy: Sourced<string> | null;
  readonly returnCondition: Sourced<string> | null;
  readonly returnDebrief: Sourced<string> | null;
  readonly safeAndWell: Sourced<SafeAndWellPayload> | null;
  /** Forces that reported this episode. */
  readonly forces: readonly string[];
  /** Those of them by whose own records it stands as it does: nobody has to tell them. */
  readonly forcesKnow: readonly string[];
  /** Provider of the placement the child was missing from, when known. */
  readonly provider: string | null;
  /** What was reported of it in the hub, earliest first. */
  readonly reports: readonly ReportedPicture[];
  /** What every source ever said of it, field by field. */
  readonly statements: readonly FieldStatements[];
  readonly flags: readonly Flag[];
}

/** One child: a group of person records and everything said under them. */
export interface ChildPicture {
  /** Smallest record id of the responsible authority's person records, else of all: a record nobody sees must not change it. */
  readonly id: string;
  readonly records: readonly { readonly id: string; readonly source: FieldSource }[];
  readonly person: SourcedFields<PersonPayload>;
  /** What every source ever said of who the child is, field by field. */
  readonly statements: readonly FieldStatements[];
  /** By what each of the person records is compared with others. */
  readonly alike: readonly MatchPerson[];
  readonly placements: readonly PlacementPicture[];
  /** Latest first. */
  readonly episodes: readonly EpisodePicture[];
  readonly relations: Relations;
  readonly offers: readonly OfferPicture[];
  /** Latest first. */
  readonly riskAssessments: readonly RiskAssessmentPicture[];
  /** Latest first. */
  readonly placementAgreements: readonly PlacementAgreementPicture[];
  /** Latest first. */
  readonly interviews: readonly InterviewPicture[];
  /** Latest first. */
  readonly intelligence: readonly IntelligencePicture[];
  readonly safetyNotes: readonly SafetyNotePicture[];
  /** Latest first. */
  readonly returnSteps: readonly ReturnStepPicture[];
  /** Latest first. */
  readonly caseRecords: readonly CaseRecordPicture[];
  /** Latest first. */
  readonly concerns: readonly ConcernPicture[];
  /** When and why so the record keeper closed an episode, by its shown id. */
  readonly finalised: readonly (Finalised & { readonly episode: string })[];
  /** The next due first. */
  readonly caseActions: readonly CaseActionPicture[];
  /** By record id. */
  readonly profiles: readonly ProfilePicture[];
  readonly restriction: Restriction;
  /** Default openings (`domain/authority/openings.ts`) that neither the responsible nor, for copies, the host authority has closed. */
  readonly opens: readonly string[];
  readonly flags: readonly Flag[];
}
