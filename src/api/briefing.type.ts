import { Field, Float, ID, ObjectType } from 'type-graphql';
import { BriefingNotice } from './briefing-notice.type.ts';
import { BriefingAnswer, OvernightKind } from './case/case-enums.type.ts';
import { Concern } from './case/concern.type.ts';
import { NextStep } from './case/next-step.type.ts';
import { Child } from './child.type.ts';
import type { PlaceBefore } from '../actions/places-before.ts';
import { describedEnum } from './described-enum.ts';
import { DateTime } from './date-time.scalar.ts';
import { Episode } from './episode.type.ts';
import { Transmission } from './exchange/transmission.type.ts';
import { QuarantineEntry } from './quarantine-entry.type.ts';
import { Source } from './source.type.ts';

@ObjectType({ description: 'Whether the practice of the authority asks for a strategy discussion. The clocks say whether it was held, and by when it is to be.' })
export abstract class StrategyCheck {
  @Field(() => Boolean, { description: 'Whether a limit is reached. Hours count until the child is located or back, as those of the clock STRATEGY do; further meetings until located and visited are the clock STRATEGY_AGAIN. What repeated episodes or the risk ask for ends with a discussion recorded since.' })
  abstract readonly reached: boolean;

  @Field(() => [String], { description: 'Which limits are reached, in words.' })
  abstract readonly reasons: readonly string[];

  @Field(() => [String], { description: "On what the authority's own guidance is silent." })
  abstract readonly silent: readonly string[];
}

@ObjectType({ description: 'Something that came since five o’clock of the last working day.' })
export abstract class Overnight {
  @Field(() => OvernightKind, { description: 'What came.' })
  abstract readonly kind: string;

  @Field(() => DateTime, { description: 'When: of what happened, at the earliest; of what was written down, when that was.' })
  abstract readonly at: number;
}

@ObjectType({ description: 'What one agency said on the briefing.' })
export abstract class PartnerAnswer {
  @Field(() => ID, { description: 'Who said it, as `person@agency`.' })
  abstract readonly by: string;

  @Field(() => BriefingAnswer, { nullable: true, description: 'Whether the child is known to the agency.' })
  abstract readonly known: string | null;

  @Field(() => String, { nullable: true, description: 'In their words.' })
  abstract readonly words: string | null;

  @Field(() => DateTime, { description: 'When it was said.' })
  abstract readonly at: string;
}

const PlaceKnownBy = describedEnum<PlaceBefore['how']>('PlaceKnownBy', 'How a place of before is known.', {
  LAST_SEEN: 'The child was last seen there before an earlier episode.',
  LOCATED: 'The child was traced there in an earlier episode.',
  STAYED: 'The child told in an interview of having stayed there.',
});

@ObjectType({ simpleResolvers: true, description: 'Where a child was seen or stayed before.' })
export abstract class PlaceOfBefore {
  @Field(() => PlaceKnownBy, { description: 'How it is known.' })
  abstract readonly how: string;

  @Field(() => String, { description: 'The place, in the words of whoever stated it.' })
  abstract readonly place: string;

  @Field(() => DateTime, { nullable: true, description: 'When that episode began, or the interview was held; null where no source says.' })
  abstract readonly at: number | null;
}

@ObjectType({ description: 'One episode of the briefing with its child. Each field is seen by those who see it elsewhere.' })
export abstract class BriefingEntry {
  @Field(() => Episode, { description: 'The episode.' })
  abstract readonly episode: Episode;

  @Field(() => Child, { description: 'The child.' })
  abstract readonly child: Child;

  @Field(() => Float, {
    nullable: true,
    description: 'The most hours the child can have been missing by then, or until located or back; null when no source states a start.',
  })
  abstract readonly hoursMissing: number | null;

  @Field(() => String, { description: 'How long the child has been missing, or was until located or back, in words.' })
  abstract readonly inWords: string;

  @Field(() => StrategyCheck, { description: 'Whether a strategy discussion is due.' })
  abstract readonly strategy: StrategyCheck;

  @Field(() => [Episode], { description: "The child's last five episodes that you may see, the latest first." })
  abstract readonly lastEpisodes: readonly Episode[];

  @Field(() => [ID], { description: 'The systems the entry rests on; empty for those who do not see where fields came from.' })
  abstract readonly sources: readonly string[];

  @Field(() => NextStep, { nullable: true, description: 'What the episode waits for, and who holds it; null for those who do not read its steps.' })
  abstract readonly nextStep: NextStep | null;

  @Field(() => [String], { nullable: true, description: 'How its clocks stand, in words, the statutory one first; null for those who do not read its steps.' })
  abstract readonly clocks: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'The duties that are late, in words.' })
  abstract readonly overdue: readonly string[] | null;

  @Field(() => [PlaceOfBefore], { description: 'Where the child was seen or stayed before, of the last episodes and interviews that you may see, each place once, the latest first.' })
  abstract readonly placesBefore: readonly PlaceOfBefore[];

  @Field(() => String, { nullable: true, description: 'That the police consider an appeal through the media, whether consent is to be sought first, and by which rule; null where the practice of the authority asks for none, one was considered or made, or you do not read its steps.' })
  abstract readonly mediaAppeal: string | null;

  @Field(() => [PartnerAnswer], { nullable: true, description: 'What agencies said on the briefing, the latest first; null for those who do not read its steps.' })
  abstract readonly answers: readonly PartnerAnswer[] | null;

  @Field(() => PartnerAnswer, { nullable: true, description: 'What your own agency said on the briefing, the latest; null where it has said nothing.' })
  abstract readonly ownAnswer: PartnerAnswer | null;

  @Field(() => [Overnight], { description: 'What came since five o’clock of the last working day, of what you may see, earliest first.' })
  abstract readonly overnight: readonly Overnight[];

  @Field(() => [String], { description: 'What pushed the child away, as told in interviews that you read in full, or approved for you with a redacted text.' })
  abstract readonly pushFactors: readonly string[];

  @Field(() => [String], { description: 'What drew the child, as told in interviews that you read in full, or approved for you with a redacted text.' })
  abstract readonly pullFactors: readonly string[];
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

  @Field(() => [BriefingNotice], { description: 'Alerts that nobody has answered yet, the longest due first: those before you, and for a coordinator all of their agency but of restricted children.' })
  abstract readonly alerts: readonly BriefingNotice[];

  @Field(() => [Transmission], { description: 'Interviews whose result your agency has agreed to send by some time and of which no receipt has come, the longest waiting first, at most 50; `deadline` says how their time stands. Seen by: the hub coordinator, senior worker and team manager.' })
  abstract readonly resultsOwed: readonly Transmission[];

  @Field(() => [Concern], { description: 'Concerns you may see that nobody has answered, the longest heard first.' })
  abstract readonly concerns: readonly Concern[];

  @Field(() => [QuarantineEntry], { description: 'Messages the hub could not read: a missing child may be in them. Of one document at most 50, those about a missing child first; `sources { quarantined }` counts all, `quarantine` lists them.' })
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
