import type { Channel, PartnerHub } from '../directory/exchange-directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { Delivered } from './delivery.ts';
import type { Format } from './format.ts';
import type { PinnedEndpoint } from './pin-endpoint.ts';
import type { SignedSent } from './receipt.ts';
import type { DeliveryKey } from './sign-receipt.ts';

/** One document of a message as its bytes go out. */
export interface SentDocument {
  /** Made of what it says, so that the same words have the same name in every try. */
  readonly id: string;
  /** Holds ids alone. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Of formats whose documents are signed one by one: a detached JWS. */
  readonly signature: string | null;
}

/** A signed message with its documents, on its way. */
export interface SignedMessage {
  readonly sent: SignedSent;
  readonly documents: readonly SentDocument[];
  /** Epoch milliseconds of this try. */
  readonly at: number;
  readonly signal: AbortSignal;
}

/** A way that is open: whatever can be known to stand in it was looked at. */
export interface Way {
  readonly directory: Directory;
  readonly channel: Channel;
  readonly ownHub: string;
  /** The hub at its end; null where the receiver signs nothing. */
  readonly hub: PartnerHub | null;
  /** Null: as JSON. */
  readonly format: Format | null;
  readonly key: DeliveryKey;
  readonly send: (message: SignedMessage) => Promise<Delivered>;
}

/** An address that was checked, and the secret that is shared with whoever answers there. */
export interface OpenEnd {
  readonly endpoint: PinnedEndpoint;
  readonly secret: Uint8Array;
}
