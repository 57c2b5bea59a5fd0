import { Field, ID, InputType } from 'type-graphql';
import type { Capacity as CapacityWord } from '../../domain/authority/practice.ts';
import type { MatchDecision as MatchDecisionWord, Relationship as RelationshipWord } from '../../domain/decision/decision.ts';
import type { Duty as DutyWord } from '../../domain/workflow/duties.ts';
import { Duty } from '../case/clock-enums.type.ts';
import { Capacity, YesNoNotSaid } from '../interview/interview-enums.type.ts';
import { ParentStanding, Relationship, SafeToInform } from '../interview/sharing-enums.type.ts';
import { MatchDecision } from '../match-enums.type.ts';
import { DecisionInput, KeyedInput } from './keyed.input.ts';

const DEPARTURE = "Why the authority's practice is not followed, where it is not: it is kept, and nothing is refused for it.";

@InputType({ description: 'Restricts a child or one interview to the people named, or lifts that.' })
export abstract class RestrictInput extends DecisionInput {
  @Field(() => ID, { nullable: true, description: 'The child.' })
  readonly child: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Or one interview.' })
  readonly interview: string | null = null;

  @Field(() => Boolean, { description: 'Whether it is restricted from now on.' })
  abstract readonly restricted: boolean;

  @Field(() => String, { description: 'The reason.' })
  abstract readonly reason: string;

  @Field(() => [ID], { description: 'Who may see, each as person@agency.' })
  readonly admitted: readonly string[] = [];

  @Field(() => [ID], { description: 'Whom an allegation names, each as person@agency: never admitted.' })
  readonly excluded: readonly string[] = [];

  @Field(() => Boolean, { description: 'Whether it follows an allegation against a professional.' })
  readonly allegation: boolean = false;
}

@InputType({ description: 'Lets a manager in where none is left who may lift the restriction of a child.' })
export abstract class NameManagerInput extends KeyedInput {
  @Field(() => ID, { description: 'The child, as the notice says: its `about`.' })
  abstract readonly child: string;

  @Field(() => ID, { description: 'A team manager of the responsible authority whom the restriction does not shut out, as person@agency.' })
  abstract readonly manager: string;

  @Field(() => String, { description: 'Why this one.' })
  abstract readonly reason: string;
}

@InputType({ description: 'Assigns a return worker, or the child\'s own social worker as one, to a child, from and until.' })
export abstract class AssignWorkerInput extends DecisionInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => ID, { description: 'The worker, by their id in the directory or as person@agency.' })
  abstract readonly worker: string;

  @Field(() => ID, { nullable: true, description: 'The agency the worker acts for; yours where left out.' })
  readonly agency: string | null = null;

  @Field(() => String, { nullable: true, description: 'From when; from now where left out.' })
  readonly from: string | null = null;

  @Field(() => String, { nullable: true, description: 'Until when; open where left out.' })
  readonly until: string | null = null;

  @Field(() => ID, { nullable: true, description: 'The return the worker is given, by its episode: the time until somebody has it stops.' })
  readonly episode: string | null = null;

  @Field(() => YesNoNotSaid, { description: 'Whether the worker is independent of the placement.' })
  readonly independentOfPlacement: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => YesNoNotSaid, { description: 'Whether the worker is independent of the responsible authority.' })
  readonly independentOfAuthority: 'YES' | 'NO' | 'NOT_SAID' = 'NOT_SAID';

  @Field(() => Capacity, { nullable: true, description: 'In what capacity they hold the interview.' })
  readonly capacity: CapacityWord | null = null;

  @Field(() => Boolean, { description: 'Whether the child asked for this worker: then nobody else is asked for.' })
  readonly chosenByChild: boolean = false;

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;
}

@InputType({ description: 'Says whether two records are of one child.' })
export abstract class DecideMatchInput extends DecisionInput {
  @Field(() => ID, { description: 'One record, as the pair or the child names it.' })
  abstract readonly first: string;

  @Field(() => ID, { description: 'The other record.' })
  abstract readonly second: string;

  @Field(() => MatchDecision, { description: 'What your authority says.' })
  abstract readonly decision: MatchDecisionWord;

  @Field(() => String, { description: 'The reason.' })
  abstract readonly reason: string;
}

@InputType({ description: 'Names what a person or a force is to a child, from and until.' })
export abstract class RecordRelationshipInput extends DecisionInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => Relationship, { description: 'What they are to the child.' })
  abstract readonly relationship: RelationshipWord;

  @Field(() => ID, { description: 'The person by their id in the directory or as person@agency; of an added force its agency.' })
  abstract readonly holder: string;

  @Field(() => ID, { nullable: true, description: 'The agency the person acts for; yours where left out.' })
  readonly agency: string | null = null;

  @Field(() => String, { nullable: true, description: 'From when; from now where left out.' })
  readonly from: string | null = null;

  @Field(() => String, { nullable: true, description: 'Until when; open where left out.' })
  readonly until: string | null = null;

  @Field(() => String, { nullable: true, description: 'Why; an added force needs it.' })
  readonly reason: string | null = null;
}

@InputType({ description: "The coordinator's word that a relationship which business support recorded is right." })
export abstract class ConfirmRelationshipInput extends DecisionInput {
  @Field(() => ID, { description: 'The relationship, by the id its recording answered with.' })
  abstract readonly relationship: string;
}

@InputType({ description: 'Lets a parent see what a placement sees, or no more.' })
export abstract class LetParentInInput extends DecisionInput {
  @Field(() => ID, { description: 'The child.' })
  abstract readonly child: string;

  @Field(() => ID, { description: 'The parent, as person@agency.' })
  abstract readonly parent: string;

  @Field(() => ParentStanding, { description: 'What the parent holds.' })
  abstract readonly standing: 'RESPONSIBILITY' | 'CARE_HELD';

  @Field(() => SafeToInform, { description: 'Whether telling this parent is safe for the child.' })
  abstract readonly safeToInform: 'YES' | 'NO' | 'UNKNOWN';

  @Field(() => Boolean, { description: 'Whether the child asks for it.' })
  abstract readonly childAsked: boolean;

  @Field(() => Boolean, { description: 'Whether the child lives independently.' })
  abstract readonly livesIndependently: boolean;
}

@InputType({ description: 'Closes an episode for editing by those who recorded it, or opens it again.' })
export abstract class FinaliseEpisodeInput extends DecisionInput {
  @Field(() => ID, { description: 'The episode.' })
  abstract readonly episode: string;

  @Field(() => Boolean, { description: 'Whether it is final.' })
  abstract readonly finalised: boolean;

  @Field(() => String, { nullable: true, description: DEPARTURE })
  readonly departure: string | null = null;

  @Field(() => [Duty], { nullable: true, description: 'Which of the duties that the answer warns of are not owed; say why under "departure", without which they stay owed. Every other one stays on the work tray until it is done.' })
  readonly notOwed: readonly DutyWord[] | null = null;
}
