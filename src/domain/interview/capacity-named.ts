import { CAPACITIES, type Capacity } from '../authority/practice.ts';

/** A capacity as a form says it in words; `sure`: the words are one of the list. Null: nothing is said. */
export function capacityNamed(words: string | null): { readonly capacity: Capacity | null; readonly sure: boolean } {
  const named = words?.trim().toUpperCase().replaceAll(/[\s-]+/g, '_') ?? '';
  const capacity = CAPACITIES.find((one) => one === named);
  return named === '' ? { capacity: null, sure: true } : { capacity: capacity ?? 'OTHER', sure: capacity !== undefined };
}
