import type { Gender, PersonPayload } from '../../domain/observation/observation.ts';
import { checkUpn } from '../../domain/observation/upn.ts';
import { wordList } from '../../domain/observation/word-list.ts';
import type { WarehouseReader } from './read-warehouse.ts';

/** The columns of DIM_PERSON that are read. */
export type PersonColumn = 'FORENAME' | 'SURNAME' | 'BIRTH_DTTM' | 'DOB_ESTIMATED' | 'GENDER_MAIN_CODE' | 'ETHNICITY_MAIN_CODE' | 'UPN';

const genderOf = wordList<Gender>({
  F: 'FEMALE',
  Female: 'FEMALE',
  M: 'MALE',
  Male: 'MALE',
  I: 'OTHER',
  O: 'OTHER',
  Other: 'OTHER',
  U: 'UNKNOWN',
  Unknown: 'UNKNOWN',
});
const isEstimated = wordList<boolean>({ Y: true, Yes: true, 1: true, True: true, N: false, No: false, 0: false, False: false });
/** Misspellings that are common in real extracts. */
const ETHNIC_ALIASES: ReadonlyMap<string, string> = new Map([
  ['CNHE', 'CHNE'],
  ['MWBa', 'MWBA'],
]);
/** Reasons given where a UPN would stand: the child has none. */
const NO_UPN = /^UN[1-6]$/;

/** What a warehouse says of the child; LEGACY_ID is left out, for only another agency quotes an authority's number. */
export function personTold(reader: WarehouseReader<PersonColumn>): PersonPayload {
  const estimated = reader.code('DOB_ESTIMATED', isEstimated);
  const ethnicity = reader.text('ETHNICITY_MAIN_CODE');
  return {
    givenName: reader.text('FORENAME'),
    familyName: reader.text('SURNAME'),
    dateOfBirth: reader.date('BIRTH_DTTM'),
    ...(estimated === null ? {} : { dateOfBirthEstimated: estimated }),
    gender: reader.code('GENDER_MAIN_CODE', genderOf),
    ethnicity: ethnicity === null ? null : (ETHNIC_ALIASES.get(ethnicity) ?? ethnicity),
    upn: upnOf(reader),
  };
}

/** Kept even when its letter is wrong: it may still tell a person whose it is. */
function upnOf(reader: WarehouseReader<PersonColumn>): string | null {
  const stated = reader.text('UPN');
  if (stated === null || NO_UPN.test(stated)) {
    return null;
  }
  if (checkUpn(stated).state === 'FAILED') {
    reader.warn('UPN_CHECK_FAILED', 'UPN', 'The check letter does not belong to this number; it is kept, and matches no child.');
  }
  return stated;
}
