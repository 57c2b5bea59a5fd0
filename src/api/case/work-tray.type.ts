import { Field, ObjectType } from 'type-graphql';
import { Child } from '../child.type.ts';
import { describedEnum } from '../described-enum.ts';
import { Episode } from '../episode.type.ts';
import { Transmission } from '../exchange/transmission.type.ts';
import { PageInfo } from '../page-info.type.ts';
import { Clock } from './clock.type.ts';
import { NextStep } from './next-step.type.ts';

export const TrayOf = describedEnum<'MINE' | 'SERVICE'>('TrayOf', 'Whose hand a return needs.', {
  MINE: 'Yours: you are assigned to the child, or have an open action about the child; a hub coordinator has besides what no return worker is assigned to, of the authority\'s own children and its guests.',
  SERVICE: "Your authority's, of its own children and its guests: whatever is not finalised, triaged and assigned or not.",
});

@ObjectType({ description: 'One return that is not finalised, or owes something still.' })
export abstract class TrayEntry {
  @Field(() => Episode, { description: 'The episode; its `workers` are those assigned now.' })
  abstract readonly episode: Episode;

  @Field(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  abstract readonly child: Child | null;

  @Field(() => NextStep, { description: 'What it waits for, and who holds that.' })
  abstract readonly nextStep: NextStep;

  @Field(() => Clock, { nullable: true, description: 'The clock that is latest, else the one that runs out first; null where none runs.' })
  abstract readonly worstClock: Clock | null;

  @Field(() => Boolean, { description: 'Whether a duty is late; what is merely aimed at does not count.' })
  abstract readonly overdue: boolean;
}

@ObjectType({
  description:
    'Returns that are not finalised, or owe something still, over all pages the worst first: what is overdue, then what is due next. Of more than 500 those 500 are sorted so whose child was missed last; the others follow, by when the child was missed. A return that is done or falls due between two pages changes its place.',
})
export abstract class WorkTray {
  @Field(() => [TrayEntry], { description: 'Returns of this page: children who are back, or located and not back. What is overdue first, then what is due next.' })
  abstract readonly entries: readonly TrayEntry[];

  @Field(() => [Transmission], { description: 'Interviews whose result your agency has agreed to send by some time and of which no receipt has come, the longest waiting first, at most 50; `deadline` says how their time stands. Seen by: the hub coordinator, senior worker and team manager.' })
  abstract readonly resultsOwed: readonly Transmission[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  abstract readonly pageInfo: PageInfo;
}
