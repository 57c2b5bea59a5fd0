import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationContext, ValidationRule } from 'graphql';
import { HubError } from '../domain/errors.ts';
import { toGraphQLError } from './error-map.ts';
import { mutationLimit } from './mutation-limit.ts';

const DEPTH = 10;
const COST = 50_000;
const ALIASES = 30;
const DIRECTIVES = 20;
const ALIAS_LENGTH = 40;
/** Counted while parsing, before anything larger is built. */
export const MOST_TOKENS = 1500;

const refuse = (context: ValidationContext | null, why: string): void =>
  context?.reportError(toGraphQLError(new HubError('QUERY_REFUSED', why)));

/** A limit that reports its own code in our words instead of throwing in the library's. */
const limit = (
  what: string,
): { onReject: ((context: ValidationContext | null) => void)[]; propagateOnRejection: false } => ({
  onReject: [
    (context) => {
      refuse(context, what);
    },
  ],
  propagateOnRejection: false,
});

/** An alias becomes part of the name an answer is kept under, which has a length. */
const aliasLength: ValidationRule = (context) => ({
  Field: ({ alias }) => {
    if (alias && alias.value.length > ALIAS_LENGTH) {
      refuse(context, `An alias has up to ${ALIAS_LENGTH.toString()} characters.`);
    }
  },
});

/** What a query may ask for, checked before any of it is run. How many rows it may bring is counted by `RowBudget`. */
export function validationLimits(): ValidationRule[] {
  const armor = new ApolloArmor({
    blockFieldSuggestion: { enabled: false },
    maxTokens: { enabled: false },
    maxDepth: { n: DEPTH, flattenFragments: true, ...limit(`A query goes up to ${DEPTH.toString()} levels deep.`) },
    maxAliases: { n: ALIASES, ...limit(`A query has up to ${ALIASES.toString()} aliases.`) },
    maxDirectives: { n: DIRECTIVES, ...limit(`A query has up to ${DIRECTIVES.toString()} directives.`) },
    costLimit: { maxCost: COST, flattenFragments: true, ...limit('The query asks for more than the hub answers in one go.') },
  });
  return [...armor.protect().validationRules, aliasLength, mutationLimit];
}
