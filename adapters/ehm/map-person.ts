import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import { checkUpn } from '../../src/domain/observation/upn.ts';
import { ethnicityCode, genderOf, hasNoUpn, isEstimated } from './codes.ts';
import type { FieldReader } from './read-fields.ts';

/** What the set says of the child; LEGACY_ID is left out, for only another agency quotes an authority's number. */
export function personPayload(reader: FieldReader): PersonPayload {
  const estimated = reader.code('DOB_ESTIMATED', isEstimated);
  const ethnicity = reader.text('ETHNICITY_MAIN_CODE');
  return {
    givenName: reader.text('FORENAME'),
    familyName: reader.text('SURNAME'),
    dateOfBirth: reader.date('BIRTH_DTTM'),
    ...(estimated === null ? {} : { dateOfBirthEstimated: estimated }),
    gender: reader.code('GENDER_MAIN_CODE', genderOf),
    ethnicity: ethnicity === null ? null : ethnicityCode(ethnicity),
    upn: upn(reader),
  };
}

/** Kept even when its letter is wrong: it may still tell a person whose it is. */
function upn(reader: FieldReader): string | null {
  const stated = reader.text('UPN');
  if (stated === null || hasNoUpn(stated)) {
    return null;
  }
  if (checkUpn(stated).state === 'FAILED') {
    reader.warn('UPN_CHECK_FAILED', 'UPN', 'The check letter does not belong to this number; it is kept, and matches no child.');
  }
  return stated;
}
