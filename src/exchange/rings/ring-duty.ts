import { whoIsRung, type Rung } from '../../directory/who-is-rung.ts';
import type { Directory } from '../../directory/directory.ts';
import { agencyOfAddressee } from '../../domain/sharing/audience.ts';
import { DAY, MINUTE } from '../../domain/interval/durations.ts';
import { asWriter } from '../../store/database.ts';
import { noteRings, takeRings, type RingTry } from '../../store/write/ring-store.ts';
import { sayNotRung, sayRung } from './keep-ring.ts';
import type { DeliverServices } from '../deliver-services.ts';
import { sendRing, type SendingRings } from './send-ring.ts';

/** What ringing whoever is on duty rests on. */
export type RingingServices = SendingRings & Pick<DeliverServices, 'database' | 'directory'> & { readonly log: Pick<DeliverServices['log'], 'info' | 'warn' | 'error'> };

/** Our figures: what waits for longer when the hub first sees it rings nobody; who has taken a try has it for so long. */
const RUNG_WITHIN = 7 * DAY;
const LEASE = MINUTE / 2;
/** Our figures: the waits between tries double from the first to the longest; after so many tries, or once it should have been answered, somebody is told. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 5 * MINUTE;
const TOLD_AFTER = 5;

/**
 * Rings whom the directory has rung of each step of an alert that has come before them and waits: by ids alone, each step once in
 * effect, again until whatever rings them has taken it, and no more once it was answered. Answers how many tries it made.
 */
export async function ringDuty(services: RingingServices, stopping?: AbortSignal): Promise<number> {
  const directory = await services.directory();
  const whom = whoIsRung(directory);
  if (whom.length === 0) {
    return 0;
  }
  const channels = new Map(whom.map(({ addressee, channel }) => [addressee, channel]));
  let made = 0;
  while (stopping?.aborted !== true) {
    const taken = await takeOfEach(services, whom);
    if (taken.length === 0) {
      break;
    }
    // One that does not answer holds up none of the others for longer than one try.
    await Promise.all(taken.map((one) => ring(services, { directory, channel: channels.get(one.addressee) ?? '' }, one)));
    made += taken.length;
  }
  return made;
}

/** What has come before anybody meanwhile, and of each channel its share: one agency's phone that hangs keeps no other from ringing. */
async function takeOfEach({ database, clock }: RingingServices, whom: readonly Rung[]): Promise<RingTry[]> {
  const now = clock();
  return asWriter(database, async (em) => {
    await noteRings(em, whom, windowAt(now));
    const taken: RingTry[] = [];
    for (const channel of new Set(whom.map((one) => one.channel))) {
      taken.push(...(await takeRings(em, whom.filter((one) => one.channel === channel), { ...windowAt(now), until: now + LEASE })));
    }
    return taken;
  });
}

/** What came before somebody in this time rings them, if it still waits. */
export const windowAt = (now: number): { readonly since: number; readonly now: number } => ({ since: now - RUNG_WITHIN, now });

async function ring(services: RingingServices, way: { readonly directory: Directory; readonly channel: string }, one: RingTry): Promise<void> {
  const { database, clock, log } = services;
  const fault = await sendRing(services, way, one).catch((error: unknown) => {
    log.error('rings-failed', { reference: one.notice }, error);
    return 'SENDING_FAILED';
  });
  const now = clock();
  const said = { reference: one.notice, agency: agencyOfAddressee(one.addressee), count: one.tries };
  if (fault === null) {
    await asWriter(database, (em) => sayRung(em, one, now));
    log.info('duty-rung', said);
    return;
  }
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(one.tries - 1, 10));
  const tell = one.tries >= TOLD_AFTER || now >= one.answerBy;
  await asWriter(database, (em) => sayNotRung(em, one, { fault, now, next: now + wait, tell }));
  log.warn('duty-not-rung', { ...said, reason: fault });
}
