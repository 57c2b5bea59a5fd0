import { Arg, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Row } from '../gate/read-request.ts';
import { Child } from './child.type.ts';
import { Episode } from './episode.type.ts';
import { Placement } from './placement.type.ts';
import { linkKey } from './wanted-tree.ts';

const answered = (row: Row, info: GraphQLResolveInfo): unknown =>
  row[linkKey(info.fieldName, String(info.path.key))];

@Resolver(() => Child)
export class ChildLinks {
  @FieldResolver(() => Placement, { nullable: true, description: 'The placement the child is in now.' })
  placement(@Root() child: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [Placement], { nullable: true, description: 'The placements you may see, the latest first.' })
  placements(
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, from 1 to 50.' }) _first: number,
    @Root() child: Row,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return answered(child, info);
  }

  @FieldResolver(() => [Episode], { description: 'The episodes you may see, the latest first.' })
  episodes(
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, from 1 to 50.' }) _first: number,
    @Root() child: Row,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return answered(child, info);
  }
}

@Resolver(() => Episode)
export class EpisodeLinks {
  @FieldResolver(() => Child, { description: 'The child.' })
  child(@Root() episode: Row, @Info() info: GraphQLResolveInfo): unknown {
    return answered(episode, info);
  }
}
