import { Field, ObjectType } from 'type-graphql';
import { Episode } from './episode.type.ts';
import { PageInfo } from './page-info.type.ts';

@ObjectType({ description: 'An episode and where it stands in the list.' })
export abstract class EpisodeEdge {
  @Field(() => String, { description: 'Give it as `after` to go on from here. Good for you alone.' })
  abstract readonly cursor: string;

  @Field(() => Episode, { description: 'The episode.' })
  abstract readonly node: Episode;
}

@ObjectType({ description: 'A page of the episodes you may see.' })
export abstract class EpisodeConnection {
  @Field(() => [EpisodeEdge], { description: 'The episodes with their cursors.' })
  abstract readonly edges: readonly EpisodeEdge[];

  @Field(() => [Episode], { description: 'The episodes alone.' })
  abstract readonly nodes: readonly Episode[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  abstract readonly pageInfo: PageInfo;
}
