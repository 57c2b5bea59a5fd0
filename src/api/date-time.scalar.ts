import { GraphQLScalarType, Kind } from 'graphql';
import { DateTime as LuxonTime } from 'luxon';
import { HubError } from '../domain/errors.ts';

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Epoch milliseconds of a full ISO 8601 time with its offset; the refusal never repeats what was sent. */
function readTime(value: unknown): number {
  const time = typeof value === 'string' && ZONED.test(value) ? LuxonTime.fromISO(value) : null;
  if (!time?.isValid) {
    throw new HubError('BAD_INPUT', 'A DateTime is an ISO 8601 time with its offset, such as 2026-04-30T06:00:00Z.');
  }
  return time.toMillis();
}

/** An instant: epoch milliseconds inside the hub, ISO 8601 in UTC outside. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 with its offset, such as 2026-04-30T06:00:00Z; answered in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => new Date(typeof value === 'number' ? value : readTime(value)).toISOString(),
  parseValue: readTime,
  parseLiteral: (node) => readTime(node.kind === Kind.STRING ? node.value : null),
});
