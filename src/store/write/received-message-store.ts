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
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What was taken in before of this transmission of this hub; null where nothing was. */
export async function receivedBefore(em: Writing, { hub, transmission }: Pick<ReceivedMessage, 'hub' | 'transmission'>): Promise<Pick<ReceivedMessage, 'message' | 'documents'> | null> {
  const rows = await execute<Pick<ReceivedMessage, 'message' | 'documents'>>(em, `select message, documents from received_message where hub = $1 and transmission = $2`, [hub, transmission]);
  return rows[0] ?? null;
}

/** Keeps that it was taken in, with both signatures; of two tries at once the first one counts, which is answered. */
export async function keepReceived(em: Writing, { hub, transmission, message, from, to, documents, sent, received, at }: ReceivedMessage): Promise<Pick<ReceivedMessage, 'message' | 'documents'>> {
  await execute(
    em,
    `insert into received_message (hub, transmission, message, from_agency, to_agency, documents, sent, received, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (hub, transmission) do nothing`,
    [hub, transmission, message, from, to, `{${documents.join(',')}}`, JSON.stringify(sent), JSON.stringify(received), new Date(at).toISOString()],
  );
  return (await receivedBefore(em, { hub, transmission })) ?? { message, documents };
}
