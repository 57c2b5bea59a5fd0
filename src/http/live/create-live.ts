import type { Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { AllowedOperations } from '../../api/asked-operation.ts';
import type { ErrorMap } from '../../api/error-map.ts';
import { createCheckStream } from '../../api/live/check-stream.ts';
import type { HttpServices } from '../http-services.ts';
import type { StayingOpen } from '../listen.ts';
import { createEventStreams } from './event-stream.route.ts';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.ts';
import { Places } from './places.ts';
import { createSocketServer } from './socket-server.ts';

/** The ways by which subscriptions are answered. */
export interface Live extends StayingOpen {
  /** `/graphql/stream`; `/graphql` as a WebSocket is an upgrade. */
  readonly streams: Router;
}

/** What both are made of. */
interface LiveServices {
  readonly services: HttpServices;
  readonly errorMap: ErrorMap;
  readonly operations: AllowedOperations;
  readonly limits?: Partial<LiveLimits>;
}

/** Both ways, with one count of what each person has open. */
export function createLive(schema: GraphQLSchema, { services, errorMap, operations, limits = {} }: LiveServices): Live {
  const own = { ...LIVE_LIMITS, ...limits };
  const check = createCheckStream(schema, { production: services.production, operations });
  const parts = { schema, services, errorMap, check, limits: own, streams: new Places(own) };
  const sockets = createSocketServer(parts);
  const streams = createEventStreams(parts);
  return {
    upgrade: (request, socket, head) => { sockets.upgrade(request, socket, head); },
    streams: streams.router,
    end: async () => {
      streams.end();
      await sockets.end();
    },
  };
}
