import type { SealsByNumber } from './check-anchors.ts';
import type { Finding } from './finding.ts';
import { isGenuine, type Seal, type SealingKeys } from './seal-head.ts';

/** The seals of this hub that a partner holds: some of them, as it was sent the newest one from time to time. */
export interface HeldSeals {
  /** What the partner is called. */
  readonly hub: string;
  readonly seals: readonly Seal[];
}

interface Compared {
  readonly seals: SealsByNumber;
  readonly keys: SealingKeys;
  /** The batches of which some partner holds the very seal that the database has, the earliest first. */
  readonly agreed: readonly number[];
}

/** What the seals that partners hold show to be wrong with the database: of each partner where its tale first parts from it. */
export function checkHeld(held: readonly HeldSeals[], of: { readonly seals: SealsByNumber; readonly keys: SealingKeys }): readonly Finding[] {
  const agreeing = held.flatMap(({ seals }) => seals.filter((seal) => isGenuine(seal, of.keys) && of.seals.get(seal.number)?.head === seal.head));
  const agreed = [...new Set(agreeing.map(({ number }) => number))].sort((one, other) => one - other);
  return held.flatMap((partner) => partsFrom(partner, { ...of, agreed }));
}

function partsFrom({ hub, seals }: HeldSeals, { seals: stored, keys, agreed }: Compared): readonly Finding[] {
  const inOrder = seals.toSorted((one, other) => one.number - other.number);
  const forged = inOrder.find((seal) => !isGenuine(seal, keys));
  const genuine = inOrder.filter((seal) => isGenuine(seal, keys));
  const other = genuine.find(({ number, head }) => stored.has(number) && stored.get(number)?.head !== head);
  const last = [...stored.keys()].at(-1) ?? 0;
  const cut = genuine.some(({ number }) => number > last);
  return [
    ...(forged === undefined ? [] : [{ kind: 'HELD_FORGED', hub, batch: forged.number } as const]),
    ...(other === undefined ? [] : [{ kind: 'REWRITTEN', hub, batch: (agreed.findLast((number) => number < other.number) ?? 0) + 1, until: other.number } as const]),
    ...(cut ? [{ kind: 'TAIL_CUT', hub, batch: last + 1 } as const] : []),
  ];
}
