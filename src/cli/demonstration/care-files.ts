import { DateTime } from 'luxon';
import type { DemonstrationDocument } from './demonstration-document.ts';
import { utc } from './police-message.ts';
import { DAY } from '../../domain/interval/durations.ts';

/** Days before now as the dd/mm/yyyy a council's export writes. */
const daysAgo = (now: number, days: number): string =>
  DateTime.fromMillis(now - days * DAY, { zone: 'Europe/London' }).toFormat('dd/MM/yyyy');

type Rows = readonly (readonly string[])[];
const csv = (columns: string, rows: Rows): string => [columns, ...rows.map((row) => row.join(','))].join('\r\n') + '\r\n';

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const EPISODES = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const MISSING = 'CHILD,DOB,MISSING,MIS_START,MIS_END';
const UASC = 'CHILD,SEX,DOB,DUC';

/** Northmere's looked after children; the first is placed across the border in Southvale. */
function northmere(now: number): Readonly<Record<string, string>> {
  return {
    header: csv(HEADER, [
      ['007001', '2', '14/05/2011', 'WBRI', 'R999126000001', '', ''],
      ['007002', '1', '02/09/2010', 'MWBA', 'F999126000002', '', ''],
      ['007003', '2', '23/11/2012', 'WBRI', 'V999126000003', '', ''],
      ['007004', '1', '01/01/2010', 'AOTH', '', '', ''],
    ]),
    episodes: csv(EPISODES, [
      ['007001', daysAgo(now, 400), 'S', 'C2', 'N1', 'U4', 'PR4', daysAgo(now, 90), 'X1', 'CARPL', 'ZZ1 1AA', 'ZZ1 4DD', ''],
      ['007001', daysAgo(now, 90), 'P', 'C2', 'N1', 'K2', 'PR4', '', '', '', 'ZZ1 1AA', 'ZZ2 2BB', 'SC900001'],
      ['007002', daysAgo(now, 200), 'S', 'V2', 'N5', 'K2', 'PR4', '', '', '', 'ZZ1 1AB', 'ZZ1 3CC', 'SC900002'],
      ['007003', daysAgo(now, 60), 'S', 'C1', 'N1', 'U6', 'PR1', '', '', '', 'ZZ1 1AC', 'ZZ1 9ZZ', ''],
      ['007004', daysAgo(now, 30), 'S', 'V2', 'N8', 'K2', 'PR4', '', '', '', '', 'ZZ1 3CC', 'SC900002'],
    ]),
    missing: csv(MISSING, [
      ['007001', '14/05/2011', 'M', daysAgo(now, 41), daysAgo(now, 40)],
      ['007001', '14/05/2011', 'M', daysAgo(now, 20), daysAgo(now, 18)],
      ['007001', '14/05/2011', 'A', daysAgo(now, 9), daysAgo(now, 9)],
      ['007003', '23/11/2012', 'A', daysAgo(now, 2), ''],
    ]),
    uasc: csv(UASC, [['007004', '1', '01/01/2010', '01/01/2028']]),
  };
}

/** Southvale's own, placed at home in Southvale. */
function southvale(now: number): Readonly<Record<string, string>> {
  return {
    header: csv(HEADER, [['SV-210', '2', '08/03/2011', 'BCRB', 'J999126000004', '', '']]),
    episodes: csv(EPISODES, [
      ['SV-210', daysAgo(now, 150), 'S', 'C2', 'N1', 'K2', 'PR4', '', '', '', 'ZZ2 7GG', 'ZZ2 5EE', 'SC900003'],
    ]),
    missing: csv(MISSING, [['SV-210', '08/03/2011', 'M', daysAgo(now, 33), daysAgo(now, 31)]]),
  };
}

/** Both councils' yearly returns as files, extracted yesterday morning. */
export function careFiles(now: number): DemonstrationDocument[] {
  const extracted = utc(now - DAY);
  const files = (system: string, tables: Readonly<Record<string, string>>): DemonstrationDocument[] =>
    Object.entries(tables).map(([table, text]) => ({
      adapter: 'ssda903',
      system,
      extracted,
      fileName: `${system}-${table}.csv`,
      text,
    }));
  return [...files('northmere-903', northmere(now)), ...files('southvale-903', southvale(now))];
}
