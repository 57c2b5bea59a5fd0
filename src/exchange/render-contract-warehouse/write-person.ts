import { plainKey, statedTime } from '../render-contract-texts.ts';
import type { CsvRow } from '../render-contract-csv.ts';
import type { Loss, OutgoingChild } from '../render-contract.ts';

const GENDERS = { FEMALE: 'F', MALE: 'M', OTHER: 'O', UNKNOWN: 'U' } as const;
/** A negative number stands for "unknown" in a warehouse, and so names nobody. */
const isNamed = (key: string): boolean => !/^-\d+$/.test(key);

/** A key as a warehouse has it. */
export function warehouseKey(key: string): string {
  return plainKey(key, isNamed);
}

/** The row of DIM_PERSON; null where nothing of the child but the key is permitted: an empty row would take back what was said. */
export function personRow(child: OutgoingChild): CsvRow | null {
  const said = {
    FORENAME: child.givenName,
    SURNAME: child.familyName,
    BIRTH_DTTM: statedTime(child.dateOfBirth),
    DOB_ESTIMATED: child.dateOfBirthEstimated === undefined ? null : child.dateOfBirthEstimated ? 'Y' : 'N',
    GENDER_MAIN_CODE: child.gender === undefined || child.gender === null ? null : GENDERS[child.gender],
    ETHNICITY_MAIN_CODE: child.ethnicity,
    UPN: child.upn,
  };
  const isSaid = Object.values(said).some((value) => (value ?? '') !== '');
  return isSaid ? { DIM_PERSON_ID: warehouseKey(child.key), ...said } : null;
}

const NO_COLUMN = 'DIM_PERSON has no column for it';

/** What DIM_PERSON does not hold. */
export const PERSON_LOSSES: readonly Loss[] = [
  'statedAge',
  'nhsNumber',
  'responsibleAuthorityChildId',
  'responsibleAuthority',
  'hostAuthority',
  'placementUrn',
  'unaccompanied',
  'homeAddress',
  'telephone',
  'email',
  'build',
  'complexion',
  'hairColour',
  'eyeColourLeft',
  'eyeColourRight',
  'distinguishingFeatures',
  'photographRef',
  'familyAddress',
  'otherAddress',
  'restricted',
].map((field) => ({ field: `person.${field}`, because: NO_COLUMN }));
