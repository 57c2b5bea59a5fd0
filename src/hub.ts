import type { Authenticate } from './auth/authenticate.ts';
import type { CliHub } from './cli/hub.ts';
import type { Config } from './config/config.ts';
import type { Deliver } from './exchange/delivery.ts';
import type { Log } from './logging/log.ts';

/** The whole hub, its database open and its directory read. */
export interface Hub extends CliHub {
  readonly config: Config;
  readonly log: Log;
  readonly authenticate: Authenticate;
  /** What federation routers show that they are; where there is none, nobody can. */
  readonly routerKeys: readonly Buffer[];
  /** Carries what is sent to other agencies. */
  readonly deliver: Deliver;
}

/** What a hub is made from. */
export interface HubParts {
  readonly config: Config;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
