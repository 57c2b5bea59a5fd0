import { sql } from 'kysely';
import { attributesOf } from '../policy/attributes.ts';
import { acceptedValues, type OwnAs, type ReadRule } from '../policy/rule.ts';
import type { Satellite } from './shape.ts';
import { slot, type Sql } from './slot.ts';

type Capacity = OwnAs['own'];
const TEXT = attributesOf('ReturnInterview', 'redacted');

/**
 * The approved text of an interview that is released to this viewer now: to the person rather than to the agency, and only in
 * the capacity in which a rule let them in. A text made for another is another row and is never looked at.
 */
export const ownRedactedText: Satellite = {
  table: 'interview_redacted',
  basis: 'redaction',
  own: (row, { rules, bits }) => {
    const addressed = (capacity: Capacity): Sql =>
      sql`(${bits} & ${sql.lit(lettingIn(rules, capacity))}) <> 0 and recipient = ${slot(capacity)}`;
    return sql`select redaction, redacted_text, redacted_answers from interview_redacted
      where interview = ${sql.ref(`${row}.id`)} and (${addressed('person')} or ${addressed('agency')}) and released_during @> ${slot('now')}
      order by recipient = ${slot('person')} desc, id limit 1`;
  },
};

/** The bits of the rules that open the text to this capacity; one that does not ask to whom it is released opens it to either. */
function lettingIn(rules: readonly ReadRule[], capacity: Capacity): number {
  return rules.reduce((bits, { fields, conditions: { shared } }, place) => {
    const toOther = shared !== undefined && !acceptedValues(shared).some((value) => typeof value === 'object' && value.own === capacity);
    return toOther || !TEXT.some((attribute) => fields.includes(attribute)) ? bits : bits | (1 << place);
  }, 0);
}
