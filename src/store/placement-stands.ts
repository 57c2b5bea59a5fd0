/**
 * Whether a placement stands at a moment, as SQL of a row and that moment: from its first moment, or where nobody states
 * one always, until its end. Written as the index of what has not ended has it; a coalesce in its place would be kept from
 * the index by the second wall.
 */
export function placementStands(row: string, now: string): string {
  return `(${row}.from_at <= ${now}) is not false and case when ${row}.until_at is null then timestamptz 'infinity' else ${row}.until_at end > ${now}`;
}
