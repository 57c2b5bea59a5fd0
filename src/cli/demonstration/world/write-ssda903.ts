import { oneFile, type DemonstrationDocument } from '../demonstration-document.ts';
import { commaSeparated, type CsvRow } from './comma-separated.ts';
import { extractsOf, RETURN_AGES, type Extract } from './extracts.ts';
import { returnBirth, returnDay } from './london-text.ts';
import type { World, WorldAuthority, WorldChild } from './world.ts';

const COLUMNS = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
  missing: 'CHILD,DOB,MISSING,MIS_START,MIS_END',
  uasc: 'CHILD,SEX,DOB,DUC',
} as const;
type ReturnTable = keyof typeof COLUMNS;
/** Rows of an authority's return. */
export type ReturnRows = Readonly<Record<ReturnTable, readonly CsvRow[]>>;

/** The yearly return of one authority as it stood a month ago, with faults in it, and as it stood yesterday, with other children's rows. */
export function writeReturn(world: World, authority: WorldAuthority, others: ReturnRows): DemonstrationDocument[] {
  const extracts = extractsOf(world, RETURN_AGES, (child) => child.authority === authority && child.placements.length > 0);
  return extracts.flatMap((extract) => {
    const rows = rowsOf(extract);
    return extract.place === 1 ? files(authority, extract, faulty(rows)) : files(authority, extract, { rows: together(rows, others), refused: {} });
  });
}

interface Returned {
  readonly rows: ReturnRows;
  readonly refused: Partial<Record<ReturnTable, number>>;
}

function files(authority: WorldAuthority, { extracted, place }: Extract, { rows, refused }: Returned): DemonstrationDocument[] {
  // Safe: the keys of a constant object are exactly its own names.
  const tables = Object.keys(COLUMNS) as ReturnTable[];
  return tables.map((table) =>
    oneFile({
      adapter: 'ssda903',
      system: `${authority}-903`,
      extracted,
      name: `${authority}-903-${String(place)}-${table}.csv`,
      text: commaSeparated(COLUMNS[table], rows[table]),
      refused: refused[table] === undefined ? {} : { VALUE_INVALID: refused[table] },
    }),
  );
}

function rowsOf({ children }: Extract): ReturnRows {
  return {
    header: children.map(headerRow),
    episodes: children.flatMap(placementRows),
    missing: children.flatMap(missingRows),
    uasc: children.filter(({ unaccompanied }) => unaccompanied).map((child) => [child.key, sexOf(child), returnBirth(child.birth), '']),
  };
}

const sexOf = ({ gender }: WorldChild): string => (gender === 'M' ? '1' : '2');
const headerRow = (child: WorldChild): CsvRow => [child.key, sexOf(child), returnBirth(child.birth), child.ethnicity, child.upn ?? 'UN3', '', ''];

function placementRows({ key, placements, unaccompanied }: WorldChild): CsvRow[] {
  return placements.map(({ from, until, home }, place) => {
    const [legal, need] = unaccompanied ? ['V2', 'N8'] : ['C2', 'N1'];
    const ended = until === null ? ['', '', ''] : [returnDay(until), 'X1', 'CARPL'];
    const [decided = '', reason = '', changed = ''] = ended;
    return [key, returnDay(from), place === 0 ? 'S' : 'P', legal, need, home.placementType, 'PR4', decided, reason, changed, unaccompanied ? '' : 'ZZ1 1AA', home.postcode, home.urn];
  });
}

function missingRows({ key, birth, episodes }: WorldChild): CsvRow[] {
  return episodes.map(({ kind, from, returned }) => [key, returnBirth(birth), kind === 'MISSING' ? 'M' : 'A', returnDay(from), returnDay(returned)]);
}

/** Two rows of missing children and one of a placement that fail the department's own checks. */
function faulty(rows: ReturnRows): Returned {
  const [first, second, ...rest] = rows.missing;
  if (first === undefined || second === undefined) {
    return { rows, refused: {} };
  }
  const missing = [[...first.slice(0, 2), 'X', ...first.slice(3)], [...second.slice(0, 3), '31/02/2026', ''], ...rest];
  const episodes = rows.episodes.map((row, place) => (place === 0 ? [row[0] ?? '', 'last spring', ...row.slice(2)] : row));
  return { rows: { ...rows, missing, episodes }, refused: { missing: 2, episodes: 1 } };
}

function together(one: ReturnRows, other: ReturnRows): ReturnRows {
  return {
    header: [...other.header, ...one.header],
    episodes: [...other.episodes, ...one.episodes],
    missing: [...other.missing, ...one.missing],
    uasc: [...other.uasc, ...one.uasc],
  };
}
