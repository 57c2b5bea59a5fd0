import { ERRORS, HubError, type ErrorCode } from '../../domain/errors.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { asWriter } from '../../store/database.ts';
import { keepReceived, receivedBefore } from '../../store/write/received-message-store.ts';
import { messageShape, type Message } from '../message.ts';
import { signedSent, type ReceivedStatement, type SignedReceived } from '../receipt.ts';
import { signReceived } from '../sign-receipt.ts';
import { partnerAtTheDoor, type Arrived, type InboundServices } from './at-the-door.ts';
import { contentOf, deliveriesOf, subjectOf } from './message-documents.ts';
import { openStatement, type Opening } from './open-statement.ts';
import { refused, TOLERANCE } from './open-webhook.ts';
import { saidBefore } from './said-before.ts';

/**
 * Takes in a message of another hub as documents of the systems that hub sends for, and answers with a signed receipt. Who it is of is
 * proven twice before anything is believed, by the secret and by the hub's key; of what is proven also a refusal is signed.
 */
export async function takeMessage(services: InboundServices, arrived: Arrived): Promise<SignedReceived> {
  const { key, clock, log } = services;
  const partner = await partnerAtTheDoor(services, arrived.hub);
  const message = await openStatement(services, { arrived, partner }, MESSAGE);
  mustHaveBeenSaid(message, clock());
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

/** A message as hubs send it: what its sender signed stands beside its documents. */
const MESSAGE: Opening<Message> = { shape: messageShape, signed: ({ sent }) => sent, idOf: ({ sent }) => sent.statement.transmission };

/** Of a transmission that counts which was said last: a word dated ahead would stand against its own correction until then. Not signed, so that it is tried again. */
function mustHaveBeenSaid({ sent }: Message, now: number): void {
  if (Date.parse(sent.statement.at) > now + TOLERANCE) {
    throw new HubError('BAD_INPUT', 'The message says that it was sent at a time that has not come; nothing was stored. Set the clock of the hub that sends it, and send it again.');
  }
}

type Did = Pick<ReceivedStatement, 'outcome' | 'reason' | 'document'>;

/** Of these nothing is signed, so that the sender tries again: there is no room just now, or a later word of it came before this one. */
const NO_ANSWER: readonly ErrorCode[] = ['BUSY', 'STALE_REVISION'];

async function answerOf(services: InboundServices, partner: PartnerHub, message: Message): Promise<Did> {
  try {
    return await store(services, partner, message);
  } catch (error) {
    // What the hub will not take it says by a code, and signed; what failed in the hub itself is no answer either.
    if (error instanceof HubError && ERRORS[error.code].status < 500 && !NO_ANSWER.includes(error.code)) {
      return { outcome: 'REFUSED', reason: error.code, document: null };
    }
    throw error;
  }
}

async function store(services: InboundServices, partner: PartnerHub, message: Message): Promise<Did> {
  const { sent } = message;
  const deliveries = deliveriesOf(await services.directory(), partner, message);
  const before = await asWriter(services.database, (em) => receivedBefore(em, { hub: partner.id, transmission: sent.statement.transmission }));
  // One id is one matter: what is said of it by now comes under the id that it had, another matter does not.
  if (before.some((one) => subjectOf(signedSent.parse(one.sent)) !== subjectOf(sent))) {
    throw new HubError('KEY_REUSED', 'Another message came under this id before.');
  }
  const said = saidBefore(before, { message: contentOf(message), saidAt: Date.parse(sent.statement.at) });
  if (said.is === 'OVERTAKEN') {
    throw new HubError('STALE_REVISION', 'What its sender said later of this transmission came before it.');
  }
  const documents = 'documents' in said ? said.documents : await services.receive(deliveries);
  const did: Did = { outcome: 'documents' in said ? 'ALREADY_HELD' : 'ACCEPTED', reason: null, document: documents.at(-1) ?? null };
  await (said.is === 'KNOWN' ? undefined : keep(services, message, { did, documents }));
  return did;
}

/** Keeps what came of it under the time at which it was said, with both signatures. */
async function keep({ database, clock, key }: InboundServices, message: Message, { did, documents }: { readonly did: Did; readonly documents: readonly string[] }): Promise<void> {
  const { sent } = message;
  const { transmission, from, to, at: said } = sent.statement;
  const at = clock();
  const received = key === null ? {} : await signReceived(sent, { ...did, at: new Date(at).toISOString() }, key);
  const row = { hub: from.hub, transmission, message: contentOf(message), from: from.agency, to: to.agency, documents, sent, received, saidAt: Date.parse(said), at };
  await asWriter(database, (em) => keepReceived(em, row));
}
