import { MINUTE } from '../domain/interval/durations.ts';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { checkSigned, type SignatureFault } from './check-signed.ts';
import type { HubKey } from './hub-keys.ts';
import { OWN_WORDS, receiptShape, sentDigest, type Receipt, type ReceivedStatement } from './receipt.ts';

/** What can be wrong with a receipt. */
export const RECEIPT_FLAWS = {
  NOT_A_RECEIPT: 'the file is no receipt of a Homeward hub, or not of a version that is known here',
  NOT_CANONICAL: 'the file is not written as a hub writes it, so that two readers could read two things in it',
  HEADER: 'a signature is of another kind, or for something else than this statement',
  KEY_UNKNOWN: 'a signature names a key that is not among the keys of the hub that is said to have signed',
  KEY_USE: 'a signature was made with a key that is not for delivery',
  SIGNATURE: 'a statement is not the one that was signed',
  OTHER_MESSAGE: 'the receiver answered another message, or another try of it, than stands here',
  OTHER_RECEIVER: 'the answer is of somebody else than the message was sent to',
  TIMES: 'the answer was given before the message was sent',
} as const;
export type ReceiptFlaw = keyof typeof RECEIPT_FLAWS;
/** On whose side the flaw is; BOTH: in how the two fit together, or in the file. */
export type ReceiptSide = 'SENDER' | 'RECEIVER' | 'BOTH';

/** What a receipt proves: whose signatures are genuine, by which key, and everything that is wrong. */
export interface ReceiptReading {
  readonly receipt: Receipt | null;
  /** The `kid` of the key that signed, of each statement whose signature is genuine. */
  readonly sentBy: string | null;
  readonly receivedBy: string | null;
  readonly flaws: readonly { readonly flaw: ReceiptFlaw; readonly side: ReceiptSide }[];
}

/** Two hubs' clocks may differ by this much: our figure. */
const CLOCKS_DIFFER = 5 * MINUTE;

/** Reads a receipt with public keys alone: nothing is asked of any hub. */
export async function verifyReceipt(text: string, keys: readonly HubKey[]): Promise<ReceiptReading> {
  const receipt = receiptIn(text);
  if (receipt === null) {
    return { receipt, sentBy: null, receivedBy: null, flaws: [{ flaw: 'NOT_A_RECEIPT', side: 'BOTH' }] };
  }
  const { sent, received } = receipt;
  const [sender, receiver] = [await checkSigned(sent, sent.statement.from.hub, keys), await checkSigned(received, received.statement.by.hub, keys)];
  return {
    receipt,
    sentBy: sender.fault === null ? sender.kid : null,
    receivedBy: receiver.fault === null ? receiver.kid : null,
    flaws: [...flawOf(sender.fault, 'SENDER'), ...flawOf(receiver.fault, 'RECEIVER'), ...[...misfits(receipt), ...writtenOtherwise(receipt, text)].map((flaw) => ({ flaw, side: 'BOTH' as const }))],
  };
}

function receiptIn(text: string): Receipt | null {
  try {
    return receiptShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const flawOf = (flaw: SignatureFault | null, side: ReceiptSide): ReceiptReading['flaws'] => (flaw === null ? [] : [{ flaw, side }]);

/** A doubled member, of which readers take the first or the last, is found here too. */
function writtenOtherwise(receipt: Receipt, text: string): ReceiptFlaw[] {
  return text === `${canonicalJson(receipt)}\n` || text === canonicalJson(receipt) ? [] : ['NOT_CANONICAL'];
}

/** How the two statements fail to belong together, whoever signed them. */
function misfits({ sent, received }: Receipt): ReceiptFlaw[] {
  const [asked, answer] = [sent.statement, received.statement];
  // A receiver without a hub signs nothing; a hub signs for itself, and nobody in its place.
  const signer = asked.to.hub === null ? asked.from : asked.to;
  const fits: readonly (readonly [ReceiptFlaw, boolean])[] = [
    ['OTHER_MESSAGE', answer.transmission === asked.transmission && answer.sent === sentDigest(sent)],
    ['OTHER_RECEIVER', answer.by.hub === signer.hub && answer.by.agency === signer.agency && isOwnWord(answer) === (asked.to.hub === null)],
    ['TIMES', Date.parse(answer.at) >= Date.parse(asked.at) - CLOCKS_DIFFER],
  ];
  return fits.flatMap(([flaw, fit]) => (fit ? [] : [flaw]));
}

/** Is it the sender's own word, and no receiver's? */
export function isOwnWord({ outcome }: Pick<ReceivedStatement, 'outcome'>): boolean {
  return OWN_WORDS.some((own) => own === outcome);
}
