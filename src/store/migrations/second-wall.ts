/**
 * The words in which migrations write the second wall: what a row carries, and what the statement says of its reader.
 * Databases have run them as they are: a word that means something else gets another name, here or in its migration.
 */

/** A relation: its holders, each once, and beside each the times it holds. */
export const relation = (name: string): string => `${name} text[] not null default '{}', ${name}_during tstzmultirange[] not null default '{}'`;

/** What the statement says of its reader; null where it says nothing, which no row equals. */
export const setting = (name: string): string => `nullif(current_setting('app.${name}', true), '')`;
/** Written out where it is used: only so can the planner tell a large agency from a small one. */
export const AGENCY = setting('agency');
/** In a select of its own, as `NOW` is: read once for a statement, not once for every row. */
export const PERSON = `(select ${setting('person')} || '@' || ${AGENCY})`;
export const NOW = `(select ${setting('now')}::timestamptz)`;
/** Said by the transaction that erases, and by no other: a migration or a look around meets the wall like everybody else. */
export const ERASING = `${setting('erasing')} = 'yes'`;

/** Is this among the reader's levels, such as '{identity,home}'? Missing means none. */
export const reaches = (level: string): string => `(select array_position(${setting('ceiling')}::text[], '${level}')) is not null`;
/** Is the reader's agency in this relation now? Without the coalesce the planner would take that for rare. */
export const holds = (name: string): string => (name === 'candidates' ? `${AGENCY} = any (candidates)` : `coalesce(${name}_during[array_position(${name}, ${AGENCY})] @> ${NOW}, false)`);
/** Is the reader named round the child as this, now? */
export const is = (as: string): string => `coalesce(named_during[array_position(named, (select '${as}:' || ${PERSON}))] @> ${NOW}, false)`;
