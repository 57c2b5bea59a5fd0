/** What one system sends after another. */
interface Sent {
  readonly system: string;
  /** Does the order in which it arrives count, as the system says of no record which word is its last? */
  readonly inTurn: boolean;
}

/** The shuffled things with those of each system whose order counts back in the order they were made in, in the places they were shuffled to. */
export function inOwnOrder<T extends Sent>(shuffled: readonly T[], made: readonly T[]): T[] {
  const systems = new Set(made.filter(({ inTurn }) => inTurn).map(({ system }) => system));
  const turns = new Map([...systems].map((system) => [system, made.filter((one) => one.system === system).values()]));
  return shuffled.map((thing) => {
    const next = turns.get(thing.system)?.next();
    return next === undefined || next.done === true ? thing : next.value;
  });
}
