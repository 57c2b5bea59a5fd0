import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import type { Outcome } from './read-outcome.ts';

/** An outcome as one text. */
export function wordsOf(value: unknown): string {
  // Through JSON once, so that what is absent and what is undefined are the same.
  return canonicalJson(JSON.parse(JSON.stringify(value ?? null)));
}

/** What was said and refused, whatever its order in the file and wherever it stood there. */
export function statementsOf({ observations, refusals, coverage }: Outcome): string {
  const placeless = (said: readonly object[]): string[] => said.map((each) => wordsOf({ ...each, place: '' })).sort();
  return JSON.stringify([placeless(observations), placeless(refusals), wordsOf(coverage)]);
}

/** The first path at which two values differ; null where they say the same. */
export function firstDifference(one: unknown, other: unknown, path = ''): string | null {
  if (wordsOf(one) === wordsOf(other)) {
    return null;
  }
  if (!isTree(one) || !isTree(other)) {
    return path === '' ? '/' : path;
  }
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.map((name) => firstDifference(one[name], other[name], `${path}/${name}`)).find((found) => found !== null) ?? path;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Does a value stand in what was said, as a word of its own? */
export function comesOut(value: string, said: string): boolean {
  return new RegExp(`(?<!\\w)${value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`).test(said);
}
