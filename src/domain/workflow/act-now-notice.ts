/** By which it is told that there is intelligence that cannot wait. Fixed words: who is told opens the item itself, as far as it is theirs. */
export const ACT_NOW = { kind: 'ACT_NOW', text: 'There is intelligence on this child to act on now.' } as const;
