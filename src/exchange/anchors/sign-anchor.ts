import { randomUUID } from 'node:crypto';
import type { Seal } from '../../gate/seal/seal-head.ts';
import { sentDigest } from '../receipt.ts';
import { signed, type DeliveryKey } from '../sign-receipt.ts';
import { signedAnchor, signedAnchored, signedAsked, signedHeld, type AnchorOutcome, type SignedAnchor, type SignedAnchored, type SignedAsked, type SignedHeld } from './anchor-statements.ts';

/** Which hub states something to which, when, and what it signs with. */
export interface Stating {
  readonly from: string;
  readonly to: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly key: DeliveryKey;
}

/** What every statement begins with. */
function begun({ from, to, at }: Stating) {
  return { version: 1, id: randomUUID(), from: { hub: from }, to: { hub: to }, at: new Date(at).toISOString() } as const;
}

/** This hub's newest head, for one partner. */
export async function signAnchor(stating: Stating, seal: Seal): Promise<SignedAnchor> {
  const statement = { kind: 'homeward-anchor', ...begun(stating), seal } as const;
  return signedAnchor.parse({ statement, signature: await signed(statement, stating.key) });
}

/** What this hub did with a partner's head: the answer to this one statement of it. */
export async function signAnchored(stating: Stating, { anchor, outcome }: { readonly anchor: SignedAnchor; readonly outcome: AnchorOutcome }): Promise<SignedAnchored> {
  const statement = { kind: 'homeward-anchored', ...begun(stating), anchor: sentDigest(anchor), outcome } as const;
  return signedAnchored.parse({ statement, signature: await signed(statement, stating.key) });
}

/** The question which heads of this hub's log a partner holds. */
export async function signAsked(stating: Stating, after: SignedAsked['statement']['after']): Promise<SignedAsked> {
  const statement = { kind: 'homeward-anchors-asked', ...begun(stating), after } as const;
  return signedAsked.parse({ statement, signature: await signed(statement, stating.key) });
}

/** The heads of a partner's log that this hub holds. */
export async function signHeld(stating: Stating, { asked, seals, more }: { readonly asked: SignedAsked | null; readonly seals: readonly Seal[]; readonly more: boolean }): Promise<SignedHeld> {
  const statement = { kind: 'homeward-anchors-held', ...begun(stating), asked: asked === null ? null : sentDigest(asked), seals: [...seals], more } as const;
  return signedHeld.parse({ statement, signature: await signed(statement, stating.key) });
}
