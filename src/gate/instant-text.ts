import { sql } from 'kysely';
import type { Sql } from './slot.ts';

/** An instant as ISO 8601 in UTC, whatever time zone the server speaks in. */
export function instantText(instant: Sql): Sql {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
