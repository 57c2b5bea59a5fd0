import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Duty as DutyWord } from '../domain/workflow/duties.ts';
import { Duty } from './case/clock-enums.type.ts';
import { AssignedWorker } from './case/next-step.type.ts';
import { DateTime } from './date-time.scalar.ts';
import { Disclosure } from './disclosure.type.ts';
import { Moment } from './moment.type.ts';
import { Conflict, FieldProvenance, Flag } from './provenance.type.ts';
import { AssessedRisk, EpisodeReport } from './report.type.ts';
import { FieldStatements } from './statement.type.ts';
import { AbsenceKind, EpisodeStatus, Risk, SafeAndWellOutcome } from './trade-enums.type.ts';

@ObjectType({ description: 'A risk that was stated at some time during an episode.' })
export abstract class RiskChange {
  @Field(() => Risk, { nullable: true, description: "The risk; null where the source's word is not on the scale." })
  abstract readonly risk: string | null;

  @Field(() => String, { nullable: true, description: "The source's own word." })
  abstract readonly word: string | null;

  @Field(() => Moment, { nullable: true, description: 'When it was stated.' })
  abstract readonly at: Moment | null;
}

@ObjectType({ description: 'A change between missing and away during an episode.' })
export abstract class StatusChange {
  @Field(() => AbsenceKind, { description: 'What the child was from then on.' })
  abstract readonly status: string;

  @Field(() => Moment, { nullable: true, description: 'When it changed, where a source says so.' })
  abstract readonly at: Moment | null;
}

/** What is said of an episode itself; the link to its child is in `row-links.resolver.ts`. */
@ObjectType({
  simpleResolvers: true,
  description: 'One missing episode, however many systems report it. A placement provider sees those from its own placement.',
})
export abstract class Episode {
  @Field(() => ID, { description: 'Any id the hub has ever shown for the episode goes on opening it.' })
  abstract readonly id: string;

  @Field(() => AbsenceKind, { nullable: true, description: 'What the child was when first missed.' })
  abstract readonly kind: string | null;

  @Field(() => EpisodeStatus, { nullable: true, description: 'Where the episode stands.' })
  abstract readonly status: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the child is missing, away, or located and not back.' })
  abstract readonly open: boolean | null;

  @Field(() => Moment, { nullable: true, description: 'Since when the child has been missing.' })
  abstract readonly missingSince: Moment | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was reported missing.' })
  abstract readonly reportedAt: Moment | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was traced; not the same as back.' })
  abstract readonly locatedAt: Moment | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was back.' })
  abstract readonly returnedAt: Moment | null;

  @Field(() => Risk, { nullable: true, description: 'The latest stated risk.' })
  abstract readonly risk: string | null;

  @Field(() => String, { nullable: true, description: "The source's own word for it." })
  abstract readonly riskWord: string | null;

  @Field(() => Risk, { nullable: true, description: 'The risk first stated.' })
  abstract readonly initialRisk: string | null;

  @Field(() => String, { nullable: true, description: "The source's own word for it." })
  abstract readonly initialRiskWord: string | null;

  @Field(() => [RiskChange], { nullable: true, description: 'Every risk stated, earliest first.' })
  abstract readonly riskChanges: readonly RiskChange[] | null;

  @Field(() => [StatusChange], { nullable: true, description: 'Every change between missing and away, earliest first.' })
  abstract readonly statusChanges: readonly StatusChange[] | null;

  @Field(() => SafeAndWellOutcome, { nullable: true, description: "What became of the police's own check on return." })
  abstract readonly safeAndWellOutcome: string | null;

  @Field(() => Moment, { nullable: true, description: "When the police's own check took place." })
  abstract readonly safeAndWellAt: Moment | null;

  @Field(() => [String], { nullable: true, description: 'The references police use for the episode.' })
  abstract readonly policeReferences: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'The place the child was missing from.' })
  abstract readonly missingFrom: string | null;

  @Field(() => String, { nullable: true, description: 'How the child came to be missing.' })
  abstract readonly circumstances: string | null;

  @Field(() => String, { nullable: true, description: 'Who reported it.' })
  abstract readonly reportedBy: string | null;

  @Field(() => Moment, { nullable: true, description: 'When the child was last seen.' })
  abstract readonly lastSeenAt: Moment | null;

  @Field(() => String, { nullable: true, description: 'With whom the child was last seen.' })
  abstract readonly lastSeenWith: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child was last seen.' })
  abstract readonly lastSeenPlace: string | null;

  @Field(() => String, { nullable: true, description: 'What has been done to find the child.' })
  abstract readonly actionsTaken: string | null;

  @Field(() => String, { nullable: true, description: 'What puts the child at risk.' })
  abstract readonly riskFactors: string | null;

  @Field(() => String, { nullable: true, description: 'Who has been told.' })
  abstract readonly informedPersons: string | null;

  @Field(() => Int, { nullable: true, description: 'How many earlier episodes the source counts.' })
  abstract readonly previousMissingCount: number | null;

  @Field(() => String, { nullable: true, description: 'Where the child was traced.' })
  abstract readonly locatedPlace: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child went back to.' })
  abstract readonly returnedTo: string | null;

  @Field(() => String, { nullable: true, description: 'How the child came back.' })
  abstract readonly returnMethod: string | null;

  @Field(() => String, { nullable: true, description: 'What the child wore when last seen.' })
  abstract readonly clothing: string | null;

  @Field(() => String, { nullable: true, description: 'Where the child may be, and how they might be found.' })
  abstract readonly findingIdeas: string | null;

  @Field(() => String, { nullable: true, description: 'How the child was traced.' })
  abstract readonly locatedHow: string | null;

  @Field(() => String, { nullable: true, description: 'Who received the child on return.' })
  abstract readonly receivedBy: string | null;

  @Field(() => String, { nullable: true, description: 'In what condition the child came back.' })
  abstract readonly returnCondition: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the record keeper closed it; null while it is open for editing.' })
  abstract readonly finalisedAt: string | null;

  @Field(() => [AssignedWorker], { nullable: true, description: 'The return workers who are assigned to the child now.' })
  abstract readonly workers: readonly AssignedWorker[] | null;

  @Field(() => String, { nullable: true, description: "Why the authority's practice was not followed when it was closed." })
  abstract readonly finalisedDeparture: string | null;

  @Field(() => [Duty], { nullable: true, description: 'What whoever closed it said is not owed any more.' })
  abstract readonly finalisedNotOwed: readonly DutyWord[] | null;

  @Field(() => String, { nullable: true, description: "What came of the home's own talk with the child." })
  abstract readonly returnDebrief: string | null;

  @Field(() => [AssessedRisk], { nullable: true, description: 'What others than the police assessed, earliest first.' })
  abstract readonly assessedRisks: readonly AssessedRisk[] | null;

  @Field(() => [EpisodeReport], { nullable: true, description: 'What was reported of it in the hub, each with who reported it, earliest first.' })
  abstract readonly reports: readonly EpisodeReport[] | null;

  @Field(() => [FieldProvenance], { nullable: true, description: 'Where each field came from.' })
  abstract readonly provenance: readonly FieldProvenance[] | null;

  @Field(() => [Conflict], { nullable: true, description: 'Fields on which sources disagree.' })
  abstract readonly conflicts: readonly Conflict[] | null;

  @Field(() => [FieldStatements], { nullable: true, description: 'What every source ever said, field by field, side by side: what stands and why, who says otherwise, what was corrected or taken back.' })
  abstract readonly statements: readonly FieldStatements[] | null;

  @Field(() => [Flag], { nullable: true, description: 'What a person should look at.' })
  abstract readonly flags: readonly Flag[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only the people named may see the child or the episode.' })
  abstract readonly restricted: boolean | null;

  @Field(() => Disclosure, { description: 'What of the episode you are not shown, and how to handle the rest.' })
  abstract readonly disclosure: Disclosure;
}
