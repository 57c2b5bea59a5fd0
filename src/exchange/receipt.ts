/** The receipt of one message: what a hub signed that it sent, and what the receiving hub signed that it did with it; where no hub receives, the sender's own word on where it laid it. Ids and names of fields, never what they say. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../domain/observation/canonical-json.ts';

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** As the directory names hubs and agencies. */
export const place = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
const party = z.strictObject({ hub: place, agency: place });
/** Without a hub it is a system that signs nothing: a folder, or a webhook. */
const receiver = z.strictObject({ hub: place.nullable(), agency: place });
/** One way to write a moment, so that no two texts mean one statement. */
export const moment = z.iso.datetime({ precision: 3 }).refine((text) => !Number.isNaN(Date.parse(text)));
const inOrder = (texts: readonly string[]): boolean => texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') < text);
/** `ReturnInterview.state`: the dot keeps a single word out, such as a name. */
const fieldName = z.string().max(100).regex(/^[A-Z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/);

const RECEIPT_MATTERS = ['EPISODE', 'OFFER', 'INTERVIEW', 'INTELLIGENCE', 'RISK_ASSESSMENT', 'RISK_ASSESSMENT_REQUEST', 'RETRACTION'] as const;
const RECEIPT_LEVELS = ['NOTICE', 'REDACTED', 'FULL', 'SANITISED', 'CONTENT'] as const;

const sentStatement = z.strictObject({
  kind: z.literal('homeward-sent'),
  version: z.literal(1),
  /** The same for every try, so that a receiver knows a second one. */
  transmission: z.uuid(),
  from: party,
  to: receiver,
  matter: z.enum(RECEIPT_MATTERS),
  /** Who decided that it goes, by the id of the decision; null: a rule did. */
  decision: z.uuid().nullable(),
  records: z.array(z.uuid()).min(1).max(1000).refine(inOrder),
  /** Null where the matter has no levels. */
  level: z.enum(RECEIPT_LEVELS).nullable(),
  fields: z.array(fieldName).max(500).refine(inOrder),
  documents: z.array(z.strictObject({ id: z.uuid(), sha256, mediaType: z.string().max(100).regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/), bytes: z.int().min(1) })).min(1).max(100),
  at: moment,
});
/** What a hub says that it sent, to whom, and when. */
export type SentStatement = Readonly<z.infer<typeof sentStatement>>;

/** What the sender says itself: laid into the receiver's folder, or its webhook answered that it has it. */
export const OWN_WORDS = ['DEPOSITED', 'ANSWERED'] as const;

const receivedStatement = z
  .strictObject({
    kind: z.literal('homeward-received'),
    version: z.literal(1),
    transmission: z.uuid(),
    /** Of the sender's statement together with its signature: of nothing else is this the answer. */
    sent: sha256,
    by: party,
    outcome: z.enum(['ACCEPTED', 'ALREADY_HELD', 'REFUSED', ...OWN_WORDS]),
    /** The code of an error where it was refused. */
    reason: z.string().regex(/^[A-Z][A-Z_]{2,39}$/).nullable(),
    /** Under which id the receiver keeps it, of the sender's own word under which it was sent; null where it is not kept. */
    document: z.uuid().nullable(),
    at: moment,
  })
  .refine(({ outcome, reason, document }) => (outcome === 'REFUSED' ? reason !== null && document === null : reason === null && document !== null));
/** What a hub says that it did with what it was sent. */
export type ReceivedStatement = Readonly<z.infer<typeof receivedStatement>>;

/** Head and signature of a detached JWS; what it is over is the statement as canonical JSON. */
export const signature = z.string().regex(/^[\w-]{10,400}\.\.[\w-]{86}$/);
export const signedSent = z.strictObject({ statement: sentStatement, signature });
export const signedReceived = z.strictObject({ statement: receivedStatement, signature });
export type SignedSent = Readonly<z.infer<typeof signedSent>>;
export type SignedReceived = Readonly<z.infer<typeof signedReceived>>;

export const receiptShape = z.strictObject({ receipt: z.literal(1), sent: signedSent, received: signedReceived });
/** Both statements with their signatures: what is kept, and what anybody can verify who has both public keys. */
export type Receipt = Readonly<z.infer<typeof receiptShape>>;

/** What each statement's signature says that it is for, so that none can stand for another. */
export const SIGNED_TYPES = {
  'homeward-sent': 'homeward-sent+jws',
  'homeward-received': 'homeward-received+jws',
  'homeward-anchor': 'homeward-anchor+jws',
  'homeward-anchored': 'homeward-anchored+jws',
  'homeward-anchors-asked': 'homeward-anchors-asked+jws',
  'homeward-anchors-held': 'homeward-anchors-held+jws',
} as const;

/** A statement with the signature of the hub that makes it. */
export interface Signed {
  readonly statement: { readonly kind: keyof typeof SIGNED_TYPES };
  readonly signature: string;
}

/** The sha-256 (hex) of a sender's statement with its signature, by which the receiver's answer is tied to it. */
export function sentDigest(sent: Signed): string {
  return createHash('sha256').update(canonicalJson(sent)).digest('hex');
}
