import { compareText } from '../fold/standing.ts';
import { groupBy } from '../fold/group-by.ts';
import type { Decision, DecisionOf } from './decision.ts';
import { ofKind, standingDecisions } from './standing-decisions.ts';

/** Two person records, and the agencies whose coordinators now say that they are one child, or that they are two. */
export interface DecidedPair {
  readonly first: string;
  readonly second: string;
  readonly joinedBy: readonly string[];
  readonly separatedBy: readonly string[];
}

/** What stands of all that was said of pairs, in the order of their ids; a pair on which every word was taken back is none. */
export function decidedPairs(decisions: readonly Decision[]): DecidedPair[] {
  const standing = ofKind(standingDecisions(ofKind(decisions, 'MATCH')), 'MATCH');
  return [...groupBy(standing, pairOf)]
    .toSorted(([one], [other]) => compareText(one, other))
    .flatMap(([, said]) => said.slice(0, 1).map(({ child, about }) => ({ first: child, second: about ?? child, ...wordsOf(said) })))
    .filter(({ joinedBy, separatedBy }) => joinedBy.length + separatedBy.length > 0);
}

/** The pair as decisions, tables and reviews name it: the smaller id first. */
export function inOrder(one: string, other: string): { readonly first: string; readonly second: string } {
  return one < other ? { first: one, second: other } : { first: other, second: one };
}

/** The matter of one authority's decision on a pair. */
export function matchMatter({ first, second }: Pick<DecidedPair, 'first' | 'second'>, agency: string): string {
  return `${first} ${second} ${agency}`;
}

function pairOf({ child, about }: Decision): string {
  return `${child} ${about ?? ''}`;
}

function wordsOf(said: readonly DecisionOf<'MATCH'>[]): Pick<DecidedPair, 'joinedBy' | 'separatedBy'> {
  const by = (word: DecisionOf<'MATCH'>['payload']['decision']): string[] =>
    [...new Set(said.filter(({ payload }) => payload.decision === word).map(({ agency }) => agency))].sort();
  return { joinedBy: by('JOIN'), separatedBy: by('SEPARATE') };
}
