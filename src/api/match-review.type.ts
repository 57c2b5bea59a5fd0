import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.scalar.ts';
import { MatchDecision, MatchEvidenceHow, MatchEvidenceOf, MatchSpeaks, MatchState, MatchVerdict } from './match-enums.type.ts';
import { PageInfo } from './page-info.type.ts';

@ObjectType({ description: 'One reason for or against two records being of one child.' })
export abstract class MatchEvidence {
  @Field(() => MatchEvidenceOf, { description: 'What was compared.' })
  abstract readonly of: string;

  @Field(() => MatchEvidenceHow, { description: 'How it compares.' })
  abstract readonly how: string;

  @Field(() => MatchSpeaks, { description: 'Which way that speaks.' })
  abstract readonly speaks: string;
}

/** What is said of a pair itself; the links to the children are in `row-links.resolver.ts`. */
@ObjectType({ simpleResolvers: true, description: 'Two records that may be of one child, for a person to look at. It tells how they compare, and nothing the other record says.' })
export abstract class MatchReview {
  @Field(() => ID, { description: 'The pair.' })
  abstract readonly id: string;

  @Field(() => MatchState, { description: 'Where it stands.' })
  abstract readonly state: string;

  @Field(() => MatchVerdict, { nullable: true, description: 'What comparing them comes to; null where nothing speaks for it but what was decided.' })
  abstract readonly verdict: string | null;

  @Field(() => [MatchEvidence], { description: 'For and against, the weightiest first.' })
  abstract readonly evidence: readonly MatchEvidence[];

  @Field(() => DateTime, { description: 'Since when they are known to be alike, or decided on.' })
  abstract readonly since: string;

  @Field(() => MatchDecision, { nullable: true, description: 'What your authority says; null where it says nothing.' })
  abstract readonly ourDecision: string | null;

  @Field(() => Int, { description: "The revision of your authority's word, 0 where there is none: send it with your decision." })
  abstract readonly revision: number;

  @Field(() => ID, { description: 'One record.' })
  abstract readonly firstRecord: string;

  @Field(() => ID, { nullable: true, description: 'The agency that keeps it; null where you do not see whose it is.' })
  abstract readonly firstAgency: string | null;

  @Field(() => ID, { description: 'The other record.' })
  abstract readonly secondRecord: string;

  @Field(() => ID, { nullable: true, description: 'The agency that keeps it; null where you do not see whose it is.' })
  abstract readonly secondAgency: string | null;
}

@ObjectType({ description: 'An answer that showed two records as one child.' })
export abstract class ShownWhileJoined {
  @Field(() => ID, { description: 'The entry of the disclosure log.' })
  abstract readonly id: string;

  @Field(() => DateTime, { description: 'When it was given.' })
  abstract readonly at: string;

  @Field(() => ID, { description: 'To whom.' })
  abstract readonly actor: string;

  @Field(() => ID, { description: 'The agency the person acted for.' })
  abstract readonly agency: string;

  @Field(() => String, { description: 'The role the person acted in.' })
  abstract readonly role: string;

  @Field(() => String, { description: 'The name of the operation.' })
  abstract readonly operation: string;

  @Field(() => [String], { description: 'Types and names of the fields shown; never their values.' })
  abstract readonly shown: readonly string[];
}

@ObjectType({ description: 'A page of pairs that may be one child, the longest known first.' })
export abstract class MatchReviewConnection {
  @Field(() => [MatchReview], { description: 'The pairs.' })
  abstract readonly nodes: readonly MatchReview[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  abstract readonly pageInfo: PageInfo;
}
