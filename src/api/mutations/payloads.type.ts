import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CaseAction } from '../case/case-action.type.ts';
import { CaseRecord } from '../case/case-record.type.ts';
import { Concern } from '../case/concern.type.ts';
import { ReturnStep } from '../case/return-step.type.ts';
import { Child } from '../child.type.ts';
import { DateTime } from '../date-time.scalar.ts';
import { Episode } from '../episode.type.ts';
import { IntelligenceItem } from '../interview/intelligence-item.type.ts';
import { Offer } from '../interview/offer.type.ts';
import { Redaction } from '../interview/redaction.type.ts';
import { ReturnInterview } from '../interview/return-interview.type.ts';
import { MatchReview } from '../match-review.type.ts';
import { SafetyNote } from '../interview/safety-note.type.ts';

/** What every mutation answers beside what it made, which is read back like anything else. */
@ObjectType()
abstract class Payload {
  @Field(() => ID, { description: 'The id of what was recorded or decided.' })
  abstract readonly id: string;

  @Field(() => Int, { description: 'The revision it stands at.' })
  abstract readonly revision: number;

  @Field(() => [String], { description: 'Rules of practice to look at; nothing was refused by one.' })
  abstract readonly warnings: readonly string[];
}

const readBack = (what: string): { readonly nullable: true; readonly description: string } => ({
  nullable: true,
  description: `${what} as you may see it now; null where you may not.`,
});

@ObjectType()
abstract class OfferPayload extends Payload {
  @Field(() => Offer, readBack('The offer'))
  abstract readonly offer: Offer | null;
}

@ObjectType()
abstract class InterviewPayload extends Payload {
  @Field(() => ReturnInterview, readBack('The interview'))
  abstract readonly interview: ReturnInterview | null;
}

@ObjectType()
abstract class IntelligencePayload extends Payload {
  @Field(() => IntelligenceItem, readBack('The item'))
  abstract readonly intelligence: IntelligenceItem | null;
}

@ObjectType()
abstract class RedactionPayload extends Payload {
  @Field(() => Redaction, readBack('The text'))
  abstract readonly redaction: Redaction | null;
}

@ObjectType()
abstract class SafetyNotePayload extends Payload {
  @Field(() => SafetyNote, readBack('The note'))
  abstract readonly safetyNote: SafetyNote | null;
}

@ObjectType()
abstract class ConcernPayload extends Payload {
  @Field(() => Concern, readBack('The concern'))
  abstract readonly concern: Concern | null;
}

@ObjectType()
abstract class CaseActionPayload extends Payload {
  @Field(() => CaseAction, readBack('The action'))
  abstract readonly caseAction: CaseAction | null;
}

@ObjectType()
abstract class ChildPayload extends Payload {
  @Field(() => Child, readBack('The child'))
  abstract readonly child: Child | null;
}

@ObjectType({ description: 'What recording an offer came to.' })
export abstract class RecordOfferPayload extends OfferPayload {}

@ObjectType({ description: 'What recording an attempt came to.' })
export abstract class RecordAttemptPayload extends OfferPayload {}

@ObjectType({ description: 'What recording an interview came to.' })
export abstract class RecordInterviewPayload extends InterviewPayload {}

@ObjectType({ description: 'What recording an item of intelligence came to.' })
export abstract class RecordIntelligencePayload extends IntelligencePayload {}

@ObjectType()
export abstract class EpisodePayload extends Payload {
  @Field(() => Episode, readBack('The episode'))
  abstract readonly episode: Episode | null;
}

@ObjectType({ description: 'What reporting a child missing came to.' })
export abstract class ReportMissingPayload extends EpisodePayload {
  @Field(() => Child, readBack('The child'))
  abstract readonly child: Child | null;
}

@ObjectType({ description: 'What reporting that a child was traced came to.' })
export abstract class ReportLocatedPayload extends EpisodePayload {}

@ObjectType({ description: 'What reporting a return came to.' })
export abstract class ReportReturnedPayload extends EpisodePayload {}

@ObjectType({ description: 'What stating a risk came to.' })
export abstract class UpdateRiskPayload extends EpisodePayload {}

@ObjectType({ description: 'What asking for a risk assessment came to; nobody is told of it but whoever is asked, and the coordinator who waits for it.' })
export abstract class RequestRiskAssessmentPayload extends EpisodePayload {}

@ObjectType({ description: 'What recording a placement came to.' })
export abstract class RecordPlacementPayload extends ChildPayload {}

@ObjectType({ description: 'What recording an agreement for a placement came to.' })
export abstract class RecordPlacementAgreementPayload extends ChildPayload {}

@ObjectType({ description: 'What keeping a profile ready came to.' })
export abstract class RecordProfilePayload extends ChildPayload {}

@ObjectType({ description: 'What recording an agreement came to.' })
export abstract class RecordAgreementPayload extends InterviewPayload {}

@ObjectType({ description: 'What a sharing decision came to.' })
export abstract class DecideSharingPayload extends InterviewPayload {}

@ObjectType({ description: 'What an authorisation came to; the one of the two is there that it was about.' })
export abstract class AuthoriseSharingPayload extends InterviewPayload {
  @Field(() => IntelligenceItem, readBack('The item'))
  abstract readonly intelligence: IntelligenceItem | null;
}

@ObjectType({ description: 'What an override came to.' })
export abstract class OverrideForSafeguardingPayload extends InterviewPayload {}

@ObjectType({ description: 'What proposing a text came to.' })
export abstract class ProposeRedactionPayload extends RedactionPayload {}

@ObjectType({ description: 'What approving a text came to.' })
export abstract class ApproveRedactionPayload extends RedactionPayload {}

@ObjectType({ description: 'What grading an item came to.' })
export abstract class GradeIntelligencePayload extends IntelligencePayload {}

@ObjectType({ description: 'What writing a safety note came to.' })
export abstract class WriteSafetyNotePayload extends SafetyNotePayload {}

@ObjectType({ description: 'What approving a safety note came to.' })
export abstract class ApproveSafetyNotePayload extends SafetyNotePayload {}

@ObjectType({ description: 'What acknowledging a safety note came to.' })
export abstract class AcknowledgeSafetyNotePayload extends SafetyNotePayload {}

@ObjectType({ description: 'What a restriction came to; the interview is there where it was about one.' })
export abstract class RestrictPayload extends ChildPayload {
  @Field(() => ReturnInterview, readBack('The interview'))
  abstract readonly interview: ReturnInterview | null;
}

@ObjectType({ description: 'That a manager was let in to decide on a restriction; who names them reads nothing of the child.' })
export abstract class NameManagerPayload extends Payload {}

@ObjectType({ description: 'What assigning a worker came to.' })
export abstract class AssignWorkerPayload extends ChildPayload {
  @Field(() => ID, { nullable: true, description: 'Who interviewed the child last, else was assigned before, as person@agency: the same worker where possible. Null where nobody did, or they left.' })
  abstract readonly previousWorker: string | null;

  @Field(() => ReturnStep, readBack('The step that says so of the return'))
  abstract readonly step: ReturnStep | null;
}

@ObjectType({ description: 'What deciding on two records came to.' })
export abstract class DecideMatchPayload extends ChildPayload {
  @Field(() => MatchReview, readBack('The pair'))
  abstract readonly review: MatchReview | null;
}

@ObjectType({ description: 'What recording a relationship came to.' })
export abstract class RecordRelationshipPayload extends ChildPayload {}

@ObjectType({ description: 'What confirming a relationship came to.' })
export abstract class ConfirmRelationshipPayload extends ChildPayload {}

@ObjectType({ description: 'What letting a parent in came to.' })
export abstract class LetParentInPayload extends ChildPayload {}

@ObjectType({ description: 'What closing an episode for editing came to.' })
export abstract class FinaliseEpisodePayload extends EpisodePayload {}

@ObjectType({ description: 'What raising a concern came to.' })
export abstract class RaiseConcernPayload extends ConcernPayload {}

@ObjectType({ description: 'What answering a concern came to, and the action that was set with it.' })
export abstract class AcknowledgeConcernPayload extends ConcernPayload {
  @Field(() => CaseAction, readBack('The action'))
  abstract readonly caseAction: CaseAction | null;
}

@ObjectType({ description: 'What setting an action came to.' })
export abstract class SetActionPayload extends CaseActionPayload {}

@ObjectType({ description: 'What saying what came of an action came to.' })
export abstract class CloseActionPayload extends CaseActionPayload {}

@ObjectType({ description: 'What recording something beside the interview came to.' })
export abstract class RecordCaseRecordPayload extends Payload {
  @Field(() => CaseRecord, readBack('The record'))
  abstract readonly caseRecord: CaseRecord | null;
}

@ObjectType({ description: 'What opening emergency access came to.' })
export abstract class OpenEmergencyAccessPayload extends ChildPayload {
  @Field(() => DateTime, { description: 'When it ends.' })
  abstract readonly until: number;
}

@ObjectType({ description: 'What reviewing emergency access came to.' })
export abstract class ReviewEmergencyAccessPayload extends Payload {}

@ObjectType({ description: 'That you know of a notice.' })
export abstract class AcknowledgeNoticePayload {
  @Field(() => ID, { description: 'The notice.' })
  abstract readonly id: string;
}

@ObjectType({ description: 'Who answers for a child, and nothing else.' })
export abstract class WhoseChildPayload {
  @Field(() => ID, { description: 'The responsible authority.' })
  abstract readonly authority: string;

  @Field(() => String, { description: 'Its name.' })
  abstract readonly name: string;

  @Field(() => String, { nullable: true, description: 'Whom to ring there at any hour, where the directory says.' })
  abstract readonly dutyContact: string | null;
}
