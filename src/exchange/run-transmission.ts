import { MINUTE } from '../domain/interval/durations.ts';
import { asWriter } from '../store/database.ts';
import { BY_THE_HUB, happen, type Happens } from '../store/write/transmissions/happen.ts';
import { settleReceived } from '../store/write/transmissions/settle-transmissions.ts';
import { tellCoordinator, tellIfDead, tellIfNotSetUp } from '../store/write/transmissions/tell-coordinator.ts';
import { keepReceipt, letLeave, takeTry, type Leave, type Try } from '../store/write/transmissions/try-store.ts';
import type { Delivered, Prepared } from './delivery.ts';
import { sentDigest } from './receipt.ts';
import type { TransmittingServices } from './transmitting-services.ts';

/** Our figures: a try holds its transmission for this long, and asks a receiver for an answer no longer than that. */
const LEASE = 2 * MINUTE;
const ANSWER_WITHIN = MINUTE;

type Ready = Extract<Prepared, { readonly outcome: 'READY' }>;

/**
 * One try at a transmission: taken, read through the gate for its recipient, said to leave, sent, and its receipt kept; each
 * committed before the next begins, and no transaction open while anything leaves. One that is not due is let be.
 */
export async function runTransmission(services: TransmittingServices, id: string): Promise<void> {
  const { database, clock } = services;
  const taken = await asWriter(database, (em) => takeTry(em, { id, at: clock(), length: LEASE }));
  if (taken === null) {
    return;
  }
  const prepared = await prepare(services, taken);
  if (prepared.outcome !== 'READY') {
    await fail(services, taken, prepared);
    return;
  }
  const leaves = await mayLeave(services, taken, prepared);
  if (leaves === 'LEAVES') {
    await conclude(services, taken, { prepared, delivered: await send(services, prepared) });
  }
}

async function prepare({ deliver, clock, log }: TransmittingServices, { transmission }: Try): Promise<Prepared> {
  try {
    return await deliver.prepare({ ...transmission, sentAt: clock() });
  } catch (error) {
    log.error('transmission-failed', { reference: transmission.id }, error);
    return { outcome: 'NOT_NOW', code: 'PREPARING_FAILED' };
  }
}

function mayLeave({ database, clock }: TransmittingServices, { transmission: { id }, fence }: Try, { sent, level, fields }: Ready): Promise<Leave> {
  return asWriter(database, (em) => letLeave(em, { id, fence, at: clock(), sent, digest: sentDigest(sent), level, fields }));
}

async function send({ log }: TransmittingServices, prepared: Ready): Promise<Delivered> {
  try {
    return await prepared.send(AbortSignal.timeout(ANSWER_WITHIN));
  } catch (error) {
    log.error('transmission-failed', { reference: prepared.sent.statement.transmission }, error);
    return { outcome: 'NO_ANSWER', code: 'SENDING_FAILED' };
  }
}

async function conclude(services: TransmittingServices, taken: Try, { prepared, delivered }: { readonly prepared: Ready; readonly delivered: Delivered }): Promise<void> {
  if (!('received' in delivered)) {
    await fail(services, taken, delivered);
    return;
  }
  const { database, clock } = services;
  const { received } = delivered;
  const accepted = delivered.outcome === 'ACCEPTED';
  const { version, transmission: { id } } = taken;
  const at = clock();
  await asWriter(database, async (em) => {
    const { by, reason } = received.statement;
    const kept = await keepReceipt(em, { id, version, at, accepted, sent: prepared.sent, received, by: by.agency, ...(reason === null ? {} : { code: reason }) });
    if (kept !== null) {
      await (accepted ? settleReceived(em, id, at) : tellCoordinator(em, kept, { kind: 'TRANSMISSION_REFUSED', at }));
    }
  });
}

/** What a try that came to nothing is to the transmission. */
const FAILED = { NOT_NOW: 'TIMED_OUT', NO_ANSWER: 'TIMED_OUT', NOT_SET_UP: 'NOT_SET_UP', NEVER: 'PERMANENT_FAULT' } as const;

/** Tried again later, held until the hub is mended, or given up; that it was given up is told to the coordinator. */
async function fail({ database, clock, log }: TransmittingServices, { transmission: { id }, fence }: Try, { outcome, code }: { readonly outcome: keyof typeof FAILED; readonly code: string }): Promise<void> {
  const at = clock();
  const happens: Happens = { id, event: FAILED[outcome], at, fence, by: BY_THE_HUB, code };
  const happened = await asWriter(database, async (em) => {
    const came = await happen(em, happens);
    await tellIfDead(em, came, at);
    await tellIfNotSetUp(em, came, at);
    return came;
  });
  if (happened !== null) {
    log.warn(happened.after.course.state === 'DEAD' ? 'transmission-dead' : 'transmission-waits', { reference: id, reason: code, agency: happened.after.to, count: happened.after.course.tries });
  }
}
