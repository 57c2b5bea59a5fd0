import type { Interval } from '../interval/interval.ts';
import type { Opening } from '../authority/openings.ts';
import type { DecisionPayloads } from '../decision/decision.ts';
import type { HandlingCode, ItemFlag } from '../intelligence/intelligence-words.ts';
import type { StructuredQuestion } from '../interview/interview-form.ts';
import type { MatchPerson } from '../matching/likeness.ts';
import type { Audience, Topic } from '../sharing/audience.ts';
import type { AssessedRisk, ProfilePicture, ReportedPicture } from './reported-picture.ts';
import type { SafetyNotePicture } from './safety-note-picture.ts';
import type {
  AbsenceKind,
  AttemptPayload,
  IntelligencePayload,
  InterviewPayload,
  OfferPayload,
  PersonPayload,
  PlacementAgreementPayload,
  PlacementPayload,
  ReportPayload,
  Risk,
  RiskAssessmentPayload,
  SafeAndWellPayload,
} from '../observation/observation.ts';
import type { FieldStatements, SaidBy } from './field-statement.ts';

/** Where one value came from. */
export interface FieldSource extends SaidBy {
  /** The source's own key of the record that said it. */
  readonly recordKey: string;
}

/** One field of the picture: the value that stands, who says so, and who disagrees beyond tolerance. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: FieldSource;
  readonly disagreeing: readonly { readonly value: T; readonly source: FieldSource }[];
}

export type SourcedFields<P> = { readonly [F in keyof P]?: Sourced<NonNullable<P[F]>> };

/** Something a person should look at; the code is public, the words name no child. */
export interface Flag {
  readonly code: 'OVERLAPPING_RECORDS' | 'IDENTIFIER_CHECK_FAILED' | 'IDENTIFIER_DISPUTED' | 'RESPONSIBLE_DISPUTED' | 'TIMES_OUT_OF_ORDER' | 'CONFLICTING_VALUES';
  readonly records: readonly string[];
  readonly reason: string;
}

/** An agency's standing towards a child, in epoch milliseconds, `[from, until)`; null is open. */
export interface Relation {
  readonly agency: string;
  readonly from: number | null;
  readonly until: number | null;
}

/** Why each agency has to do with the child; the facts every permission rests on. */
export interface Relations {
  /** Whose child it is. Several only while authorities' own systems both claim the child (flagged). */
  readonly responsible: readonly Relation[];
  readonly hosts: readonly Relation[];
  /** Forces that reported, or cover the placement. */
  readonly forces: readonly Relation[];
  readonly providers: readonly Relation[];
  /** While nobody knows whose child it is: every authority in the reporting forces' areas. */
  readonly candidates: readonly Relation[];
  /** Agencies of the responsible or host authority's daily briefing: health, education, youth justice, voluntary. */
  readonly partners: readonly Relation[];
  /** Agencies to which an item of intelligence on the child is open through their force or their exploitation group. */
  readonly intelligenceAgencies: readonly Relation[];
  /** People by what they are to the child: `agency` holds `<AS>:<person@agency>`, such as `WORKER:ann@northmere`. */
  readonly named: readonly Relation[];
}

/** What a person can be to a child, an interview or an item, as the first part of an entry of `named`. */
export type NamedAs =
  | 'WORKER'
  /** A return worker whom another authority than the child's assigned from its own service. */
  | 'GUEST_WORKER'
  | 'SOCIAL_WORKER'
  | 'DECISION_MAKER'
  | 'IRO'
  | 'CP_COORDINATOR'
  | 'CARER'
  | 'PARENT'
  | 'EMERGENCY'
  /** Named in a restriction as one who may see. */
  | 'ADMITTED'
  /** Who held the interview, until its episodes are finalised. */
  | 'AUTHOR';

/** What a restriction leaves: `keeps` are the agencies whose missing team or EDT keep the narrow view while an episode is open. */
export interface Restriction {
  readonly restricted: boolean;
  /** Nobody is named yet who may see: until then the responsible authority's team managers do. */
  readonly awaitsNaming: boolean;
  readonly keeps: readonly string[];
}

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

/** The grade that stands; `word`: what could not be read of a stated one, as it came. */
export type ItemGrade = DecisionPayloads['GRADE'] & { readonly word?: string };

/** One item of intelligence with what was decided on it. */
export interface IntelligencePicture {
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: IntelligencePayload;
  readonly grade: ItemGrade | null;
  readonly gradedBy: string | null;
  /** What somebody has to look at. */
  readonly flags: readonly ItemFlag[];
  /** Released beyond the service that recorded it: by a senior, as ACT_NOW, or because police made it. */
  readonly released: boolean;
  readonly handling: HandlingCode;
  /** Agencies a C item is open to, the originating agency among them. */
  readonly recipients: readonly string[];
  /** Agency that made it. */
  readonly originator: string;
  readonly area: string | null;
  /** Agencies with members in the exploitation group of its area. */
  readonly groups: readonly Relation[];
  readonly order: string;
  readonly restriction: Restriction;
  readonly named: readonly Relation[];
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

export interface Change<T> {
  readonly value: T;
  readonly word: string | null;
  readonly at: Interval | null;
  readonly source: FieldSource;
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
  /** By record id. */
  readonly profiles: readonly ProfilePicture[];
  readonly restriction: Restriction;
  /** Default openings (`domain/authority/openings.ts`) that neither the responsible nor, for copies, the host authority has closed. */
  readonly opens: readonly string[];
  readonly flags: readonly Flag[];
}

/** What folding needs besides observations: the places and agencies of the directory, and tolerances. */
export interface FoldContext {
  readonly recordId: (ref: { agency: string; system: string; kind: string; key: string }) => string;
  /** Directory agency id of a code (GSS, force code, directory id), or null. */
  readonly agencyOf: (code: string) => string | null;
  readonly kindOf: (agency: string) => 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
  readonly homeOf: (urn: string) => { name: string; provider: string; authority: string } | null;
  /** Forces whose area holds this authority; authorities in this force's area. */
  readonly forcesOf: (authority: string) => readonly string[];
  readonly authoritiesOf: (force: string) => readonly string[];
  /** Member agencies of the daily briefing of an authority, and of its exploitation group, with their times. */
  readonly partnersOf: (authority: string) => readonly Relation[];
  readonly exploitationGroupOf: (authority: string) => readonly Relation[];
  /** Information-sharing agreements in or out of force between an authority and a force (KNT): off unless there is one. */
  readonly agreementsOf: (authority: string) => readonly Relation[];
  /** Does the authority tell a home that the child did not agree, where that is so (SOM 4.15)? */
  readonly saysConsentNotGiven: (authority: string) => boolean;
  /** What an authority has closed beyond the default (`domain/authority/openings.ts`). */
  readonly closedBy: (authority: string) => readonly Opening[];
  /** Starts of two systems' records of one episode may differ by this many milliseconds. */
  readonly episodeStartTolerance: number;
  /** Times of one fact that differ by less are no conflict, in milliseconds. */
  readonly timeTolerance: number;
}
