/** Names come again and again: what was worked out of one is kept, until there are too many. */
const MOST = 50_000;

/** The same function, which works out each text once. It must give the same for the same text, and nobody may change what it gives. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) {
      return found;
    }
    if (known.size >= MOST) {
      known.clear();
    }
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
