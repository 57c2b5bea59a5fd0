import { DateTime } from 'luxon';
import { LONDON } from '../../../domain/interval/london.ts';

const inLondon = (at: number): DateTime => DateTime.fromMillis(at, { zone: LONDON });

/** `2026-03-01T21:30:00` by London's clocks; nothing for what has not happened. */
export const londonTime = (at: number | null): string => (at === null ? '' : inLondon(at).toFormat("yyyy-MM-dd'T'HH:mm:ss"));
/** `2026-03-01 21:30`. */
export const londonMinute = (at: number | null): string => (at === null ? '' : inLondon(at).toFormat('yyyy-MM-dd HH:mm'));
/** `2026-03-01`. */
export const londonDay = (at: number | null): string => (at === null ? '' : inLondon(at).toFormat('yyyy-MM-dd'));
/** `01/03/2026`, as the yearly return has it. */
export const returnDay = (at: number | null): string => (at === null ? '' : inLondon(at).toFormat('dd/MM/yyyy'));
/** A day of birth as the yearly return has it. */
export const returnBirth = (day: string): string => day.split('-').reverse().join('/');
