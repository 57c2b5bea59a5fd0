import { readDeadline, type AgreedTime } from '../domain/transmission/transmission-deadline.ts';
import { NO_TIME_OWED } from '../store/write/transmissions/add-transmission.ts';
import { heldOf, lastTried } from '../store/write/transmissions/held-of.ts';
import type { TransmissionDeadline } from '../store/write/transmissions/transmission-row.ts';
import type { Writing } from '../store/database.ts';
import { coreHoursOf } from './core-hours-of.ts';
import type { Directory } from './directory.ts';
import type { ExchangeEntry } from './exchange-directory.ts';
import { TIMED_MATTERS } from './exchange-file.ts';
import type { Exchanged } from './exchange-for.ts';

/** What is to go, and what the directory says of it; `at`: when it is made ready. */
interface Owed extends Pick<Exchanged, 'from' | 'matter'> {
  readonly entry: ExchangeEntry;
  readonly record: string;
  readonly child: string;
  readonly at: number;
}

/**
 * By when something is owed: as the directory says in figures, the result of an interview else as the placement agreement says in its own words. The time
 * counts from the interview, of an offer from the last try, and of what is news from when the hub has it to tell: our reading, as no agreement we know says.
 */
export async function deadlineFor(em: Writing, directory: Directory, owed: Owed): Promise<TransmissionDeadline> {
  const { entry: { within: agreed }, record, child, matter, from, at } = owed;
  if (matter === 'INTERVIEW') {
    const { held, resultBy } = await heldOf(em, { interview: record, child, host: from });
    return { held, agreed, resultBy, dueAt: agreed === null || held === null ? null : lastMoment({ held, agreed }, coreHoursOf(directory, from)) };
  }
  if (agreed === null || !TIMED_MATTERS.some((one) => one === matter)) {
    return NO_TIME_OWED;
  }
  const held = (matter === 'OFFER' ? await lastTried(em, record) : null) ?? { from: at, until: at + 1 };
  return { held, agreed, resultBy: null, dueAt: lastMoment({ held, agreed }, coreHoursOf(directory, from)) };
}

/** The last moment at which it is surely in time or may still be, read at its start. */
function lastMoment({ held, agreed }: { readonly held: NonNullable<TransmissionDeadline['held']>; readonly agreed: AgreedTime }, coreHours: Parameters<typeof readDeadline>[1]['coreHours']): number | null {
  const reading = readDeadline({ agreed, resultBy: null, events: { INTERVIEW_HELD: [held] }, acknowledgedAt: null }, { now: Math.max(held.from, held.until - 1), coreHours });
  return reading.state === 'DUE' ? reading.at.last : null;
}
