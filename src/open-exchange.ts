import { lookup } from 'node:dns/promises';
import type { Config } from './config/config.ts';
import type { Keys } from './config/keys.ts';
import type { DirectoryKeeper } from './directory/directory-keeper.ts';
import { HubError } from './domain/errors.ts';
import type { AnchoringServices } from './exchange/anchors/ask-partner.ts';
import { answerHeld, takeAnchor } from './exchange/anchors/take-anchor.ts';
import { createDeliver } from './exchange/create-deliver.ts';
import type { Deliver } from './exchange/delivery.ts';
import type { Formats } from './exchange/format.ts';
import { partnerAtTheDoor, type InboundServices } from './exchange/inbound/at-the-door.ts';
import type { ReceivedDocument } from './exchange/inbound/message-documents.ts';
import { takeMessage } from './exchange/inbound/take-message.ts';
import { previewOf, type WouldGo } from './exchange/preview.ts';
import { publishedKeys } from './exchange/published-keys.ts';
import type { RingingServices } from './exchange/rings/ring-duty.ts';
import type { SweepingServices } from './exchange/sweep-folders.ts';
import type { Gate } from './gate/gate.ts';
import type { ExchangeServices } from './http/http-services.ts';
import type { IngestServices } from './ingest/ingest-services.ts';
import { openDelivery, type Delivery } from './ingest/open-delivery.ts';
import { receiveTogether } from './ingest/receive.ts';
import type { TransmissionSubject } from './store/write/transmissions/transmission-row.ts';

/** What the exchange with other hubs is put together from. */
export interface ExchangeParts {
  readonly config: Config;
  readonly keys: Keys;
  readonly directory: DirectoryKeeper;
  readonly formats: Formats;
  readonly ingest: IngestServices;
  /** A gate of its own: only there does an agency read, and by no token. */
  readonly gate: Gate;
}

/** What goes out to other agencies, and what comes in from other hubs. */
export interface Exchange extends ExchangeServices {
  readonly deliver: Deliver;
  /** What would go of a transmission now. */
  preview(of: TransmissionSubject, now: number): Promise<WouldGo>;
  /** What sending the head of the log to partners, and asking for it again, rests on. */
  readonly anchoring: AnchoringServices;
  /** What ringing whoever is on duty rests on. */
  readonly ringing: RingingServices;
  /** What sweeping the folders of receivers rests on. */
  readonly sweeping: SweepingServices;
}

/** Puts together what sends and what takes in. */
export function openExchange({ config, keys, directory, formats, ingest, gate }: ExchangeParts): Exchange {
  const { database, log, clock } = ingest;
  const key = keys.delivery?.current ?? null;
  const common = { database, directory: () => directory.refresh(), key, secrets: keys.webhook, clock, log };
  const reaching = { ...common, production: config.production, resolve: (host: string) => lookup(host, { all: true }) };
  const sending = { ...reaching, outbox: config.outboxFolder, mark: keys.id };
  const inbound: InboundServices = { ...common, receive: (documents) => receiveAll(ingest, documents) };
  return {
    deliver: createDeliver({ ...sending, gate, formats }),
    preview: (of, now) => previewOf({ ...common, gate, formats }, of, now),
    partnerAtTheDoor: (hub) => partnerAtTheDoor(inbound, hub),
    takeMessage: (arrived) => takeMessage(inbound, arrived),
    takeAnchor: (arrived) => takeAnchor(common, arrived),
    answerHeld: (arrived) => answerHeld(common, arrived),
    anchoring: reaching,
    ringing: { ...reaching, publicUrl: config.publicUrl },
    sweeping: sending,
    published() {
      const { hub } = directory.current();
      return hub === null || keys.delivery === null ? null : publishedKeys(hub.id, keys.delivery.known);
    },
  };
}

/** All of a message or none of it: each document is looked at before the first one is stored. */
async function receiveAll(ingest: IngestServices, documents: readonly ReceivedDocument[]): Promise<readonly string[]> {
  const deliveries = documents.map(({ sentAt, ...document }): Delivery => {
    const extracted = ingest.adapters.get(document.adapter)?.manifest.order === 'extractDate' ? sentAt : null;
    return { ...document, extracted, now: ingest.clock() };
  });
  await Promise.all(deliveries.map((delivery) => openDelivery(ingest, delivery)));
  return (await receiveTogether(ingest, deliveries)).map((receipt) => {
    if (receipt instanceof HubError) {
      throw receipt;
    }
    return receipt.document;
  });
}
