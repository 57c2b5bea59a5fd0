/** By which whoever wrote an item is told that it was graded, or what came of it. Fixed words: they open the item itself, as far as it is theirs. */
export const GRADED = { kind: 'GRADED', text: 'Police intelligence has graded what you wrote of this child, or says what came of it. Look at the item, and say that you know.' } as const;
