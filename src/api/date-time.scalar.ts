import { GraphQLScalarType, Kind } from 'graphql';
import { DateTime as LuxonTime } from 'luxon';
import { HubError } from '../domain/errors.ts';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
const STORED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Epoch milliseconds of a full ISO 8601 time with its offset; the refusal never repeats what was sent. */
function readTime(value: unknown): number {
  const time = typeof value === 'string' && ZONED.test(value) ? LuxonTime.fromISO(value) : null;
  if (!time?.isValid) {
    throw new HubError('BAD_INPUT', 'A DateTime is an ISO 8601 time with its offset, such as 2026-04-30T06:00:00Z.');
  }
  return time.toMillis();
}

/** As the hub itself writes instants down; an answer may hold thousands, and these are ready. */
const isStored = (value: unknown): value is string => typeof value === 'string' && STORED.test(value);

/** A time a client asks with: a year no child lives in is a slip of the hand, and not every database knows it. */
function readAskedTime(value: unknown): number {
  const time = readTime(value);
  const year = new Date(time).getUTCFullYear();
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    throw new HubError('BAD_INPUT', `A DateTime lies between the years ${EARLIEST_YEAR.toString()} and ${LATEST_YEAR.toString()}.`);
  }
  return time;
}

/** An instant: epoch milliseconds inside the hub, ISO 8601 in UTC outside. */
export const DateTime = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'An instant as ISO 8601 with its offset, such as 2026-04-30T06:00:00Z; answered in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (isStored(value) ? value : new Date(typeof value === 'number' ? value : readTime(value)).toISOString()),
  parseValue: readAskedTime,
  parseLiteral: (node) => readAskedTime(node.kind === Kind.STRING ? node.value : null),
});
