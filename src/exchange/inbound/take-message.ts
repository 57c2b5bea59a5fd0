import { ERRORS, HubError } from '../../domain/errors.ts';
import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import type { Log } from '../../logging/log.ts';
import { asWriter, type Database } from '../../store/database.ts';
import { keepReceived, receivedBefore } from '../../store/write/received-message-store.ts';
import { checkSigned } from '../check-signed.ts';
import { hubKeysOf } from '../hub-keys.ts';
import { messageShape, type Message } from '../message.ts';
import type { ReceivedStatement, SignedReceived } from '../receipt.ts';
import { signReceived, type DeliveryKey } from '../sign-receipt.ts';
import { contentOf, deliveriesOf, type ReceivedDocument } from './message-documents.ts';
import { openWebhook, refused, type WebhookHeaders } from './open-webhook.ts';

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
export async function partnerAtTheDoor({ directory, key, secrets }: InboundServices, hub: string | undefined): Promise<PartnerHub> {
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

/**
 * Takes in a message of another hub as documents of the systems that hub sends for, and answers with a signed receipt. Who it is of is
 * proven twice before anything is believed, by the secret and by the hub's key; of what is proven also a refusal is signed.
 */
export async function takeMessage(services: InboundServices, arrived: Arrived): Promise<SignedReceived> {
  const { key, clock, log } = services;
  const partner = await partnerAtTheDoor(services, arrived.hub);
  const message = await openMessage(services, arrived, partner);
  if (key === null) {
    throw refused();
  }
  const did = await answerOf(services, partner, message);
  const { transmission: reference, from } = message.sent.statement;
  if (did.reason === null) {
    log.info('message-received', { reference, agency: from.agency });
  } else {
    log.warn('message-refused', { reference, agency: from.agency, reason: did.reason });
  }
  return signReceived(message.sent, { ...did, at: new Date(clock()).toISOString() }, key);
}

async function openMessage({ directory, secrets, clock }: InboundServices, arrived: Arrived, partner: PartnerHub): Promise<Message> {
  const text = openWebhook(arrived.body, arrived, { secret: secrets.get(partner.secret) ?? new Uint8Array(), now: clock() });
  const read = messageShape.safeParse(jsonIn(text));
  if (!read.success) {
    throw new HubError('BAD_INPUT', 'The message is not one that hubs send each other.');
  }
  const { sent } = read.data;
  const { transmission, from, to } = sent.statement;
  const signed = transmission === arrived.id && from.hub === partner.id && (await checkSigned(sent, partner.id, hubKeysOf(partner.keys.map((key) => ({ ...key, hub: partner.id }))))).fault === null;
  if (!signed) {
    throw refused();
  }
  if (to.hub !== (await directory()).hub?.id) {
    throw new HubError('NOT_FOR_THIS_HUB', 'The message is for another hub.');
  }
  return read.data;
}

type Did = Pick<ReceivedStatement, 'outcome' | 'reason' | 'document'>;

async function answerOf(services: InboundServices, partner: PartnerHub, message: Message): Promise<Did> {
  try {
    return await store(services, partner, message);
  } catch (error) {
    // What the hub will not take it says by a code, and signed; what failed in the hub itself, or has no room just now, is no answer.
    if (error instanceof HubError && ERRORS[error.code].status < 500 && error.code !== 'BUSY') {
      return { outcome: 'REFUSED', reason: error.code, document: null };
    }
    throw error;
  }
}

async function store(services: InboundServices, partner: PartnerHub, message: Message): Promise<Did> {
  const { database, clock, receive, key } = services;
  const { sent } = message;
  const { transmission, from, to } = sent.statement;
  const deliveries = deliveriesOf(await services.directory(), partner, message);
  const name = { hub: partner.id, transmission };
  const content = contentOf(message);
  const before = await asWriter(database, (em) => receivedBefore(em, name));
  if (before !== null) {
    return heldAlready(before, content);
  }
  const documents = await receive(deliveries);
  const did: Did = { outcome: 'ACCEPTED', reason: null, document: documents.at(-1) ?? null };
  const at = clock();
  const received = key === null ? {} : await signReceived(sent, { ...did, at: new Date(at).toISOString() }, key);
  const kept = await asWriter(database, (em) => keepReceived(em, { ...name, message: content, from: from.agency, to: to.agency, documents, sent, received, at }));
  return kept.message === content ? did : heldAlready(kept, content);
}

/** One id is one message: the same again is held already, another one under the same id is nobody's. */
function heldAlready({ message, documents }: { readonly message: string; readonly documents: readonly string[] }, content: string): Did {
  if (message !== content) {
    throw new HubError('KEY_REUSED', 'Another message came under this id before.');
  }
  return { outcome: 'ALREADY_HELD', reason: null, document: documents.at(-1) ?? null };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
