import type { Authenticate } from './auth/authenticate.ts';
import type { CliHub } from './cli/hub.ts';
import type { Config } from './config/config.ts';
import type { Log } from './logging/log.ts';
import type { Exchange } from './open-exchange.ts';

/** The whole hub, its database open and its directory read. */
export interface Hub extends CliHub {
  readonly config: Config;
  readonly log: Log;
  readonly authenticate: Authenticate;
  /** What federation routers show that they are; where there is none, nobody can. */
  readonly routerKeys: readonly Buffer[];
  /** What goes out to other agencies, and what comes in from other hubs. */
  readonly exchange: Exchange;
}

/** What a hub is made from. */
export interface HubParts {
  readonly config: Config;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
