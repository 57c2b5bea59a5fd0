import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ClockState } from '../case/clock-enums.type.ts';
import { DateTime } from '../date-time.scalar.ts';
import { PageInfo } from '../page-info.type.ts';
import { TransmissionAct, TransmissionCause, TransmissionEventKind, TransmissionHold, TransmissionMatter, TransmissionState } from './transmission-enums.type.ts';

@ObjectType({ simpleResolvers: true, description: 'One thing that happened to a transmission.' })
export abstract class TransmissionEvent {
  @Field(() => TransmissionEventKind, { description: 'What happened.' })
  abstract readonly event: string;

  @Field(() => DateTime, { description: 'When.' })
  abstract readonly at: string;

  @Field(() => ID, { description: 'Who did it: `person@agency`, the agency that signed a receipt, or `homeward` for the hub itself.' })
  abstract readonly by: string;

  @Field(() => String, { nullable: true, description: 'Why, as a code.' })
  abstract readonly code: string | null;
}

/** Worked out of what the gate gives, where a reader asks for it. */
@ObjectType({ simpleResolvers: true, description: 'What the sender signed that it sent, and what the receiver signed that it did with it; of a folder, which cannot sign, the sending hub says itself that it was put there.' })
export abstract class TransmissionReceipt {
  @Field(() => String, { description: 'The receipt as `homeward receipt verify` reads it, with public keys alone.' })
  abstract readonly text: string;

  @Field(() => String, { description: 'What the receiver did, in the word it signed.' })
  abstract readonly outcome: string;

  @Field(() => String, { description: "The sender's signature." })
  abstract readonly sentSignature: string;

  @Field(() => String, { description: 'The signature of whoever says that it was received.' })
  abstract readonly receivedSignature: string;
}

@ObjectType({ simpleResolvers: true, description: 'By when something is owed to its receiver, such as the result of an interview to the authority that placed the child, as it stands now.' })
export abstract class TransmissionDeadline {
  @Field(() => ClockState, { description: 'How it stands.' })
  abstract readonly state: string;

  @Field(() => String, { description: 'How it stands, in words.' })
  abstract readonly words: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is in time, at the latest; of one that is due.' })
  abstract readonly at: number | null;

  @Field(() => String, { nullable: true, description: 'Where the time was agreed.' })
  abstract readonly source: string | null;
}

/** What is said of a transmission itself; what is worked out of it, and the link to its child, are in `transmission.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'Something that goes to another agency: ids, how far it has come, and what both sides signed. Never what it says.' })
export abstract class Transmission {
  @Field(() => ID, { description: 'The transmission; the same for every try, and for its receiver.' })
  abstract readonly id: string;

  @Field(() => TransmissionMatter, { description: 'What it is about.' })
  abstract readonly matter: string;

  @Field(() => TransmissionAct, { description: 'What it does.' })
  abstract readonly act: string;

  @Field(() => ID, { nullable: true, description: 'The transmission it corrects or takes back.' })
  abstract readonly corrects: string | null;

  @Field(() => TransmissionState, { description: 'How far it has come.' })
  abstract readonly state: string;

  @Field(() => ID, { description: 'The agency that sends.' })
  abstract readonly from: string;

  @Field(() => ID, { description: 'The agency it is sent to.' })
  abstract readonly to: string;

  @Field(() => DateTime, { nullable: true, description: 'When it last left, or was about to.' })
  abstract readonly sentAt: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the receiver's signed word came that it has it." })
  abstract readonly acknowledgedAt: string | null;

  @Field(() => [ID], { nullable: true, description: 'The records it is of.' })
  abstract readonly records: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'As whom it is read there: `person@agency`, or `<role>:<agency>`.' })
  abstract readonly recipient: string | null;

  @Field(() => ID, { nullable: true, description: 'The way it goes, as the directory names it.' })
  abstract readonly channel: string | null;

  @Field(() => ID, { nullable: true, description: 'Who made it: `person@agency`, or `homeward` for a rule.' })
  abstract readonly decidedBy: string | null;

  @Field(() => ID, { nullable: true, description: 'The entry of the log by which a person decided that it goes; null: a rule did.' })
  abstract readonly decision: string | null;

  @Field(() => TransmissionCause, { nullable: true, description: 'By whose hand or which rule it was made.' })
  abstract readonly because: string | null;

  @Field(() => Int, { nullable: true, description: 'Counts what was made of the same matter for the same receiver, from 1.' })
  abstract readonly revision: number | null;

  @Field(() => [TransmissionHold], { nullable: true, description: 'Why it must not go now.' })
  abstract readonly holds: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'How often it was tried since it was made, or last sent anew.' })
  abstract readonly tries: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is tried next, at the earliest; of one that is QUEUED.' })
  abstract readonly nextTryAt: string | null;

  @Field(() => String, { nullable: true, description: 'Why it last failed or was held, as a code.' })
  abstract readonly fault: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether somebody withdrew it when it had left, or may have.' })
  abstract readonly withdrawnTooLate: boolean | null;

  @Field(() => String, { nullable: true, description: 'The level at which it last left; null before, and where the matter has no levels.' })
  abstract readonly level: string | null;

  @Field(() => [String], { nullable: true, description: 'The names of the fields that last left, in the format of the receiving system; never what they say.' })
  abstract readonly fields: readonly string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was made.' })
  abstract readonly madeAt: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its time has passed and no receipt has come.' })
  abstract readonly overdue: boolean | null;

  @Field(() => [TransmissionEvent], { nullable: true, description: 'What happened to it, in order.' })
  abstract readonly events: readonly TransmissionEvent[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'A page of transmissions, the latest made first.' })
export abstract class TransmissionConnection {
  @Field(() => [Transmission], { description: 'The transmissions.' })
  abstract readonly nodes: readonly Transmission[];

  @Field(() => PageInfo, { description: 'How to go on.' })
  abstract readonly pageInfo: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'What would go if a transmission were sent today, by the names of things alone.' })
export abstract class TransmissionPreview {
  @Field(() => String, { nullable: true, description: 'The level at which it would go; null: nothing would, or it has no levels.' })
  abstract readonly level: string | null;

  @Field(() => [String], { description: 'The names of the fields that would leave in the format of the receiving system; none: nothing would go.' })
  abstract readonly fields: readonly string[];
}
