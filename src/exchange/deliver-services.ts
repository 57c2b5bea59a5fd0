import type { Directory } from '../directory/directory.ts';
import type { Gate } from '../gate/gate.ts';
import type { Log } from '../logging/log.ts';
import type { Database } from '../store/database.ts';
import type { Formats } from './format.ts';
import type { Resolve } from './pin-endpoint.ts';
import type { DeliveryKey } from './sign-receipt.ts';

/** What sending rests on. */
export interface DeliverServices {
  readonly database: Database;
  /** One that lets agencies read as whom something is sent to, and nobody a token could name. */
  readonly gate: Gate;
  /** The directory in force. */
  readonly directory: () => Promise<Directory>;
  readonly formats: Formats;
  /** Null in a hub without a key for delivery, which sends nothing. */
  readonly key: DeliveryKey | null;
  /** Shared with partners, by the name that the directory gives each. */
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** Folders of channels lie below it. */
  readonly outbox: string;
  /** A secret of the hub's own, by which it knows files there that it began and did not finish. */
  readonly mark: Uint8Array;
  readonly production: boolean;
  readonly resolve: Resolve;
  readonly clock: () => number;
  readonly log: Log;
}

/** Why something does not leave now, or never will. Nothing of what was to be sent stands in any of them. */
export const DELIVERY_FAULTS = {
  NOTHING_TO_SEND: 'the recipient may see nothing of it, there is nothing of it, or it is what this very agency told the hub',
  FORMAT_CANNOT_SAY: 'the format of the receiving system has no way to say it',
  RECIPIENT_UNKNOWN: 'the directory does not know whom it is for, or not in a role in which anything is sent',
  CHANNEL_UNKNOWN: 'the directory has no such channel, or it leads to another agency',
  TOO_LARGE: 'it is larger than one message may be',
  ENDPOINT_NOT_LISTED: 'the address is not on the list of where the hub may send',
  ENDPOINT_UNREACHABLE: 'the name of the address leads nowhere just now',
  ENDPOINT_NOT_ALLOWED: 'the name of the address leads to an inner network or to this machine',
  SECRET_MISSING: 'the hub has no secret of the name that the directory gives for the partner',
  KEY_MISSING: 'the hub has no key for delivery',
  HUB_UNNAMED: 'the directory does not say what this hub is called',
  FOLDER_MISSING: 'the folder of the channel is not there, or cannot be written: perhaps it is not mounted',
  NO_ANSWER: 'no answer came, or it broke off',
  REDIRECTED: 'the receiver answered with another address, which is not followed',
  ANSWER_TOO_LARGE: 'the answer was larger than any receipt',
  RECEIVER_FAILED: 'the receiver answered that it failed',
  RECEIVER_REFUSED: 'the receiver answered that it will not take it, and did not sign that',
  RECEIPT_INVALID: 'the answer is no receipt of this message that the receiver signed',
} as const;
export type DeliveryFault = keyof typeof DELIVERY_FAULTS;
