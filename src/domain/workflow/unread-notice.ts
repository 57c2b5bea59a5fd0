/** By which it is told that a message about a missing child was refused. Fixed words: what could be read of it stands in the quarantine list alone. */
export const UNREAD_NOTICE = { kind: 'UNREAD', text: 'A message about a missing child could not be taken in. Look at what was refused, or ring whoever sent it.' } as const;

/** That further messages of the same source were refused while nobody has answered: how many by now. */
export function unreadInWords(count: number): string {
  return count === 1 ? UNREAD_NOTICE.text : `${String(count)} messages of one source about missing children could not be taken in. Look at what was refused, or ring whoever sent them.`;
}
