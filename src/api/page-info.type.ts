import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page of a list stands. Counts only what you may see.' })
export abstract class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  abstract readonly hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page. Good for you alone.' })
  abstract readonly endCursor: string | null;
}
