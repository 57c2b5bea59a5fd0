/** Counts the changes of what folding makes of the same observations and decisions: after one, everything is folded again. */
export const FOLD_VERSION = 33;
