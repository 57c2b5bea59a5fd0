import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { readTimeliness } from '../../actions/read-timeliness.ts';
import type { Count } from '../../domain/statistics/suppress-small.ts';
import type { TimelinessRow as RowWorkedOut } from '../../domain/statistics/timeliness.ts';
import type { RequestContext } from '../context.ts';
import { operationOf } from '../read-request.ts';
import { Timeliness } from './timeliness.type.ts';

@ArgsType()
class TimelinessArgs {
  @Field(() => ID, { description: 'The authority, by its id in the directory.' })
  readonly authority: string = '';

  @Field(() => String, { description: 'The first calendar month of London, its year and its number: `2026-05`.' })
  readonly from: string = '';

  @Field(() => String, { description: 'The last calendar month, as `from`; both counted there are 24 at most.' })
  readonly until: string = '';
}

@Resolver()
export class TimelinessResolver {
  @Query(() => Timeliness, {
    description:
      "How timely an authority's offers and interviews were, over the returns whose next step you may see. For its own service as it is: coordinators, senior workers and managers, of all its returns; return workers and social workers, of those they follow. For everybody else, such as the police or a host authority, of months that are over, without any number of fewer than five children, nor one that would tell of one.",
  })
  async timeliness(@Args(() => TimelinessArgs) { authority, from, until }: TimelinessArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    const { services, caller, now } = context;
    const request = { authority, from, until, now, operation: operationOf(info) };
    const { months, total } = await readTimeliness({ gate: services.gate, directory: services.directory() }, caller.viewer, request);
    return { months: months.map(rowAnswered), overall: rowAnswered(total) };
  }
}

function rowAnswered({ month, counts, standards }: RowWorkedOut): object {
  return {
    month,
    figures: Object.entries(counts).map(([name, count]) => ({ name, ...figureOf(count) })),
    standards: standards.map(({ stands, ...standard }) => ({ ...standard, standsAtLeast: stands?.least ?? null, standsAtMost: stands?.most ?? null })),
  };
}

function figureOf(count: Count): object {
  return typeof count === 'number' ? { state: 'SHOWN', returns: count } : { state: count, returns: null };
}
