import type { Follower, Told } from '../../actions/follow.ts';
import type { AuthHeaders } from '../../auth/authenticate.ts';
import { requestContext, type HubServices, type RequestContext } from '../context.ts';

/** One event's request: made anew for each event, and who it is read as. */
export interface EventContext extends RequestContext, Follower {}

/** What a subscription is opened in; it is looked up again for every event, so that nothing of one is left in the next. */
export interface StreamContext extends RequestContext {
  readonly again: () => Promise<EventContext>;
}

/** What was told of one event, and the request that it was read in. */
export type StreamEvent = Told<unknown, EventContext>;

/** Knows the caller before anything is opened, and again before each event. */
export async function streamContext(services: HubServices, headers: AuthHeaders): Promise<StreamContext> {
  const again = async (): Promise<EventContext> => {
    const context = await requestContext(services, headers);
    return { ...context, viewer: context.caller.viewer };
  };
  return { ...(await requestContext(services, headers)), again };
}
