import { HOUR } from '../../domain/interval/durations.ts';
import type { SealedLog } from './sealed-row.ts';

/**
 * How long after the instant it names a row may still come, in milliseconds. A read is given up after seconds, a change
 * of the picture may wait and work for long; a row that comes later still was put in by another hand, or by a wrong clock.
 */
export const LATEST: Readonly<Record<SealedLog, number>> = { disclosure: HOUR / 4, audit_event: 2 * HOUR };
