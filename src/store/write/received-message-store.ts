import { execute, type Writing } from '../database.ts';

/** A message of another hub that was taken in. */
export interface ReceivedMessage {
  readonly hub: string;
  readonly transmission: string;
  /** The sha-256 (hex) of what its documents are. */
  readonly message: string;
  readonly from: string;
  readonly to: string;
  /** Under which ids its documents are kept, in its own order. */
  readonly documents: readonly string[];
  readonly sent: object;
  readonly received: object;
  /** When its sender says that it said so, and when it came: epoch milliseconds. */
  readonly saidAt: number;
  readonly at: number;
}

/** What was taken in of one transmission: the documents by their hash and their ids, and who said so of what, and when. */
export type ReceivedBefore = Pick<ReceivedMessage, 'message' | 'documents' | 'sent' | 'saidAt'>;

/** Nothing is said after it came: a time that had not come counts as that of its coming. */
const SAID_AT = 'least(said_at, received_at + $3::interval)';
/** By how much two hubs' clocks may differ, as at the door. */
const CLOCKS_DIFFER = '5 minutes';

/** Everything that was taken in before of this transmission of this hub, in the order in which it was said. */
export function receivedBefore(em: Writing, { hub, transmission }: Pick<ReceivedMessage, 'hub' | 'transmission'>): Promise<readonly ReceivedBefore[]> {
  return execute<ReceivedBefore>(
    em,
    `select message, documents, sent, (extract(epoch from ${SAID_AT}) * 1000)::float8 as "saidAt" from received_message
     where hub = $1 and transmission = $2 order by ${SAID_AT}, received_at, message`,
    [hub, transmission, CLOCKS_DIFFER],
  );
}

/** Keeps that it was taken in, with both signatures; of two tries at once that say the same the first one counts. */
export async function keepReceived(em: Writing, { hub, transmission, message, from, to, documents, sent, received, saidAt, at }: ReceivedMessage): Promise<void> {
  await execute(
    em,
    `insert into received_message (hub, transmission, message, from_agency, to_agency, documents, sent, received, said_at, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (hub, transmission, message, said_at) do nothing`,
    [hub, transmission, message, from, to, `{${documents.join(',')}}`, JSON.stringify(sent), JSON.stringify(received), new Date(saidAt).toISOString(), new Date(at).toISOString()],
  );
}
