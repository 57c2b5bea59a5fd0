import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { HubError } from '../../domain/errors.ts';
import type { Log } from '../../logging/log.ts';
import type { Database } from '../../store/database.ts';
import type { DeliveryKey } from '../sign-receipt.ts';
import type { ReceivedDocument } from './message-documents.ts';
import { refused, type WebhookHeaders } from './open-webhook.ts';

/** What taking in another hub's messages needs of the rest of the hub. */
export interface InboundServices {
  readonly database: Database;
  readonly directory: () => Promise<Directory>;
  readonly key: DeliveryKey | null;
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** Stores documents as anybody's are, all of them or none; answers their ids in the same order. */
  readonly receive: (documents: readonly ReceivedDocument[]) => Promise<readonly string[]>;
  readonly clock: () => number;
  readonly log: Log;
}

/** A message at the door. */
export interface Arrived extends WebhookHeaders {
  /** Who it says that it is of. */
  readonly hub: string | undefined;
  readonly body: Buffer;
}

/** The hub that a message says it is of, before a byte of it is read; refused where it is no partner's. */
export async function partnerAtTheDoor({ directory, key, secrets }: Pick<InboundServices, 'directory' | 'key' | 'secrets'>, hub: string | undefined): Promise<PartnerHub> {
  const { hub: own, hubs } = await directory();
  if (own === null || key === null) {
    throw new HubError('NOT_FOUND', 'This hub takes no messages.');
  }
  const partner = hubs.get(hub ?? '');
  if (partner === undefined || !secrets.has(partner.secret)) {
    throw refused();
  }
  return partner;
}
