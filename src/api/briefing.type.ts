import { Field, Float, ID, ObjectType } from 'type-graphql';
import { BriefingNotice } from './briefing-notice.type.ts';
import { Child } from './child.type.ts';
import { DateTime } from './date-time.scalar.ts';
import { Episode } from './episode.type.ts';
import { QuarantineEntry } from './quarantine-entry.type.ts';
import { Source } from './source.type.ts';

@ObjectType({ description: 'Whether a strategy discussion is due by the practice of the authority.' })
export abstract class StrategyCheck {
  @Field(() => Boolean, { description: 'Whether a limit is reached.' })
  abstract readonly reached: boolean;

  @Field(() => [String], { description: 'Which limits are reached, in words.' })
  abstract readonly reasons: readonly string[];

  @Field(() => [String], { description: "On what the authority's own guidance is silent." })
  abstract readonly silent: readonly string[];
}

@ObjectType({ description: 'One episode of the briefing with its child. Each field is seen by those who see it elsewhere.' })
export abstract class BriefingEntry {
  @Field(() => Episode, { description: 'The episode.' })
  abstract readonly episode: Episode;

  @Field(() => Child, { description: 'The child.' })
  abstract readonly child: Child;

  @Field(() => Float, {
    nullable: true,
    description: 'The most hours the child can have been missing by then, or until return; null when no source states a start.',
  })
  abstract readonly hoursMissing: number | null;

  @Field(() => String, { description: 'How long the child has been missing, in words.' })
  abstract readonly inWords: string;

  @Field(() => StrategyCheck, { description: 'Whether a strategy discussion is due.' })
  abstract readonly strategy: StrategyCheck;

  @Field(() => [Episode], { description: "The child's last five episodes that you may see, the latest first." })
  abstract readonly lastEpisodes: readonly Episode[];

  @Field(() => [ID], { description: 'The systems the entry rests on; empty for those who do not see where fields came from.' })
  abstract readonly sources: readonly string[];
}

@ObjectType({
  description:
    'Every child now missing or away for one authority, whatever the risk. Seen by: its coordinators, and missing teams for the children of an involved force.',
})
export abstract class Briefing {
  @Field(() => ID, { description: 'The authority.' })
  abstract readonly authority: string;

  @Field(() => DateTime, { description: 'The time the clocks stand at. What is known is what is known now.' })
  abstract readonly at: number;

  @Field(() => [BriefingNotice], { description: 'What you are to be told first, the latest first, until you say that you know.' })
  abstract readonly notices: readonly BriefingNotice[];

  @Field(() => [QuarantineEntry], { description: 'Messages the hub could not read: a missing child may be in them.' })
  abstract readonly quarantine: readonly QuarantineEntry[];

  @Field(() => [BriefingEntry], { description: 'Children of whom nobody knows yet whose they are.' })
  abstract readonly authorityUnknown: readonly BriefingEntry[];

  @Field(() => [BriefingEntry], {
    description: 'Missing or away: HIGH first, then where a strategy discussion is due, then by time missing.',
  })
  abstract readonly missing: readonly BriefingEntry[];

  @Field(() => [BriefingEntry], { description: 'Traced but not back.' })
  abstract readonly locatedNotBack: readonly BriefingEntry[];

  @Field(() => [BriefingEntry], { description: 'Back in the last 24 hours.' })
  abstract readonly returned: readonly BriefingEntry[];

  @Field(() => [Source], { description: 'How fresh each source is.' })
  abstract readonly sources: readonly Source[];
}
