/** The contract with adapters that also write their format: what goes out, already as its recipient may see it, and what is made of it. */
import type { FigureValue } from '../domain/authority/practice.ts';
import type { InterviewAnswers, LocatingAnswers, StructuredQuestion } from '../domain/interview/interview-form.ts';
import type {
  AssessmentAskedPayload,
  AttemptPayload,
  IntelligencePayload,
  InterviewPayload,
  LocatedPayload,
  OfferPayload,
  PersonPayload,
  ReportPayload,
  ReturnedPayload,
  RiskPayload,
  StatedGrade,
  StatusPayload,
} from '../domain/observation/observation.ts';
import type { RecordKind } from '../domain/record/record.ts';

/** What a message is about; with an interview goes its offer, with both the episodes they are of, and with a request the episode it is of. */
export type OutgoingMatter = 'EPISODE' | 'OFFER' | 'INTERVIEW' | 'INTELLIGENCE' | 'RISK_ASSESSMENT_REQUEST' | 'RETRACTION';

/** The child as far as the recipient may know them, under the origin's own key. */
export interface OutgoingChild extends PersonPayload {
  readonly key: string;
}

/** An episode; it is an absence of one kind or the other, whatever else is permitted. */
export interface OutgoingEpisode {
  readonly key: string;
  readonly statuses: readonly [StatusPayload, ...StatusPayload[]];
  readonly report?: ReportPayload;
  readonly risk?: RiskPayload;
  readonly located?: LocatedPayload;
  readonly returned?: ReturnedPayload;
}

export type OutgoingAttempt = Pick<AttemptPayload, 'at'> & Partial<AttemptPayload>;
/** The sender's service made it: no other is named. */
export interface OutgoingOffer extends Partial<Omit<OfferPayload, 'at' | 'episodes' | 'episodeKeys' | 'service'>>, Pick<OfferPayload, 'at' | 'episodeKeys'> {
  readonly key: string;
  readonly attempts: readonly OutgoingAttempt[];
}

/** That an interview took place or was refused, and when: what every level has. Locating facts have a level of their own. */
interface InterviewSaid extends Pick<InterviewPayload, 'state' | 'at' | 'episodeKeys'> {
  readonly key: string;
  readonly offerKey?: string;
  readonly locating?: LocatingAnswers;
}
/** An interview at the recipient's level, with what that level has and nothing above it. */
export type OutgoingInterview = InterviewSaid &
  (
    | { readonly level: 'NOTICE' }
    | { readonly level: 'REDACTED'; readonly text: string; readonly structured: Pick<InterviewAnswers, StructuredQuestion> }
    | { readonly level: 'FULL'; readonly answers: InterviewAnswers }
  );

/** An item as a 3x5x2 report; `content` is the text made for others where the recipient may read no more. */
export interface OutgoingIntelligence extends Partial<Omit<IntelligencePayload, 'at' | 'content' | 'grade' | 'about' | 'interview'>>, Pick<IntelligencePayload, 'at' | 'content'> {
  readonly key: string;
  readonly level: 'CONTENT' | 'SANITISED';
  /** The sending hub's id of the interview it comes from. */
  readonly interview?: string;
  readonly grade: Partial<Omit<StatedGrade, 'word'>>;
}

/**
 * One message on one child. All keys are the origin's own, so that a copy is known for one. What the recipient may not have is
 * absent, and a renderer invents nothing. Texts have no white space round them.
 */
export interface Outgoing {
  /** Directory id of the agency that sends. */
  readonly sender: string;
  /** Names the message; it stands in the file name too, and so says nothing of the child. */
  readonly messageId: string;
  /** Counts what was sent of the same matter, from 1. */
  readonly revision: number;
  /** When it is sent, as canonical UTC time; the receiver is told it beside a file whose format does not say when it was extracted. */
  readonly sentAt: string;
  /** `correct` restates what an earlier message said; `retract` takes `withdrawn` back, and tells nothing new. */
  readonly act: 'assert' | 'correct' | 'retract';
  /** The id of the message it corrects. */
  readonly corrects: string | null;
  readonly withdrawn: readonly { readonly kind: RecordKind; readonly key: string }[];
  readonly child: OutgoingChild;
  readonly episodes: readonly OutgoingEpisode[];
  readonly offers: readonly OutgoingOffer[];
  readonly interview: OutgoingInterview | null;
  readonly intelligence: OutgoingIntelligence | null;
  /** The sender asks the receiver for its risk assessment. */
  readonly asks: AssessmentAskedPayload | null;
  /** What a child who could not be reached counts as in the returns of the authority that answers for the child; left out while its practice is silent. */
  readonly unableCountsAs?: FigureValue<'unableCountsAs'>;
}

/** One file to send. */
export interface Rendered {
  readonly fileName: string;
  readonly mediaType: 'application/xml' | 'application/zip';
  readonly bytes: Uint8Array;
}

/** A field that does not come back as it went out: what was said, or a word that the format itself adds. */
export interface Loss {
  /** Such as `offer.askAgainOn`; `interview.answers` is all that stands below it. */
  readonly field: string;
  readonly because: string;
  /** What comes back in its place, from the value, what stands beside it and the whole message; absent: nothing to be relied on. */
  readonly as?: (value: unknown, beside: Readonly<Record<string, unknown>>, whole: Readonly<Record<string, unknown>>) => unknown;
}

/** The writing half of an adapter. */
export interface Renderer {
  /** What a message of this format says of all that is given to it: of one matter alone, perhaps. */
  sayable(outgoing: Outgoing): Outgoing;
  /** What the format cannot carry, in a system with these settings: exactly that, and why. */
  losses(settings: unknown): readonly Loss[];
  /** What stands in the file for people to read and is not taken up again, as the message names it, such as `interview.text`. */
  readonly shows?: readonly string[];
  /** The same message is the same bytes. Pure: no network, no files, no current time. What the format has no way to say is FORMAT_CANNOT_SAY. */
  render(outgoing: Outgoing, settings: unknown): Rendered;
}
