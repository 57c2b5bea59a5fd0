import type { Receipt, ReceivedStatement, SentStatement } from './receipt.ts';
import { isOwnWord, RECEIPT_FLAWS, type ReceiptReading, type ReceiptSide } from './verify-receipt.ts';

const SIDES: Readonly<Record<ReceiptSide, string>> = { SENDER: "the sender's statement", RECEIVER: "the receiver's answer", BOTH: 'the receipt' };
const OUTCOMES: Readonly<Record<ReceivedStatement['outcome'], string>> = {
  ACCEPTED: 'accepted it',
  ALREADY_HELD: 'had it already',
  REFUSED: 'refused it',
  DEPOSITED: "laid it into the receiver's folder",
  ANSWERED: "was answered by the receiver's webhook that it has it",
};

/** What no signature can prove, and whoever relies on a receipt has to know. */
const NEVER_PROVEN = [
  'what the documents say: compare their sha-256 with the bytes you have',
  "that the times are right: each is that hub's own clock",
  'that any person has read what was received',
  'that the keys are those of these hubs: that rests on where you have them from',
];

/** A receipt in words, line by line: what is proven, by whom, and what is not. */
export function describeReceipt({ receipt, sentBy, receivedBy, flaws }: ReceiptReading): readonly string[] {
  const found = flaws.map(({ flaw, side }) => `FLAW ${flaw} in ${SIDES[side]}: ${RECEIPT_FLAWS[flaw]}.`);
  const said = receipt === null ? [] : [`Receipt of transmission ${receipt.sent.statement.transmission}.`, ...sentLines(receipt, sentBy), ...receivedLines(receipt, receivedBy, flaws.some(({ side }) => side === 'BOTH'))];
  return [...said, ...NEVER_PROVEN.map((what) => `NOT PROVEN: ${what}.`), ...found, `${String(flaws.length)} flaws.`];
}

function sentLines({ sent: { statement } }: Receipt, kid: string | null): readonly string[] {
  const { from, to, at } = statement;
  const where = to.hub === null ? 'which has no hub' : `hub ${to.hub}`;
  const claim = `for ${from.agency} it sent to ${to.agency} (${where}) at ${at}: ${contents(statement)}`;
  return [signedBy(from.hub, kid, claim), ...statement.documents.map(({ id, mediaType, bytes, sha256 }) => `  document ${id}: ${mediaType}, ${String(bytes)} bytes, sha-256 ${sha256}`), `  fields: ${statement.fields.join(', ') || 'none'}`];
}

function contents({ matter, level, records, documents, decision }: SentStatement): string {
  const atLevel = level === null ? '' : ` at level ${level}`;
  return `${matter}${atLevel}, records ${records.join(', ')}, in ${String(documents.length)} document(s), ${decision === null ? 'by rule' : `by decision ${decision}`}`;
}

/** An answer that does not fit the message stands, if it is genuine, for another one. */
function receivedLines({ received: { statement } }: Receipt, kid: string | null, misfit: boolean): readonly string[] {
  const { by, outcome, reason, document, at } = statement;
  const own = isOwnWord(statement);
  const kept = document === null ? ` with ${reason ?? ''}` : ` ${own ? 'under the name of' : 'and keeps it as'} document ${document}`;
  const claim = `for ${by.agency}, of a message of transmission ${statement.transmission}, it ${OUTCOMES[outcome]} at ${at}${kept}`;
  return [
    signedBy(by.hub, kid, claim),
    ...(own ? ["NOT PROVEN: that the receiver has it: this is the sender's own word, as the receiver signs nothing."] : []),
    ...(misfit ? ['NOT PROVEN: that this is the answer to the message above.'] : []),
  ];
}

function signedBy(hub: string, kid: string | null, claim: string): string {
  return kid === null ? `NOT PROVEN: that the hub ${hub} says that ${claim}.` : `PROVEN: the hub ${hub} signed with its key ${kid} that ${claim}.`;
}
