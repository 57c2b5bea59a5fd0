import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { suggestRedaction } from '../../actions/suggest-redaction.ts';
import { suggestWanted } from '../../actions/suggest-wanted.ts';
import type { Audience as AudienceWord } from '../../domain/sharing/audience.ts';
import { actorOf } from '../act.ts';
import type { RequestContext } from '../context.ts';
import { operationOf } from '../read-request.ts';
import { Audience } from './sharing-enums.type.ts';
import { SuggestedRedaction } from './suggested-redaction.type.ts';

@ArgsType()
class SuggestRedactionArgs {
  @Field(() => ID, { description: 'The interview.' })
  readonly interview: string = '';

  @Field(() => Audience, { description: 'For whom the text would be.' })
  readonly audience: AudienceWord = 'PLACEMENT';

  @Field(() => ID, { nullable: true, description: 'The placement or the parent it would be for; left out for every other audience.' })
  readonly recipient: string | null = null;

  @Field(() => String, { nullable: true, description: 'A text made from the interview; left out, its answers in the child\'s own words.' })
  readonly text: string | null = null;
}

@Resolver()
export class SuggestRedactionResolver {
  @Query(() => SuggestedRedaction, {
    nullable: true,
    description: 'What should perhaps not stand in a text of an interview, for this audience. Stores and releases nothing. For: who may propose the text.',
  })
  suggestRedaction(
    @Args(() => SuggestRedactionArgs) asked: SuggestRedactionArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const { services, caller, now, budget } = context;
    budget.spend(suggestWanted(true), 1);
    return suggestRedaction({ actions: services.actions, directory: services.directory(), gate: services.gate }, actorOf(caller), asked, { operation: operationOf(info), now });
  }
}
