import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../bench/matching/seeded.ts';
import type { FaultMessage } from './fault-messages.ts';
import { senderOf } from './fault-directory.ts';
import type { HubTeam } from './hub-team.ts';

/** What sending came to. */
export interface Sent {
  /** Sent again because no answer came. */
  resent: number;
  /** Answered as known. */
  already: number;
}

/** Who sends: to whichever hub, until one says that it has it. */
export interface Sending {
  readonly team: HubTeam;
  readonly chance: Chance;
  readonly token: (person: string) => string;
  readonly sent: Sent;
}

const AT_ONCE = 6;
const AGAIN = 100;
/** A message that nobody takes for so long is a failed run. */
const PATIENCE = 180_000;

/** Sends the messages, some at once, each again until it is acknowledged; where the order counts, none before the one before it. */
export async function sendMessages(messages: readonly FaultMessage[], sending: Sending): Promise<void> {
  const queue = messages.values();
  const turns = new Map<string, Promise<void>>();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const message of queue) {
        const before = message.inTurn ? turns.get(message.system) : undefined;
        const kept = (before ?? Promise.resolve()).then(() => sendUntilKept(message, sending));
        turns.set(message.system, kept);
        await kept;
      }
    }),
  );
}

async function sendUntilKept(message: FaultMessage, sending: Sending): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (let tries = 0; ; tries += 1) {
    const serving = sending.team.serving();
    const to = serving.length === 0 ? null : sending.chance.one(serving);
    const status = to === null ? AWAY : await sendTo(to.port, message, sending);
    if (to !== null && status < 300) {
      sending.sent.resent += tries;
      sending.sent.already += Number(status === 200);
      sending.team.answered(to.hub);
      return;
    }
    if (!maySucceed(status) || Date.now() > deadline) {
      throw new Error(`A message of ${message.adapter} was answered with ${String(status)}.`); // eslint-disable-line no-restricted-syntax -- a fault of the run, not of the hub
    }
    await sleep(AGAIN);
  }
}

/** No hub, or none that answered. */
const AWAY = 599;

function maySucceed(status: number): boolean {
  return status >= 500 || status === 429;
}

/** The status of the answer, where one came. */
async function sendTo(port: number, { adapter, system, extracted, bytes, signature }: FaultMessage, { token }: Sending): Promise<number> {
  const url = new URL(`http://127.0.0.1:${String(port)}/ingest/${adapter}`);
  if (extracted !== null) {
    url.searchParams.set('extracted', extracted);
  }
  const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${token(senderOf(system))}` };
  try {
    const response = await fetch(url, { method: 'POST', body: new Uint8Array(bytes), headers: signature === null ? headers : { ...headers, 'homeward-signature': signature } });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return AWAY;
  }
}
