/** What `work` gives, or `otherwise` where it throws: for looking at files and processes that may vanish meanwhile. */
export function attempt<T, U>(work: () => T, otherwise: U): T | U {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
