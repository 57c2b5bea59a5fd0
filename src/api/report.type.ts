import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describedEnum } from './described-enum.ts';
import type { ReportedMatter as MatterWord } from '../domain/observation/observation.ts';
import { Moment } from './moment.type.ts';
import { AbsenceKind, Risk } from './trade-enums.type.ts';

const ReportedMatter = describedEnum<MatterWord>('ReportedMatter', 'What somebody reported of an episode in the hub.', {
  MISSING: 'That the child is missing, or away.',
  LOCATED: 'That the child was traced; not the same as back.',
  RETURNED: 'That the child is back.',
  RISK: 'An assessment of the risk.',
});

/** What a report of an episode says, whoever reads it; which fields are filled follows from what it is of. */
@ObjectType()
abstract class ReportedFields {
  @Field(() => ID, { description: 'The report; send it to change or withdraw one of your own.' })
  abstract readonly id: string;

  @Field(() => ReportedMatter, { nullable: true, description: 'What was reported.' })
  abstract readonly matter: string | null;

  @Field(() => AbsenceKind, { nullable: true, description: 'Whether the child was reported missing or away.' })
  abstract readonly kind: string | null;

  @Field(() => Moment, { nullable: true, description: 'Since when the child was missing.' })
  abstract readonly missingSince: Moment | null;

  @Field(() => String, { nullable: true, description: 'The place the child was missing from.' })
  abstract readonly missingFrom: string | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was last seen.' })
  abstract readonly lastSeenAt: Moment | null;

  @Field(() => String, { nullable: true, description: 'With whom the child was last seen.' })
  abstract readonly lastSeenWith: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child was last seen.' })
  abstract readonly lastSeenPlace: string | null;

  @Field(() => String, { nullable: true, description: 'What the child wore.' })
  abstract readonly clothing: string | null;

  @Field(() => String, { nullable: true, description: 'How the child came to be missing.' })
  abstract readonly circumstances: string | null;

  @Field(() => String, { nullable: true, description: 'What puts the child at risk.' })
  abstract readonly riskFactors: string | null;

  @Field(() => String, { nullable: true, description: 'What has been done to find the child.' })
  abstract readonly actionsTaken: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child may be, and how they might be found.' })
  abstract readonly findingIdeas: string | null;

  @Field(() => String, { nullable: true, description: 'Who has been told, and who else may need to know.' })
  abstract readonly informedPersons: string | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was traced.' })
  abstract readonly locatedAt: Moment | null;

  @Field(() => String, { nullable: true, description: 'Where the child was traced.' })
  abstract readonly locatedPlace: string | null;

  @Field(() => String, { nullable: true, description: 'How the child was traced.' })
  abstract readonly locatedHow: string | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was back.' })
  abstract readonly returnedAt: Moment | null;

  @Field(() => String, { nullable: true, description: 'Where the child came back to.' })
  abstract readonly returnedTo: string | null;

  @Field(() => String, { nullable: true, description: 'How the child came back.' })
  abstract readonly returnMethod: string | null;

  @Field(() => String, { nullable: true, description: 'Who received the child.' })
  abstract readonly receivedBy: string | null;

  @Field(() => String, { nullable: true, description: 'In what condition the child came back.' })
  abstract readonly condition: string | null;

  @Field(() => String, { nullable: true, description: "What came of the home's own talk with the child, which is no return home interview." })
  abstract readonly debrief: string | null;

  @Field(() => Risk, { nullable: true, description: 'The risk assessed.' })
  abstract readonly risk: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was assessed.' })
  abstract readonly riskAt: Moment | null;

  @Field(() => String, { nullable: true, description: 'What the assessment rests on.' })
  abstract readonly riskWhy: string | null;

  @Field(() => Int, { nullable: true, description: 'The revision to send with a change.' })
  abstract readonly revision: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What you reported of an episode yourself, as its home or carer.' })
export abstract class HomeReport extends ReportedFields {}

@ObjectType({ simpleResolvers: true, description: 'What one agency or carer reported of an episode in the hub: side by side with what others did.' })
export abstract class EpisodeReport extends ReportedFields {
  @Field(() => ID, { description: 'The agency that reported it, or the carer.' })
  abstract readonly originator: string;
}

@ObjectType({ simpleResolvers: true, description: "An assessment of the risk by others than the police: beside the police's grade, never in its place." })
export abstract class AssessedRisk {
  @Field(() => ID, { description: 'The agency whose assessment it is.' })
  abstract readonly agency: string;

  @Field(() => Risk, { nullable: true, description: "The risk; null where the source's word is not on the scale." })
  abstract readonly risk: string | null;

  @Field(() => String, { nullable: true, description: "The source's own word." })
  abstract readonly word: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was assessed.' })
  abstract readonly at: Moment | null;

  @Field(() => String, { nullable: true, description: 'What it rests on.' })
  abstract readonly why: string | null;
}
