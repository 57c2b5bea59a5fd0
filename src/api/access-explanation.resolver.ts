import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { HubError } from '../domain/errors.ts';
import type { ExplainRequest } from '../gate/gate.ts';
import { explainAccess } from '../policy/explain-access.ts';
import { AccessExplanation } from './access-explanation.type.ts';
import type { RequestContext } from './context.ts';
import { operationOf } from './read-request.ts';

@ArgsType()
class ExplainAccessArgs {
  @Field(() => ID, { nullable: true, description: 'A child.' })
  readonly child: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Or an episode.' })
  readonly episode: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Or an interview.' })
  readonly interview: string | null = null;

  @Field(() => ID, { nullable: true, description: 'Or an item of intelligence.' })
  readonly intelligence: string | null = null;
}

@Resolver()
export class AccessExplanationResolver {
  @Query(() => AccessExplanation, { description: 'Why you are shown something at the level you are shown it, and what would change that. Seen by: you alone.' })
  async explainAccess(
    @Args(() => ExplainAccessArgs) args: ExplainAccessArgs,
    @Ctx() { services, caller, now }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const { family, id } = whatIsExplained(args);
    const met = await services.gate.explain(caller.viewer, { family, id, operation: operationOf(info), now });
    return explainAccess({ role: caller.viewer.role, family, ...met });
  }
}

function whatIsExplained({ child, episode, interview, intelligence }: ExplainAccessArgs): Pick<ExplainRequest, 'family' | 'id'> {
  const ids = { Child: child, Episode: episode, ReturnInterview: interview, IntelligenceItem: intelligence };
  // The keys are those of the line above.
  const families = Object.keys(ids) as (keyof typeof ids)[];
  const [named, ...more] = families.flatMap((family) => {
    const id = ids[family];
    return id === null ? [] : [{ family, id }];
  });
  if (named === undefined || more.length > 0) {
    throw new HubError('BAD_INPUT', 'Name exactly one of "child", "episode", "interview" and "intelligence".');
  }
  return named;
}
