import type { Interval } from '../interval/interval.ts';
import type { RecordRef } from '../record/record.ts';
import type { SaidWhen } from './said-when.ts';
import type { InterviewAnswers, LocatingAnswers } from '../interview/interview-form.ts';
import type { AttemptMethod, NamedPerson, OfferedTo, OfferOutcome, Try } from '../interview/interview-words.ts';
import type { EntityKind, HandlingCode, INTELLIGENCE_ASSESSMENTS, IntelligenceOrigin, IntelligenceResult, IntelligenceTopic, SOURCE_EVALUATIONS, Urgency } from '../intelligence/intelligence-words.ts';

/** Canonical police risk; the source's own word is kept beside it (College of Policing scale). */
export const RISKS = ['VERY_LOW', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type Risk = (typeof RISKS)[number];
/** MISSING: whereabouts cannot be established. AWAY: away from placement without authorisation (903 code A). */
export type AbsenceKind = 'MISSING' | 'AWAY';
export type Gender = 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';

/** What a source says of a person. An absent field says nothing; null says that the source holds no value. */
export interface PersonPayload {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
  readonly dateOfBirth?: Interval | null;
  readonly dateOfBirthEstimated?: boolean;
  readonly statedAge?: number | null;
  readonly gender?: Gender | null;
  readonly ethnicity?: string | null;
  readonly nhsNumber?: string | null;
  readonly upn?: string | null;
  /** The responsible authority's own child number, quoted by another agency. */
  readonly responsibleAuthorityChildId?: string | null;
  /** The code (GSS or directory id) of the authority whose child this is, as the source states it. */
  readonly responsibleAuthority?: string | null;
  /** The code of the authority in whose area the child is placed, as the source states it. */
  readonly hostAuthority?: string | null;
  /** Ofsted URN of the home the child is placed in, as the source states it. */
  readonly placementUrn?: string | null;
  readonly unaccompanied?: boolean;
  readonly homeAddress?: string | null;
  readonly telephone?: string | null;
  readonly email?: string | null;
  readonly build?: string | null;
  readonly complexion?: string | null;
  readonly hairColour?: string | null;
  readonly eyeColourLeft?: string | null;
  readonly eyeColourRight?: string | null;
  readonly distinguishingFeatures?: string | null;
  readonly photographRef?: string | null;
  readonly familyAddress?: string | null;
  readonly otherAddress?: string | null;
  /** The source marks the child as seen by named people alone. */
  readonly restricted?: boolean;
}

/** One stretch of care in one placement under one legal status (an SSDA903 episode row). */
export interface PlacementPayload {
  readonly from: Interval;
  readonly until: Interval | null;
  readonly placementType: string | null;
  readonly providerType: string | null;
  readonly legalStatus: string | null;
  readonly needCode: string | null;
  readonly reasonStarted: string | null;
  readonly reasonEnded: string | null;
  readonly reasonChanged: string | null;
  readonly urn: string | null;
  readonly placementPostcode: string | null;
  readonly homePostcode: string | null;
}

/** What a source says of an episode as a whole, apart from its events. */
export interface ReportPayload {
  readonly missingSince?: Interval | null;
  readonly reportedAt?: Interval | null;
  readonly reportedBy?: string | null;
  readonly missingFrom?: string | null;
  readonly circumstances?: string | null;
  readonly lastSeenAt?: Interval | null;
  readonly lastSeenWith?: string | null;
  readonly lastSeenPlace?: string | null;
  readonly actionsTaken?: string | null;
  readonly riskFactors?: string | null;
  readonly informedPersons?: string | null;
  readonly incidentRef?: string | null;
  readonly initialRisk?: Risk | null;
  readonly initialRiskWord?: string | null;
  readonly previousMissingCount?: number | null;
  readonly protectiveMarking?: string | null;
  /** The source's own key of the report or step it shares with other children missing with this one. */
  readonly togetherKey?: string | null;
  /** What the child wore when last seen. */
  readonly clothing?: string | null;
  /** Where the child may be, and how they might be found. */
  readonly findingIdeas?: string | null;
}

export interface StatusPayload {
  readonly status: AbsenceKind;
  readonly at: Interval | null;
}
export interface RiskPayload {
  readonly risk: Risk | null;
  /** The source's own word, kept as it came. */
  readonly word: string;
  readonly at: Interval;
  /** What the assessment rests on. */
  readonly why?: string | null;
  /** Another's word, which the source only passes on. */
  readonly passedOn?: boolean;
}
/** Traced and wellbeing confirmed; not the same as back. */
export interface LocatedPayload {
  readonly at: Interval | null;
  readonly place?: string | null;
  readonly how?: string | null;
}
/** Back at home or placement. */
export interface ReturnedPayload {
  readonly at: Interval | null;
  readonly to?: string | null;
  readonly method?: string | null;
  /** Who received the child. */
  readonly receivedBy?: string | null;
  /** In what condition the child came back (BHM: presentation on return is recorded). */
  readonly condition?: string | null;
  /** What came of the home's own talk with the child (BHM), which is no return home interview. */
  readonly debrief?: string | null;
}
/** The police's own check on return; it never replaces the return home interview. */
export interface SafeAndWellPayload {
  readonly outcome: 'DONE' | 'NOT_DONE' | 'NOT_PRACTICABLE';
  readonly at: Interval | null;
  readonly summary?: string | null;
}
/** What somebody can report of an episode in the hub, each with what it says beside it. */
export type ReportedMatter = 'MISSING' | 'LOCATED' | 'RETURNED' | 'RISK';
/** Who reported in the hub what stands beside it in the same part of an episode's record. */
export interface FiledPayload {
  readonly matter: ReportedMatter;
  /** Directory id of the agency, or `person@agency` of a carer who reports what they know themselves. */
  readonly originator: string;
  /** The hub's id of the episode it was reported of; null of one that was reported missing anew. */
  readonly episode: string | null;
  /** From 1; each correction is one more. */
  readonly revision: number;
}
/** What is kept ready for the day a child goes missing: the standing part of the Philomena form. */
export interface ProfilePayload {
  readonly originator: string;
  readonly description: string | null;
  readonly friends: string | null;
  readonly places: string | null;
  readonly medical: string | null;
  readonly phone: string | null;
  readonly socialMedia: string | null;
}
/** Which episodes something is about: by the hub's ids of episode records, and by the source's own episode keys. */
export interface AboutEpisodes {
  readonly episodes: readonly string[];
  readonly episodeKeys: readonly string[];
}
type YesNo = 'YES' | 'NO' | 'NOT_SAID';
/** A return home interview was offered. */
export interface OfferPayload extends AboutEpisodes {
  readonly at: Interval;
  readonly offeredTo: OfferedTo;
  /** Null while nobody has answered. */
  readonly outcome: OfferOutcome | null;
  readonly phonedYoungPerson: YesNo;
  readonly spokenToParentCarer: YesNo;
  readonly spokenToSocialWorker: YesNo;
  /** Of NOT_APPROPRIATE: why, who covers meanwhile, and when to ask again (WSX): never "never". */
  readonly reason: string | null;
  readonly askAgainOn: string | null;
  /** Of NOT_APPROPRIATE: who looks after what the interview is for meanwhile. */
  readonly coveredBy?: string | null;
  readonly explanation: string | null;
  /** Who and what was tried before the child counted as one who could not be reached. */
  readonly tried?: readonly Try[];
  /** Why the authority's practice was not followed, in the worker's words. */
  readonly departure?: string | null;
  /** Directory id of the agency whose service makes the offer. */
  readonly service: string;
  /** When somebody wrote it in the hub, epoch milliseconds. */
  readonly writtenAt?: number;
}
/** One try at reaching the child; a part of its offer's record. */
export interface AttemptPayload {
  readonly at: Interval;
  readonly method: AttemptMethod;
  readonly coreHours: YesNo;
  readonly response: string | null;
  readonly outcome: string | null;
  /** Did the matter end with this attempt? */
  readonly endedIt: boolean;
}
/** A return home interview that took place, or to which the child said no when it was to take place. */
export interface InterviewPayload extends AboutEpisodes {
  readonly state: 'COMPLETED' | 'REFUSED';
  readonly at: Interval;
  /** The hub's id of the offer it follows. */
  readonly offer: string | null;
  /** The source's own key of the offer it follows, where the source keeps both. */
  readonly offerKey?: string | null;
  /** Who held it, as `person@agency`; null where the source names none the directory knows. */
  readonly interviewer: string | null;
  /** Directory id of the agency whose service held it. */
  readonly service: string;
  readonly answers: InterviewAnswers;
  readonly locating: LocatingAnswers;
  /** Why the authority's practice was not followed, in the worker's words. */
  readonly departure?: string | null;
  /** When somebody wrote it in the hub, epoch milliseconds. */
  readonly writtenAt?: number;
}
/** A 3x5x2 grade that came with an item. Null is what could not be read: an item of which anything is unread stays closed. */
export interface StatedGrade {
  readonly sourceEvaluation: (typeof SOURCE_EVALUATIONS)[number] | null;
  readonly assessment: (typeof INTELLIGENCE_ASSESSMENTS)[number] | null;
  readonly handling: HandlingCode | null;
  /** The source's own words of all three, kept as they came; '' where it states none. */
  readonly word: string;
  readonly conditions: string | null;
  /** Agencies its conditions name, by a code the directory knows or by the source's own word. */
  readonly recipients: readonly string[];
  readonly sanitisedText: string | null;
  /** What the bureau made of the item, and in words for whoever recorded it. */
  readonly result?: IntelligenceResult | null;
  readonly resultWords?: string | null;
}
/** One piece of intelligence; in the hub its grade and its sanitised text are decisions of their own. */
export interface IntelligencePayload {
  readonly origin: IntelligenceOrigin;
  readonly topic: IntelligenceTopic;
  readonly urgency: Urgency;
  readonly at: Interval;
  /** The hub's id of the interview it comes from. */
  readonly interview: string | null;
  readonly content: string;
  /** Who said it or how it came to be known; the originating agency's alone. */
  readonly source: string;
  readonly namedPeople: readonly NamedPerson[];
  /** The authority in whose area it lies, by its directory id or a code of it, where that is known. */
  readonly area: string | null;
  readonly grade?: StatedGrade | null;
  readonly entities?: readonly { readonly kind: EntityKind; readonly value: string }[];
  readonly protectiveMarking?: string | null;
  /** The hub's id of the concern it was first raised as; shown to nobody with the item, as police never learn that there was one. */
  readonly concern?: string | null;
  /** Who the child is, so that the item finds it. It says nothing of the child: whoever sees where a fact came from must not learn of an item. */
  readonly about?: Pick<PersonPayload, 'givenName' | 'familyName' | 'dateOfBirth' | 'nhsNumber'>;
}
/** How likely an authority holds it that the child comes to harm when missing, and what it means to do about it (BHM: the host consults it). */
export interface RiskAssessmentPayload extends AboutEpisodes {
  readonly at: Interval;
  readonly risk: Risk | null;
  /** The source's own word, kept as it came. */
  readonly word: string;
  readonly factors: string | null;
  readonly plan: string | null;
  readonly assessor: string | null;
  readonly validUntil: Interval | null;
}
/** That a host asks the authority that placed a child for its risk assessment (BHM); said of the child's record, in a part of its own, and says nothing of the child. */
export interface AssessmentAskedPayload {
  /** The source's own key of the episode. */
  readonly episodeKey: string;
  /** Directory id of the authority that is asked. */
  readonly of: string;
  readonly at: Interval;
  readonly dueBy: Interval;
}
/** What the placing and the host authority agreed for the time of a placement (SOM 7.1.2). */
export interface PlacementAgreementPayload {
  readonly from: Interval;
  /** Ofsted URN of the home, and the code of the authority in whose area it lies, as the source states them. */
  readonly placementUrn: string | null;
  readonly hostAuthority: string | null;
  readonly hostOfficer: string | null;
  readonly hostContact: string | null;
  readonly whoInterviews: string | null;
  /** How the result of an interview comes to the responsible authority, and by when. */
  readonly resultHow: string | null;
  readonly resultBy: string | null;
}
/** Takes back what the source said before; `part`: only this part of the record, `record`: all of it. */
export interface RetractionPayload {
  readonly scope: 'record' | 'part';
}

export interface Payloads {
  readonly person: PersonPayload;
  readonly placement: PlacementPayload;
  readonly report: ReportPayload;
  readonly status: StatusPayload;
  readonly risk: RiskPayload;
  readonly located: LocatedPayload;
  readonly returned: ReturnedPayload;
  readonly safeAndWell: SafeAndWellPayload;
  readonly offer: OfferPayload;
  readonly attempt: AttemptPayload;
  readonly interview: InterviewPayload;
  readonly intelligence: IntelligencePayload;
  readonly riskAssessment: RiskAssessmentPayload;
  readonly placementAgreement: PlacementAgreementPayload;
  readonly assessmentAsked: AssessmentAskedPayload;
  readonly filed: FiledPayload;
  readonly profile: ProfilePayload;
  readonly retraction: RetractionPayload;
}
export type ObservationKind = keyof Payloads;

/**
 * Who says what about which of its own records, when and how precisely. Observations are only ever added.
 *
 * Within one record and part, observations are taken in `order` (ties by `id`):
 * - `assert` lays its stated fields over what the same record, part and kind said before;
 * - `correct` forgets everything the record's part said at an earlier order (of every kind) and then asserts;
 * - `retract` (kind `retraction`) forgets everything said at its own or an earlier order; one of a whole episode record
 *   also what the same system said of a person in the part named like that episode.
 */
export interface ObservationOf<K extends ObservationKind> extends SaidWhen {
  /** sha-256 (hex) over everything else but `receivedAt`, `document` and `place`: the same words are the same observation. */
  readonly id: string;
  /** The source's own person record; never the hub's child. */
  readonly subject: RecordRef;
  /** The record this is about; for kind `person` it equals `subject`. */
  readonly record: RecordRef;
  /** Which statement about the record this belongs to; '' where a record has only one. */
  readonly part: string;
  readonly act: 'assert' | 'correct' | 'retract';
  readonly kind: K;
  readonly payload: Payloads[K];
  readonly adapter: string;
  readonly adapterVersion: string;
  /** Id of the stored document, and the line or path in it. */
  readonly document: string;
  readonly place: string;
}
export type Observation = { [K in ObservationKind]: ObservationOf<K> }[ObservationKind];
