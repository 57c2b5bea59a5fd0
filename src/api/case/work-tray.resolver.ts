import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Int, Query, Resolver } from 'type-graphql';
import { readTray, trayWanted, type TrayEntry } from '../../actions/read-tray.ts';
import { HubError } from '../../domain/errors.ts';
import type { RequestContext } from '../context.ts';
import { owedResults } from '../exchange/owed-results.ts';
import { operationOf } from '../read-request.ts';
import { selects, wantedTree } from '../wanted-tree.ts';
import { clockAnswered, nextStepAnswered, seenAt } from './clock-answered.ts';
import { TrayOf, WorkTray } from './work-tray.type.ts';

const LARGEST_TRAY = 50;
/** As many returns are looked at, one by one, for which of them come first. */
const MOST_RANKED = 500;

@ArgsType()
class WorkTrayArgs {
  @Field(() => TrayOf, { description: 'Whose hand the returns need.' })
  readonly of: 'MINE' | 'SERVICE' = 'MINE';

  @Field(() => Int, { description: 'How many, from 1 to 50; those of the first page are the worst of all.' })
  readonly first: number = LARGEST_TRAY;

  @Field(() => String, { nullable: true, description: 'A cursor you were given: the page begins after it.' })
  readonly after: string | null = null;
}

@Resolver()
export class WorkTrayResolver {
  @Query(() => WorkTray, {
    description: 'The returns that need your hand, or that of your service, and are not finalised or owe something still. Seen by: whoever may see what each waits for; nothing for anybody else.',
  })
  async workTray(@Args(() => WorkTrayArgs) { of, first, after }: WorkTrayArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    if (first < 1 || first > LARGEST_TRAY) {
      throw new HubError('BAD_INPUT', `"first" of a work tray is from 1 to ${LARGEST_TRAY.toString()}.`);
    }
    const wanted = { episode: wantedTree(info, ['entries', 'episode']), child: wantedTree(info, ['entries', 'child']), suggesting: selects(info, 'entries', 'nextStep', 'suggestedWorker') };
    context.budget.spend(trayWanted(wanted), first);
    context.budget.spend({}, MOST_RANKED);
    const request = { of, first, after, ...wanted, operation: operationOf(info) };
    const { entries, endCursor, hasNextPage } = await readTray(context.services.gate, context.caller.viewer, { request, at: seenAt(context) });
    const owed = await owedResults(context, info);
    return { resultsOwed: owed, entries: entries.map((entry) => entryAnswered(entry, context)), pageInfo: { endCursor, hasNextPage } };
  }
}

function entryAnswered({ nextStep, worstClock, ...entry }: TrayEntry, context: RequestContext): object {
  return { ...entry, nextStep: nextStepAnswered(nextStep, context), worstClock: worstClock === null ? null : clockAnswered(worstClock) };
}
