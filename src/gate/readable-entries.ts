import { sql } from 'kysely';
import { RECORD_KEYS, type Family } from '../policy/attributes.ts';
import type { ReadRule } from '../policy/rule.ts';
import { bitsOpening } from './rule-sql.ts';
import { slot, type Sql } from './slot.ts';

/** A flag speaks of some attribute; who may not read that may not read the flag. Other flags go with provenance. */
const FLAG_SPEAKS_OF: Readonly<Record<string, string>> = {
  OVERLAPPING_RECORDS: 'flags',
  TIMES_OUT_OF_ORDER: 'flags',
  RESPONSIBLE_DISPUTED: 'flags',
  MARKED_BY_ANOTHER: 'flags',
  IDENTIFIER_CHECK_FAILED: RECORD_KEYS,
  IDENTIFIER_DISPUTED: RECORD_KEYS,
  // Names the fields in dispute; others learn of those they may read from `conflicts`.
  CONFLICTING_VALUES: RECORD_KEYS,
};

interface Rows {
  readonly family: Family;
  readonly rules: readonly ReadRule[];
  readonly bits: Sql;
}

/**
 * Where a value came from, who disagrees, and what is doubtful, only for attributes the viewer may read on this row: the
 * source of a number says that there is one, and a conflict holds its values.
 */
export function readableEntries(rows: Rows, attribute: string, list: Sql): Sql {
  const readable = rows.rules.map((rule, place) => sql`(${rows.bits} & ${sql.lit(1 << place)}) <> 0 and ${about(rule, attribute)}`);
  return sql`(select coalesce(json_agg(${shown(rows, attribute)}), '[]'::json) from json_array_elements(${list}) as entry
    where ${sql.join(readable, sql` or `)})`;
}

function about(rule: ReadRule, attribute: string): Sql {
  const [key, names] =
    attribute === 'flags'
      ? ['code', Object.keys(FLAG_SPEAKS_OF).filter((code) => rule.fields.includes(FLAG_SPEAKS_OF[code] ?? ''))]
      : ['field', rule.fields];
  const literals = names.map((name) => sql.lit(name));
  return literals.length === 0 ? sql`false` : sql`entry->>${sql.lit(key)} in (${sql.join(literals)})`;
}

/** A source's own record key may quote the authority's child number, so others' keys are shown only with the numbers. */
function shown(rows: Rows, attribute: string): Sql {
  switch (attribute) {
    case 'provenance':
      return sql`json_build_object('field', entry->'field', 'agency', entry->'agency', 'system', entry->'system',
        'order', entry->'order', 'recordKey', case when entry->>'agency' = ${slot('agency')}
        or (${rows.bits} & ${sql.lit(bitsOpening(rows.rules, [RECORD_KEYS]))}) <> 0 then entry->'recordKey' end)`;
    case 'flags':
      return sql`json_build_object('code', entry->'code', 'reason', entry->'reason')`;
    default:
      return sql`entry`;
  }
}
