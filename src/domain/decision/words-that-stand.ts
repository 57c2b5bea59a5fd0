/** One word of several on one thing: when it says that it was, when it was written (epoch milliseconds), and whether it can have been then at all. */
export interface DatedWord {
  readonly from: number;
  readonly writtenAt: number;
  readonly canBe: boolean;
}

/** A word and from when on a later one takes its place (epoch milliseconds); null: none does. */
export interface StandingWord<T> {
  readonly word: T;
  readonly replacedFrom: number | null;
}

/**
 * Which of all that was said on one thing stands, the latest first: always the latest word, and beside one whose time cannot be, or has
 * not come, the word before. What is dated before what it follows takes the place of nothing, and what lies ahead only once its time has come.
 */
export function wordsThatStand<T>(latestFirst: readonly T[], dated: (word: T) => DatedWord): StandingWord<T>[] {
  const standing: StandingWord<T>[] = [];
  let replacedFrom: number | null = null;
  for (const [nth, word] of latestFirst.entries()) {
    const { from, writtenAt, canBe } = dated(word);
    if (nth === 0 || (canBe && (replacedFrom === null || from < replacedFrom))) {
      standing.push({ word, replacedFrom });
    }
    if (canBe && from <= writtenAt) {
      break;
    }
    replacedFrom = canBe ? Math.min(replacedFrom ?? from, from) : replacedFrom;
  }
  return standing;
}
