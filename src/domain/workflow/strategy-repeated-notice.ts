/** By which an authority is told that a child has been missing so often that a strategy discussion is asked for; only that one was held, or why none was, ends it. */
export const STRATEGY_REPEATED = 'STRATEGY_REPEATED';

/** In words, with the authority's rule: how often, and how it ends. */
export const strategyRepeatedInWords = (rule: string): string =>
  `A child was missing so often in 30 days that a strategy discussion is asked for (${rule}). Hold one and record it as a STRATEGY_DISCUSSION, or close the episode and say why there was none.`;
