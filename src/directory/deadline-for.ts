import { readDeadline, type AgreedTime } from '../domain/transmission/transmission-deadline.ts';
import { NO_TIME_OWED } from '../store/write/transmissions/add-transmission.ts';
import { heldOf } from '../store/write/transmissions/held-of.ts';
import type { TransmissionDeadline } from '../store/write/transmissions/transmission-row.ts';
import type { Writing } from '../store/database.ts';
import { coreHoursOf } from './core-hours-of.ts';
import type { Directory } from './directory.ts';
import type { ExchangeEntry } from './exchange-directory.ts';
import type { Exchanged } from './exchange-for.ts';

/** What is to go, and what the directory says of it. */
interface Owed extends Pick<Exchanged, 'from' | 'matter'> {
  readonly entry: ExchangeEntry;
  readonly record: string;
  readonly child: string;
}

/** By when the result of an interview is owed: as the directory says in figures, else as the placement agreement says in its own words. */
export async function deadlineFor(em: Writing, directory: Directory, { entry, record, child, matter, from }: Owed): Promise<TransmissionDeadline> {
  if (matter !== 'INTERVIEW') {
    return NO_TIME_OWED;
  }
  const { held, resultBy } = await heldOf(em, { interview: record, child, host: from });
  const agreed = entry.within;
  return { held, agreed, resultBy, dueAt: agreed === null || held === null ? null : lastMoment({ held, agreed }, coreHoursOf(directory, from)) };
}

/** The last moment at which it is surely in time or may still be, read at its start. */
function lastMoment({ held, agreed }: { readonly held: NonNullable<TransmissionDeadline['held']>; readonly agreed: AgreedTime }, coreHours: Parameters<typeof readDeadline>[1]['coreHours']): number | null {
  const reading = readDeadline({ agreed, resultBy: null, events: { INTERVIEW_HELD: [held] }, acknowledgedAt: null }, { now: Math.max(held.from, held.until - 1), coreHours });
  return reading.state === 'DUE' ? reading.at.last : null;
}
