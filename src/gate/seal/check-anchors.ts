import type { AnchorLine } from './anchor-file.ts';
import type { Finding } from './finding.ts';
import { isGenuine, type Seal, type SealingKeys } from './seal-head.ts';

/** What the database has, as far as anchors are compared with it: every seal by its number. */
export type SealsByNumber = ReadonlyMap<number, Seal>;

/** Everything that is wrong with the anchors, or that they show to be wrong with the database. */
export function checkAnchors(anchors: readonly AnchorLine[], seals: SealsByNumber, keys: SealingKeys): readonly Finding[] {
  const last = [...seals.keys()].at(-1) ?? 0;
  const genuine = (seal: Seal | null): seal is Seal => seal !== null && isGenuine(seal, keys);
  const findings = anchors.flatMap(({ line, seal }, place): readonly Finding[] =>
    genuine(seal) ? checkAnchor({ line, seal }, place === 0 ? null : (anchors[place - 1] ?? null), seals) : [{ kind: 'ANCHOR_EDITED', line }],
  );
  // Everything after the cut is gone with it: where it begins says it all.
  const cut = anchors.find(({ seal }) => genuine(seal) && seal.number > last);
  return cut === undefined ? findings : [...findings, { kind: 'TAIL_CUT', line: cut.line, batch: last + 1 }];
}

function checkAnchor({ line, seal }: { readonly line: number; readonly seal: Seal }, before: AnchorLine | null, seals: SealsByNumber): readonly Finding[] {
  const findings: Finding[] = [];
  // Nothing follows from a line before it that cannot be read.
  const expected = before === null ? 1 : (before.seal?.number ?? seal.number - 1) + 1;
  if (seal.number > expected) {
    findings.push({ kind: 'ANCHOR_GONE', line, batch: expected });
  }
  const stored = seals.get(seal.number);
  if (stored !== undefined && stored.head !== seal.head) {
    findings.push({ kind: 'ANCHOR_DIFFERS', line, batch: seal.number });
  }
  return findings;
}
