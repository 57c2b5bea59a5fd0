import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../gate/read-request.ts';
import { answered, First } from './answered.ts';
import { Child } from './child.type.ts';
import { Episode } from './episode.type.ts';
import { MatchReview } from './match-review.type.ts';
import { Placement } from './placement.type.ts';
import { HomeProfile } from './profile.type.ts';
import { HomeReport } from './report.type.ts';

@Resolver(() => Child)
export class ChildLinks {
  @FieldResolver(() => Placement, { nullable: true, description: 'The placement the child is in now.' })
  placement(@Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [Placement], { nullable: true, description: 'The placements you may see, the latest first.' })
  placements(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [HomeProfile], { nullable: true, description: 'What you keep ready of the child yourself.' })
  homeProfiles(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [Episode], { nullable: true, description: 'The episodes you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [MatchReview], { nullable: true, description: 'Other records that may be of this child, for a person to look at; nothing is joined by it. The longest known first.' })
  possiblySame(@First(10) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }
}

@Resolver(() => MatchReview)
export class MatchReviewLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child of the first record, as far as you may see them.' })
  firstChild(@Root() review: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(review, info);
  }

  @FieldResolver(() => Child, { nullable: true, description: 'The child of the second record, as far as you may see them.' })
  secondChild(@Root() review: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(review, info);
  }
}

@Resolver(() => Episode)
export class EpisodeLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }

  @FieldResolver(() => [Episode], { nullable: true, description: 'Episodes of other children who went missing together with this one, as far as you may see them, the latest first.' })
  missingWith(@First(5) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }

  @FieldResolver(() => [HomeReport], { nullable: true, description: 'What you reported of it yourself, the latest first.' })
  homeReports(@First(10) _first: number, @Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }
}
