import type { ReceivedBefore } from '../../store/write/received-message-store.ts';

/**
 * What a message is beside those that were taken of the same transmission. NEW: its sender never said so, or says so again after other words.
 * AGAIN: it is the last word once more, said later; KNOWN: a copy of what was taken. OVERTAKEN: it is not known, and a later word is.
 */
export type SaidBefore = { readonly is: 'NEW' | 'OVERTAKEN' } | { readonly is: 'AGAIN' | 'KNOWN'; readonly documents: readonly string[] };

/** Compares by when each was said, in whatever order they came: of a transmission that counts which was said last. `before` is in that order. */
export function saidBefore(before: readonly ReceivedBefore[], { message, saidAt }: Pick<ReceivedBefore, 'message' | 'saidAt'>): SaidBefore {
  const last = before.at(-1);
  if (last === undefined) {
    return { is: 'NEW' };
  }
  if (saidAt > last.saidAt) {
    return last.message === message ? { is: 'AGAIN', documents: last.documents } : { is: 'NEW' };
  }
  const known = before.findLast((one) => one.message === message);
  if (known !== undefined) {
    return { is: 'KNOWN', documents: known.documents };
  }
  return { is: saidAt === last.saidAt ? 'NEW' : 'OVERTAKEN' };
}
