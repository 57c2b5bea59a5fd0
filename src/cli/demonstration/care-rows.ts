import { DateTime } from 'luxon';
import { DAY } from '../../domain/interval/durations.ts';
import type { OtherRows } from './world/writers.ts';
import type { ReturnRows } from './world/write-ssda903.ts';
import { LONDON } from '../../domain/interval/london.ts';

/** Days before now as the dd/mm/yyyy a council's export writes. */
const daysAgo = (now: number, days: number): string =>
  DateTime.fromMillis(now - days * DAY, { zone: LONDON }).toFormat('dd/MM/yyyy');

/** Northmere's looked after children; the first is placed across the border in Southvale. */
function northmere(now: number): ReturnRows {
  return {
    header: [
      ['007001', '2', '14/05/2011', 'WBRI', 'R999126000001', '', ''],
      ['007002', '1', '02/09/2010', 'MWBA', 'F999126000002', '', ''],
      ['007003', '2', '23/11/2012', 'WBRI', 'V999126000003', '', ''],
      ['007004', '1', '01/01/2010', 'AOTH', '', '', ''],
    ],
    episodes: [
      ['007001', daysAgo(now, 400), 'S', 'C2', 'N1', 'U4', 'PR4', daysAgo(now, 90), 'X1', 'CARPL', 'ZZ1 1AA', 'ZZ1 4DD', ''],
      ['007001', daysAgo(now, 90), 'P', 'C2', 'N1', 'K2', 'PR4', '', '', '', 'ZZ1 1AA', 'ZZ2 2BB', 'SC900001'],
      ['007002', daysAgo(now, 200), 'S', 'V2', 'N5', 'K2', 'PR4', '', '', '', 'ZZ1 1AB', 'ZZ1 3CC', 'SC900002'],
      ['007003', daysAgo(now, 60), 'S', 'C1', 'N1', 'U6', 'PR1', '', '', '', 'ZZ1 1AC', 'ZZ1 9ZZ', ''],
      ['007004', daysAgo(now, 30), 'S', 'V2', 'N8', 'K2', 'PR4', '', '', '', '', 'ZZ1 3CC', 'SC900002'],
    ],
    missing: [
      ['007001', '14/05/2011', 'M', daysAgo(now, 41), daysAgo(now, 40)],
      ['007001', '14/05/2011', 'M', daysAgo(now, 20), daysAgo(now, 18)],
      ['007001', '14/05/2011', 'A', daysAgo(now, 9), daysAgo(now, 9)],
      ['007003', '23/11/2012', 'A', daysAgo(now, 2), ''],
    ],
    uasc: [['007004', '1', '01/01/2010', '01/01/2028']],
  };
}

/** Southvale's own, placed at home in Southvale. */
function southvale(now: number): ReturnRows {
  return {
    header: [['SV-210', '2', '08/03/2011', 'BCRB', 'J999126000004', '', '']],
    episodes: [
      ['SV-210', daysAgo(now, 150), 'S', 'C2', 'N1', 'K2', 'PR4', '', '', '', 'ZZ2 7GG', 'ZZ2 5EE', 'SC900003'],
    ],
    missing: [['SV-210', '08/03/2011', 'M', daysAgo(now, 33), daysAgo(now, 31)]],
    uasc: [],
  };
}

/** What both councils' yearly returns say of the children whose stories the README walks through. */
export function careRows(now: number): OtherRows {
  return { northmere: northmere(now), southvale: southvale(now) };
}
