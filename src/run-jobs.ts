import { startAlertingLate } from './actions/start-alerting-late.ts';
import { startEscalating } from './actions/start-escalating.ts';
import { unheldDuties } from './directory/unheld-duties.ts';
import { holidaysEndSoon } from './domain/clocks/bank-holidays.ts';
import { startAnchoring } from './exchange/anchors/start-anchoring.ts';
import { missingSecrets } from './exchange/check-sending.ts';
import { startRinging } from './exchange/rings/start-ringing.ts';
import { startSweepingFolders } from './exchange/start-sweeping-folders.ts';
import { startTransmitting } from './exchange/start-transmitting.ts';
import { startSealing } from './gate/seal/sealing.ts';
import type { Hub } from './hub.ts';
import { directoryFollower } from './ingest/follow-directory.ts';
import { startWatching } from './ingest/inbox/watch-inbox.ts';
import { startNoticing } from './ingest/start-noticing.ts';
import { startRefolding } from './ingest/start-refolding.ts';
import { startTaking } from './ingest/start-taking.ts';
import { startTellingPlacing } from './ingest/start-telling-placing.ts';

/** A picture that another fold or directory made is made again in the background; this is how soon after a failure. */
const REFOLD_AGAIN = 60_000;
/** Documents are taken as soon as they are received; this looks for any whose notice was missed. */
const LOOK_AGAIN = 5_000;
/** How often the inbox is looked through. */
const INBOX_AGAIN = 2_000;
/** How often it is looked at who has fallen silent. */
const NOTICE_AGAIN = 600_000;
/** At least as often it is looked which alerts were not answered in time. */
const ESCALATE_AGAIN = 60_000;
/** How often it is looked who is to be rung of an alert. */
const RING_AGAIN = 5_000;
/** How often it is looked which duties of an episode have run out of time. */
const LATE_AGAIN = 300_000;
/** How often it is looked which authorities are to be told of a child whom they placed. */
const TELL_PLACING_AGAIN = 60_000;
/** How often it is looked for tries whose worker is gone, and for what is owed and late. */
const SWEEP_AGAIN = 30_000;
/** How often it is looked what a killed worker left half written in the folders of receivers. */
const SWEEP_FOLDERS_AGAIN = 600_000;
/** So long a row may stand without its seal. */
const SEAL_AGAIN = 3_000;

/** How often it is looked which partner is to be sent the head of the log, which each is once a day. */
const ANCHOR_AGAIN = 600_000;

/** A piece of work that goes on until it is stopped. */
interface Job {
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/**
 * Everything the hub does without being asked. Any number of processes may do it on one database: each piece waits its turn,
 * is marked as done in the transaction that does it, or comes to the same when it is done twice.
 */
export function runJobs({ config, log, database, gate, directory, actions, ingest, sealing, exchange, secrets }: Hub): Job {
  for (const agency of new Set(unheldDuties(directory.current()).map((unheld) => unheld.agency))) {
    log.warn('duty-unheld', { agency });
  }
  if (missingSecrets(directory.current(), secrets).length > 0) {
    log.warn('exchange-secret-missing');
  }
  if (holidaysEndSoon(ingest.clock())) {
    log.warn('bank-holidays-end');
  }
  const { inboxFolder: folder, inboxSettledSeconds } = config;
  // In the order they are stopped in: what brings work first, the sealer of all that was done last.
  const jobs: readonly Job[] = [
    ...(folder === null ? [] : [startWatching(ingest, { folder, intervalMs: INBOX_AGAIN, settledMs: inboxSettledSeconds * 1000 })]),
    startNoticing(ingest, { intervalMs: NOTICE_AGAIN }),
    startEscalating({ database, clock: ingest.clock, log, followDirectory: directoryFollower(ingest) }, { intervalMs: ESCALATE_AGAIN }),
    startRinging(exchange.ringing, { intervalMs: RING_AGAIN }),
    startAlertingLate({ database, gate, directory: actions.directory, refreshDirectory: actions.refreshDirectory, clock: ingest.clock, log }, { intervalMs: LATE_AGAIN }),
    startTaking(ingest, { intervalMs: LOOK_AGAIN }),
    startTellingPlacing(ingest, { intervalMs: TELL_PLACING_AGAIN }),
    startRefolding(ingest, { intervalMs: REFOLD_AGAIN }),
    startTransmitting({ database, deliver: exchange.deliver, clock: ingest.clock, log }, { intervalMs: SWEEP_AGAIN }),
    startSweepingFolders(exchange.sweeping, { intervalMs: SWEEP_FOLDERS_AGAIN }),
    startAnchoring(exchange.anchoring, { intervalMs: ANCHOR_AGAIN }),
    startSealing(sealing, { intervalMs: SEAL_AGAIN }),
  ];
  return {
    async stop() {
      for (const job of jobs) {
        await job.stop();
      }
    },
  };
}
