import { setTimeout as sleep } from 'node:timers/promises';
import { untilWaiting } from './backlog.ts';
import type { FaultMessage } from './fault-messages.ts';
import type { FaultTerms } from './fault-run.ts';
import { sendMessages, type Sending } from './send-messages.ts';
import type { Point } from './tapped-database.ts';

/** What waits is taken in batches, and several portions make one. */
const MOST_WAITING = 300;
/** From a commit to what a hub is told of it. */
const GRACE = 1_000;
/** Receiving and taking in turn, so that a short run has both. */
const IN_TURN: readonly Point[] = ['HALF_SHOWN', 'STORED', 'TAKEN', 'RECEIVING', 'UNCOMMITTED', 'ANSWERED'];

/**
 * As many portions as kills and one more; a hub dies while each but the first is on its way. A trap that nobody came by while its
 * portion was sent and taken waits for the next portion. Answers the points at which nobody died.
 */
export async function sendAmongKills(everything: readonly FaultMessage[], sending: Sending, { kills, progress, faulted }: FaultTerms): Promise<Point[]> {
  const planned = Array.from({ length: kills }, (_, place) => IN_TURN[place % IN_TURN.length] ?? 'STORED');
  for (let portion = 0; portion <= kills; portion += 1) {
    const [from, until] = [portion, portion + 1].map((place) => Math.round((place * everything.length) / (kills + 1)));
    const point = portion === 0 ? undefined : planned[0];
    let died = point === undefined;
    const death = point === undefined ? Promise.resolve() : sending.team.trap(point).then(() => void (died = true));
    await sendMessages(everything.slice(from, until), sending);
    await untilWaiting(faulted, (waiting) => died || waiting === 0, progress);
    await Promise.race([death, sleep(GRACE, undefined, { ref: false })]);
    if (point !== undefined && died) {
      planned.shift();
    }
    await untilWaiting(faulted, (waiting) => waiting < MOST_WAITING, progress);
    progress(`${String(until)} of ${String(everything.length)} sent, ${String(sending.team.kills.length)} of ${String(kills)} killed`);
  }
  return planned;
}
