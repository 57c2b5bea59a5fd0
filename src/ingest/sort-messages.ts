import { messageKey, type KnownMessage, type Message, type RecordIds } from '../store/write/observation-store.ts';

/** Messages by what becomes of them. */
export interface Sorted {
  /** To be added. */
  readonly fresh: readonly Message[];
  /** Added from this very document before, by a reading that was cut off or is repeated. */
  readonly taken: readonly Message[];
  /** Said before, in another document. */
  readonly already: readonly Message[];
  /** Another message says something else at the same order. */
  readonly contradicting: readonly Message[];
}

/** Tells what is new from what is known; of two that contradict each other the first stands. */
export function sortMessages(messages: readonly Message[], known: ReadonlyMap<string, KnownMessage>, recordId: RecordIds): Sorted {
  const sorted = { fresh: [] as Message[], taken: [] as Message[], already: [] as Message[], contradicting: [] as Message[] };
  const seen = new Map(known);
  for (const message of messages) {
    const key = messageKey(message, recordId);
    const before = seen.get(key);
    if (before === undefined) {
      sorted.fresh.push(message);
      seen.set(key, message);
    } else if (before.document === message.document) {
      sorted.taken.push(message);
    } else if (before.hash === message.hash) {
      sorted.already.push(message);
    } else {
      sorted.contradicting.push(message);
    }
  }
  return sorted;
}

export const NOTHING_SORTED: Sorted = { fresh: [], taken: [], already: [], contradicting: [] };

/** What became of messages in one transaction and in those before it. */
export function together(before: Sorted, now: Sorted): Sorted {
  return {
    fresh: [...before.fresh, ...now.fresh],
    taken: [...before.taken, ...now.taken],
    already: [...before.already, ...now.already],
    contradicting: [...before.contradicting, ...now.contradicting],
  };
}
