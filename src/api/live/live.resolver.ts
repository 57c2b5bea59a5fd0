import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { followAlerts } from '../../actions/follow-alerts.ts';
import { followBriefing, type BriefingChange as Changed } from '../../actions/follow-briefing.ts';
import { followEpisode } from '../../actions/follow-episode.ts';
import { followReceived } from '../../actions/follow-received.ts';
import { follow, type Followed } from '../../actions/follow.ts';
import { HubError } from '../../domain/errors.ts';
import { BriefingNotice } from '../briefing-notice.type.ts';
import { entryAnswered, refuseUnanswerable, wantedEntries } from '../briefing.resolver.ts';
import { Episode } from '../episode.type.ts';
import { ReturnInterview } from '../interview/return-interview.type.ts';
import { operationOf } from '../read-request.ts';
import { wantedTree } from '../wanted-tree.ts';
import { BriefingChange, LIST_OF } from './briefing-change.type.ts';
import type { StreamContext, StreamEvent } from './stream-context.ts';

const ONCE = 'You are told only what reads otherwise to you than before, each time as you may see it then.';

/** A subscription is opened with the request it stands in, like any field. */
interface Opening {
  readonly args: Readonly<Record<string, string>>;
  readonly context: StreamContext;
  readonly info: GraphQLResolveInfo;
}

/** Opens what is followed; the rows one event can bring are counted as those of a query. */
function opening<T>(rows: number, followed: (opening: Opening) => Followed<T>): { subscribe: (data: object) => AsyncGenerator } {
  return {
    subscribe: (data) => {
      // The library's own shape, its context and arguments typed as anything.
      const asked = data as Opening;
      const { context: { services, budget, again } } = asked;
      const what = followed(asked);
      budget.spend(what.wanted, rows);
      return follow({ gate: services.gate, hearing: services.hearing }, what, again);
    },
  };
}

const following = ({ info }: Opening) => ({ wanted: wantedTree(info), operation: operationOf(info) });

/** What was told; a subscription that is sent where queries are answered has nothing to tell. */
function told(event: StreamEvent | undefined): unknown {
  if (event === undefined) {
    throw new HubError('BAD_INPUT', 'Subscriptions are answered over graphql-transport-ws at /graphql, or as an event stream by POST /graphql/stream.');
  }
  return event.told;
}

/** What changes, told as it does. Each event is asked of the gate by itself for each of those who follow; nothing here decides anything. */
@Resolver()
export class LiveResolver {
  @Subscription(() => Episode, {
    ...opening(1, (asked) => followEpisode({ ...following(asked), id: asked.args['episode'] ?? '' })),
    description: `One episode: as it stands now, then whenever it changes. ${ONCE}`,
  })
  episodeChanged(@Arg('episode', () => ID, { description: 'Any id the hub has shown for the episode.' }) _episode: string, @Root() event: StreamEvent | undefined): unknown {
    return told(event);
  }

  @Subscription(() => BriefingChange, {
    ...opening(1, ({ args: { authority = '' }, context: { services, caller, now }, info }) => {
      refuseUnanswerable({ authority, at: null }, now);
      const entries = wantedEntries(info, ['entry']) ?? NOTHING;
      return followBriefing(services.directory, { authority, entries, agency: caller.viewer.agency, operation: operationOf(info), now });
    }),
    description: `The briefing of one authority, one entry at a time as it comes or changes. ${ONCE} That an entry leaves the briefing is not told, nor what only the clock changes: ask for the briefing now and then.`,
  })
  briefingChanged(@Arg('authority', () => ID, { description: 'The authority, by its id in the directory.' }) _authority: string, @Root() event: StreamEvent | undefined, @Ctx() context: StreamContext): unknown {
    // What `followBriefing` tells.
    const { list, entry, ...change } = told(event) as Changed;
    return { ...change, list: LIST_OF[list], entry: entryAnswered(entry, context) };
  }

  @Subscription(() => ReturnInterview, {
    ...opening(1, (asked) => followReceived({ ...following(asked), now: asked.context.now })),
    description: `Return home interviews that another agency held, within the last 366 days, of a child for whom yours answers or whose worker you are: as each comes, and when it changes. ${ONCE}`,
  })
  interviewReceived(@Root() event: StreamEvent | undefined): unknown {
    return told(event);
  }

  @Subscription(() => BriefingNotice, {
    ...opening(1, (asked) => followAlerts(following(asked))),
    description: 'Alerts, as each comes before you: when it is raised, or when those before you in the duty chain did not answer. Those already open are among your notices.',
  })
  alertRaised(@Root() event: StreamEvent | undefined): unknown {
    return told(event);
  }
}

const NOTHING = { episode: {}, child: {}, lastEpisodes: null, sources: false, course: false } as const;
