import { execute, type Writing } from '../../database.ts';
import { happen } from './happen.ts';
import { tellCoordinator } from './tell-coordinator.ts';
import type { Transmission } from './transmission-row.ts';

/** Which transmissions must not go, by whom and why. */
export interface HoldingBack {
  readonly records: readonly string[];
  /** To these agencies, or for these people as `person@agency`; null: to anybody. */
  readonly to: readonly string[] | null;
  readonly by: string;
  readonly code: string;
  readonly at: number;
}

/** Holds back what has not left of these records, and tells the coordinator of each, also of what had left. */
export async function holdBack(em: Writing, { records, to, ...why }: HoldingBack): Promise<void> {
  const rows = await execute<{ id: string }>(
    em,
    `select id from transmission where records && $1::uuid[] and act <> 'retract' and ($2::text[] is null or to_agency = any ($2) or recipient = any ($2)) order by made_at, id`,
    [records, to],
  );
  for (const { id } of rows) {
    await withdraw(em, { id, ...why });
  }
}

/** Withdraws one, once: what is withdrawn already stays as it is. */
export async function withdraw(em: Writing, { id, by, code, at }: Omit<HoldingBack, 'records' | 'to'> & Pick<Transmission, 'id'>): Promise<void> {
  const happened = await happen(em, { id, event: 'WITHDRAWN', by, code, at });
  if (happened === null || isWithdrawn(happened.before)) {
    return;
  }
  const { withdrawnTooLate } = happened.after.course;
  if (withdrawnTooLate || happened.after.course.holds.includes('WITHDRAWN')) {
    await tellCoordinator(em, happened.after, { kind: withdrawnTooLate ? 'TRANSMISSION_TOO_LATE' : 'TRANSMISSION_WITHDRAWN', at });
  }
}

const isWithdrawn = ({ course }: Transmission): boolean => course.holds.includes('WITHDRAWN') || course.withdrawnTooLate;
