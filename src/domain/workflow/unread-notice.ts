/** By which it is told that a message about a missing child was refused. Fixed words: what could be read of it stands in the quarantine list alone. */
export const UNREAD_NOTICE = { kind: 'UNREAD', text: 'A message about a missing child could not be taken in. Look at what was refused, or ring whoever sent it.' } as const;
