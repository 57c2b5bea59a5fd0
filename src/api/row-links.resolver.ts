import { FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../gate/read-request.ts';
import { answered, First } from './answered.ts';
import { Child } from './child.type.ts';
import { Episode } from './episode.type.ts';
import { Placement } from './placement.type.ts';

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

  @FieldResolver(() => [Episode], { nullable: true, description: 'The episodes you may see, the latest first.' })
  episodes(@First(5) _first: number, @Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }
}

@Resolver(() => Episode)
export class EpisodeLinks {
  @FieldResolver(() => Child, { nullable: true, description: 'The child, as far as you may see them.' })
  child(@Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }
}
