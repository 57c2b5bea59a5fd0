import { checkUpn } from '../../src/domain/observation/upn.ts';
import { checkedNhsNumber } from '../../src/domain/observation/nhs-number.ts';
import type { Gender, PersonPayload } from '../../src/domain/observation/observation.ts';
import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import { FLAGS, GENDERS } from './codes.ts';
import type { MosaicRecord } from './payload.ts';

type Warn = (code: string, column: string, reason: string) => void;

/** A row of DM_PERSONS restates all it says of the person; an empty cell takes a value back. */
export function readPerson(row: TableRow): MosaicRecord | Refusal {
  const person = row.cells.get('PERSON_ID');
  if (row.fault !== null || person === undefined) {
    const noKey = { code: 'RECORD_KEY_MISSING', reason: 'The row names no person.', remedy: 'Give the PERSON_ID.' } as const;
    return { ...(row.fault ?? noKey), place: row.place, readable: null, record: null };
  }
  const warnings: Warning[] = [];
  const warn: Warn = (code, column, reason) => warnings.push({ code, place: `${row.place}, ${column}`, reason });
  const payload: PersonPayload = {
    ...namesOf(row, warn),
    dateOfBirth: birthOf(row, warn),
    gender: genderOf(row, warn),
    nhsNumber: nhsNumberOf(row, warn),
    upn: upnOf(row, warn),
    ...restrictedOf(row, warn),
  };
  return { tells: 'PERSON', person, payload, warnings };
}

/** A name that was never divided is kept whole: where it divides cannot be told. */
function namesOf({ cells }: TableRow, warn: Warn): Pick<PersonPayload, 'givenName' | 'familyName'> {
  const [given, family, full] = ['FIRST_NAME', 'LAST_NAME', 'FULL_NAME'].map((column) => cells.get(column) ?? null);
  if ((given ?? family ?? null) === null && full !== null) {
    warn('NAME_NOT_DIVIDED', 'FULL_NAME', 'FIRST_NAME and LAST_NAME are empty; the whole name stands as the given name.');
    return { givenName: full ?? null, familyName: null };
  }
  return { givenName: given ?? null, familyName: family ?? null };
}

function birthOf({ cells }: TableRow, warn: Warn): Interval | null {
  const text = cells.get('DATE_OF_BIRTH');
  const written = (text ?? '').replace(/[T ]00:00(?::00(?:\.0{1,9})?)?$/, '');
  const day = readDate(written, 'dd/mm/yyyy') ?? readDate(written, 'iso');
  if (text !== undefined && day === null) {
    warn('DATE_UNREADABLE', 'DATE_OF_BIRTH', 'This is not a date the adapter README lists; it was left out.');
  }
  return day;
}

function genderOf({ cells }: TableRow, warn: Warn): Gender | null {
  const word = cells.get('GENDER');
  const known = GENDERS.get(word?.toUpperCase() ?? '') ?? null;
  if (word !== undefined && known === null) {
    warn('CODE_UNKNOWN', 'GENDER', 'This word is not in the code list of the adapter README; it was left out.');
  }
  return known;
}

/** Kept even when its check fails: it may still tell a person whose it is. */
function nhsNumberOf({ cells }: TableRow, warn: Warn): string | null {
  const stated = cells.get('NHS_ID') ?? null;
  if (stated !== null && checkedNhsNumber(stated) === null) {
    warn('NHS_NUMBER_CHECK_FAILED', 'NHS_ID', 'The check digit does not belong to this number; it is kept, and matches no child.');
  }
  return stated;
}

function upnOf({ cells }: TableRow, warn: Warn): string | null {
  const stated = cells.get('UPN_ID') ?? null;
  if (stated !== null && checkUpn(stated).state === 'FAILED') {
    warn('UPN_CHECK_FAILED', 'UPN_ID', 'The check letter does not belong to this number; it is kept, and matches no child.');
  }
  return stated;
}

/** A flag that cannot be read restricts: to open a restricted child by mistake is the worse of the two. */
function restrictedOf({ cells }: TableRow, warn: Warn): Pick<PersonPayload, 'restricted'> {
  const word = cells.get('RESTRICTED');
  const flag = FLAGS.get(word?.toUpperCase() ?? '');
  if (word !== undefined && flag === undefined) {
    warn('CODE_UNKNOWN', 'RESTRICTED', 'RESTRICTED is Y or N; the child is treated as restricted.');
  }
  return word === undefined ? {} : { restricted: flag ?? true };
}
