import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { ErrorMap } from '../../api/error-map.ts';
import type { CheckedStream, StreamAsked } from '../../api/live/check-stream.ts';
import type { HttpServices } from '../http-services.ts';
import type { LiveLimits } from './live-limits.ts';
import type { Places } from './places.ts';

/** What streams are opened with, whichever way they are sent. */
export interface LiveParts {
  readonly schema: GraphQLSchema;
  readonly services: HttpServices;
  readonly errorMap: ErrorMap;
  readonly check: (asked: StreamAsked) => CheckedStream | readonly GraphQLError[];
  readonly limits: LiveLimits;
  readonly streams: Places;
}
