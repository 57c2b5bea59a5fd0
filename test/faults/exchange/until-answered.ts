import { setTimeout as sleep } from 'node:timers/promises';
import type { HubSide } from './hub-side.ts';

/** A call to a hub, as somebody. */
export interface Call {
  readonly token: string;
  readonly query: string;
  readonly variables: object;
}

/** Nobody answers for so long: the run has failed. */
const PATIENCE = 180_000;
const AGAIN = 100;

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Calls a hub, however often it is killed meanwhile, until it answers; the same call each time. */
export async function untilAnswered<T>(side: HubSide, call: Call): Promise<T> {
  for (const deadline = Date.now() + PATIENCE; ; ) {
    const answered = side.port === null ? null : await once(side.port, call);
    if (answered !== null && answered.errors === undefined) {
      return answered.data as T; // As the schema has it for the query.
    }
    if (answered !== null || Date.now() > deadline) {
      throw new Error(`A call was not answered: ${answered?.errors?.map(({ message }) => message).join(' ') ?? 'nobody was there'}`); // eslint-disable-line no-restricted-syntax -- a fault of the run, not of the hub
    }
    await sleep(AGAIN);
  }
}

/** Null where no answer came. */
async function once(port: number, { token, query, variables }: Call): Promise<Answered | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
    return (await answer.json()) as Answered;
  } catch {
    return null;
  }
}
