import type { AdapterDocument, DraftObservation } from '../../src/ingest/adapter-contract.ts';
import { canonicalInstant, type Interval } from '../../src/domain/observation/source-time.ts';
import { BODIES, MESSAGE_TYPES, ROOT, type MessageType } from './payload.ts';
import { messageFault, type MessageReader } from './read-message.ts';

/** What kind of message it is, about which child of the sender's, and when it was said. */
export interface MessageName {
  readonly type: MessageType;
  /** The sender's own key of the child. */
  readonly child: string;
  readonly sent: Interval;
  readonly order: string;
  /** A correction forgets what the sender said of the record before. */
  readonly act: 'assert' | 'correct';
}

const A_MINUTE = 60_000;
const KINDS = 'the types the adapter README lists, with the element of that type and no other';

/** Names the message, or throws why it can't be taken: a sender speaks for itself alone, in one matter at a time. */
export function nameMessage(reader: MessageReader, { agency }: Pick<AdapterDocument, 'agency'>): MessageName {
  const sent = reader.time('Header/SentAt');
  if (sent === undefined || sent.precision === 'DATE') {
    throw messageFault({ code: 'VALUE_INVALID', path: 'Header/SentAt', reason: 'SentAt is not a date with a time, so the message can be put in no order.', remedy: 'Give an ISO 8601 time, such as 2026-03-01T22:15:00Z.' });
  }
  if (reader.text('Header/SendingAuthority') !== agency) {
    const reason = 'The message names another authority as its sender than the one that sent and signed it.';
    throw messageFault({ code: 'VALUE_INVALID', path: 'Header/SendingAuthority', reason, remedy: "Send only your own authority's messages, under its id in the directory." });
  }
  if (sent.until - sent.from > A_MINUTE) {
    reader.remark({ code: 'TIME_AMBIGUOUS', path: 'Header/SentAt', reason: 'SentAt lies in the hour that the clocks repeat in autumn; the first of the two was taken.' });
  }
  const act = reader.text('Header/Corrects') === undefined ? 'assert' : 'correct';
  return { type: typeOf(reader), child: reader.key('Child/ChildKey'), sent, order: canonicalInstant(sent.from), act };
}

function typeOf(reader: MessageReader): MessageType {
  const type = MESSAGE_TYPES.find((known) => known === reader.text('Header/MessageType'));
  const bodies = MESSAGE_TYPES.filter((known) => reader.has(BODIES[known]));
  if (type === undefined || bodies.length !== 1 || bodies[0] !== type) {
    throw messageFault({ code: 'VALUE_INVALID', path: 'Header/MessageType', reason: 'What the message holds is not the one thing its type says.', remedy: `Send one of ${KINDS}.` });
  }
  return type;
}

type Kept = DraftObservation['record'];
type Said = Pick<DraftObservation, 'subjectKey' | 'record' | 'part' | 'act' | 'order' | 'place'>;

/** What every statement about one of the sender's records has in common. */
export function saidOf(name: MessageName, record: Kept, element: string): Said {
  return { subjectKey: name.child, record, part: '', act: name.act, order: name.order, place: `/${ROOT}/${element}` };
}

/**
 * Under which part the child is spoken of in a message about this record, so that a withdrawal takes back exactly that; of
 * an episode its very key, with which the hub takes such words back by itself.
 */
export function partOf({ kind, key }: Kept): string {
  return kind === 'episode' ? key : `${kind}:${key}`;
}
