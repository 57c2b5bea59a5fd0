/** By which it is told that there is intelligence that cannot wait. Fixed words: who is told opens the item itself, as far as it is theirs. */
export const ACT_NOW = { kind: 'ACT_NOW', text: 'There is intelligence on this child to act on now.' } as const;

/** By which a manager who may let somebody in to a restricted child is told that nobody let in can act: no word of what. */
export const NOBODY_ACTS = { kind: 'NOBODY_ACTS', text: 'Something about this restricted child cannot wait, and nobody whom the restriction lets in may read it. Let in whoever acts on it at the police, and ring them.' } as const;

/** By which whoever was told of it is told that it is not so any more. */
export const ACT_NOW_TAKEN_BACK = { kind: 'ACT_NOW_TAKEN_BACK', text: 'Intelligence on this child that was to be acted on now was taken back, or can wait after all. Look at what was begun on it, and say that you know.' } as const;
