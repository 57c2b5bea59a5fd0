import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { readBriefing, type BriefingRequest } from '../actions/read-briefing.ts';
import { Briefing } from './briefing.type.ts';
import type { RequestContext } from './context.ts';
import { DateTime } from './date-time.scalar.ts';
import { operationOf } from './read-request.ts';
import { selects, wantedTree } from './wanted-tree.ts';

const LISTS = ['authorityUnknown', 'missing', 'locatedNotBack', 'returned'] as const;
/** No authority has been seen with as many children missing at once. */
const MOST_ENTRIES = 200;

@ArgsType()
class BriefingArgs {
  @Field(() => ID, { description: 'The authority.' })
  readonly authority: string = '';

  @Field(() => DateTime, {
    nullable: true,
    description: 'Moves the clocks over what is known now; it does not rewind what was known.',
  })
  readonly at: number | null = null;
}

@Resolver()
export class BriefingResolver {
  @Query(() => Briefing, {
    description: 'Every child now missing or away for one authority, those located but not back, and those back since yesterday.',
  })
  briefing(
    @Args(() => BriefingArgs) { authority, at }: BriefingArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    const entries = wantedEntries(info);
    if (entries !== null) {
      [entries.episode, entries.child, entries.lastEpisodes].forEach((wanted) => {
        context.budget.spend(wanted, MOST_ENTRIES);
      });
    }
    const { services, caller, now } = context;
    return readBriefing({ gate: services.gate, directory: services.directory() }, caller.viewer, {
      authority,
      at,
      now,
      operation: operationOf(info),
      entries,
      quarantine: selects(info, 'quarantine') ? wantedTree(info, ['quarantine']) : null,
      sources: selects(info, 'sources') ? wantedTree(info, ['sources']) : null,
    });
  }
}

/** One tree for the entries of all lists: what one list wants is read for every list, and shown only where it was asked. */
function wantedEntries(info: GraphQLResolveInfo): BriefingRequest['entries'] {
  if (!LISTS.some((list) => selects(info, list))) {
    return null;
  }
  const of = (part: string) => wantedTree(info, ...LISTS.map((list) => [list, part]));
  const sources = LISTS.some((list) => selects(info, list, 'sources'));
  return { episode: of('episode'), child: of('child'), lastEpisodes: of('lastEpisodes'), sources };
}
