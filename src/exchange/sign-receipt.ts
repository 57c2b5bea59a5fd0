import type { KeyObject } from 'node:crypto';
import { FlattenedSign } from 'jose';
import { HubError } from '../domain/errors.ts';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { receiptShape, sentDigest, SIGNED_TYPES, signedReceived, signedSent, type OWN_WORDS, type ReceivedStatement, type Receipt, type SentStatement, type Signed, type SignedReceived, type SignedSent } from './receipt.ts';

/** The hub's key for delivery that signs now. */
export interface DeliveryKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** Signs what is about to be sent. Ids and fields are put in order, so that the same message gives the same statement. */
export async function signSent(told: Omit<SentStatement, 'kind' | 'version'>, key: DeliveryKey): Promise<SignedSent> {
  const statement: SentStatement = { ...told, kind: 'homeward-sent', version: 1, records: inOrder(told.records), fields: inOrder(told.fields) };
  return signedSent.parse({ statement, signature: await signed(statement, key) });
}

/** Signs what became of a message: the answer to this one statement of its sender. */
export async function signReceived(sent: SignedSent, did: Pick<ReceivedStatement, 'outcome' | 'reason' | 'document' | 'at'>, key: DeliveryKey): Promise<SignedReceived> {
  const { hub, agency } = sent.statement.to;
  if (hub === null) {
    throw new HubError('INTERNAL', 'Nobody signs for a receiver that has no hub.');
  }
  return answered(sent, { ...did, by: { hub, agency } }, key);
}

/** The sender's own word on a message to a receiver that signs nothing: where it was left, and never that anybody took it. */
export function signOwnWord(sent: SignedSent, { outcome, at }: { readonly outcome: (typeof OWN_WORDS)[number]; readonly at: string }, key: DeliveryKey): Promise<SignedReceived> {
  const { from, documents: [first] } = sent.statement;
  return answered(sent, { outcome, at, by: from, reason: null, document: first?.id ?? null }, key);
}

async function answered(sent: SignedSent, did: Pick<ReceivedStatement, 'outcome' | 'reason' | 'document' | 'at' | 'by'>, key: DeliveryKey): Promise<SignedReceived> {
  const statement: ReceivedStatement = { ...did, kind: 'homeward-received', version: 1, transmission: sent.statement.transmission, sent: sentDigest(sent) };
  return signedReceived.parse({ statement, signature: await signed(statement, key) });
}

/** The receipt as it is kept and handed on: one line of canonical JSON. */
export function receiptText(sent: SignedSent, received: SignedReceived): string {
  const receipt: Receipt = { receipt: 1, sent, received };
  return `${canonicalJson(receiptShape.parse(receipt))}\n`;
}

const inOrder = (texts: readonly string[]): string[] => [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));

/** The signature of a hub over what it states: a detached JWS that says what it is for. */
export async function signed(statement: Signed['statement'], { kid, key }: DeliveryKey): Promise<string> {
  const header = { alg: 'ES256', kid, typ: SIGNED_TYPES[statement.kind] };
  const jws = await new FlattenedSign(Buffer.from(canonicalJson(statement))).setProtectedHeader(header).sign(key);
  return `${jws.protected ?? ''}..${jws.signature}`;
}
