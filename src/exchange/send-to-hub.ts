import { Webhook } from 'standardwebhooks';
import type { PartnerHub } from '../directory/exchange-directory.ts';
import { checkSigned } from './check-signed.ts';
import type { Delivered } from './delivery.ts';
import { keysOfPartner, type HubKey } from './hub-keys.ts';
import { MESSAGE_TYPE, type Message } from './message.ts';
import type { OpenEnd, SignedMessage } from './way.ts';
import { sentDigest, signedReceived, type SignedReceived } from './receipt.ts';
import { sendToEndpoint, type SendOutcome } from './send-to-endpoint.ts';

/** Our figures: so long an answer is waited for, and so much of it is read: a receipt is a few lines. */
const ANSWER_WITHIN = 30_000;
const MOST_OF_AN_ANSWER = 64 * 1024;

/** Sends a message to another hub, and takes as its answer nothing but a receipt that the hub signed of this very try. */
export async function sendToHub({ hub, adapter, ...end }: OpenEnd & { readonly hub: PartnerHub; readonly adapter: string }, message: SignedMessage): Promise<Delivered> {
  const { sent, documents } = message;
  const said: Message = {
    sent,
    documents: documents.map(({ id, fileName, mediaType, bytes, signature }) => ({ id, adapter, fileName, mediaType, signature, base64: Buffer.from(bytes).toString('base64') })),
  };
  const answer = await post(end, message, JSON.stringify(said));
  if (answer.outcome !== 'ANSWERED') {
    return unanswered(answer);
  }
  const received = answer.status >= 200 && answer.status < 300 ? receiptIn(answer.body) : null;
  if (received === null) {
    return unsigned(answer.status);
  }
  const proven = (await answers(received, message, keysOfPartner(hub))) && received.statement.by.hub === hub.id;
  return proven ? { outcome: received.statement.outcome === 'REFUSED' ? 'REFUSED' : 'ACCEPTED', received } : { outcome: 'NO_ANSWER', code: 'RECEIPT_INVALID' };
}

/** Signed with the secret that the two share, as the standard for webhooks has it: the id is that of the transmission in every try. */
export function post(end: OpenEnd, { sent, at, signal }: SignedMessage, body: string): Promise<SendOutcome> {
  const { transmission: id, from } = sent.statement;
  return postSigned(end, { id, hub: from.hub, at, signal, body, mostBytes: MOST_OF_AN_ANSWER });
}

/** A text on its way to a partner, and how much of its answer is read. */
export interface SignedPost extends Pick<SignedMessage, 'at' | 'signal'> {
  readonly id: string;
  /** The hub that sends it. */
  readonly hub: string;
  readonly body: string;
  readonly mostBytes: number;
}

/** The same of any text. */
export function postSigned({ endpoint, secret }: OpenEnd, { id, hub, at, signal, body, mostBytes }: SignedPost): Promise<SendOutcome> {
  const headers = {
    'content-type': MESSAGE_TYPE,
    'homeward-hub': hub,
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(secret, { format: 'raw' }).sign(id, new Date(at), body),
  };
  return sendToEndpoint(endpoint, { body: Buffer.from(body), headers, timeout: ANSWER_WITHIN, mostBytes, signal });
}

/** What came of it where nobody answered as they should; of none of it is anything known but that there is no receipt. */
export function unanswered({ outcome }: Exclude<SendOutcome, { readonly outcome: 'ANSWERED' }>): Delivered {
  const code = { REDIRECTED: 'REDIRECTED', TOO_LARGE: 'ANSWER_TOO_LARGE', NO_ANSWER: 'NO_ANSWER' } as const;
  return { outcome: 'NO_ANSWER', code: code[outcome] };
}

/** A refusal that nobody signed proves nothing, and a receiver that is set up wrongly may be mended: it is tried again. */
export function unsigned(status: number): Delivered {
  const code = status >= 500 || status === 429 ? 'RECEIVER_FAILED' : status >= 400 ? 'RECEIVER_REFUSED' : 'RECEIPT_INVALID';
  return { outcome: 'NO_ANSWER', code };
}

function receiptIn(body: Buffer): SignedReceived | null {
  try {
    return signedReceived.safeParse(JSON.parse(body.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

async function answers(received: SignedReceived, { sent }: SignedMessage, keys: readonly HubKey[]): Promise<boolean> {
  const { transmission, sent: digest, by } = received.statement;
  const fits = transmission === sent.statement.transmission && digest === sentDigest(sent) && by.agency === sent.statement.to.agency && by.hub === sent.statement.to.hub;
  return fits && (await checkSigned(received, by.hub, keys)).fault === null;
}
