import { ERRORS, HubError } from '../domain/errors.ts';
import type { ActionServices } from '../actions/action-services.ts';
import type { Hearing } from '../actions/hearing.ts';
import type { Authenticate, AuthHeaders } from '../auth/authenticate.ts';
import { asViewing, type ViewingCaller } from '../auth/caller.ts';
import type { Directory } from '../directory/directory.ts';
import type { Gate } from '../gate/gate.ts';
import type { Log } from '../logging/log.ts';
import { toGraphQLError } from './error-map.ts';
import { RowBudget } from './row-budget.ts';

/** What the GraphQL face needs of the rest of the hub; the process is put together elsewhere. */
export interface HubServices {
  readonly gate: Gate;
  readonly actions: ActionServices;
  /** Where it is heard that something changed. */
  readonly hearing: Hearing;
  readonly directory: () => Directory;
  readonly authenticate: Authenticate;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  readonly production: boolean;
}

/** One request: who asks, at which instant. Made anew for each request and never shared. */
export interface RequestContext {
  readonly services: HubServices;
  readonly caller: ViewingCaller;
  readonly now: number;
  readonly budget: RowBudget;
}

/** Knows the caller before anything of the query is looked at. */
export async function requestContext(services: HubServices, headers: AuthHeaders): Promise<RequestContext> {
  const now = services.now();
  try {
    const caller = asViewing(await services.authenticate(headers, now));
    return { services, caller, now, budget: new RowBudget() };
  } catch (error) {
    throw error instanceof HubError ? toGraphQLError(error, ERRORS[error.code].status) : error;
  }
}
