import { MINUTE } from '../domain/interval/durations.ts';
import { asWriter } from '../store/database.ts';
import { enqueueTransmission } from '../store/jobs/enqueue.ts';
import { BY_THE_HUB, happen } from '../store/write/transmissions/happen.ts';
import { takeOverdue } from '../store/write/transmissions/overdue-store.ts';
import { tellCoordinator, tellIfDead } from '../store/write/transmissions/tell-coordinator.ts';
import { forgottenTries, notSetUp } from '../store/write/transmissions/try-store.ts';
import type { TransmittingServices } from './transmitting-services.ts';

/** A job that is this late was lost, with the database it was restored into perhaps. */
const LOST_AFTER = 2 * MINUTE;

/** Lets go again what waits for the hub to be set up: it is started anew, and may have by now what it lacked. */
export async function takeUpAnew({ database, clock }: Omit<TransmittingServices, 'deliver' | 'log'>): Promise<void> {
  await asWriter(database, async (em) => {
    for (const id of await notSetUp(em)) {
      await happen(em, { id, event: 'SET_UP_ANEW', at: clock(), by: BY_THE_HUB });
    }
  });
}

/** Ends the tries whose worker is gone, makes anew the jobs that were lost, and tells of what is owed and late; whatever the number of hubs, each once. */
export async function sweepTransmissions({ database, clock }: Omit<TransmittingServices, 'deliver' | 'log'>): Promise<void> {
  const at = clock();
  const { ranOut, waiting } = await asWriter(database, (em) => forgottenTries(em, { at, since: at - LOST_AFTER }));
  for (const id of ranOut) {
    await asWriter(database, async (em) => {
      await tellIfDead(em, await happen(em, { id, event: 'TIMED_OUT', at, by: BY_THE_HUB, code: 'WORKER_GONE' }), at);
    });
  }
  for (const due of waiting) {
    // Twice is harmless: the second finds that it is taken, or not due.
    await asWriter(database, (em) => enqueueTransmission(em, due, 0));
  }
  await asWriter(database, async (em) => {
    for (const overdue of await takeOverdue(em, at)) {
      await tellCoordinator(em, overdue, { kind: 'TRANSMISSION_OVERDUE', at });
    }
  });
}
