import { checkUpn } from '../../src/domain/observation/upn.ts';
import type { Gender } from '../../src/domain/observation/observation.ts';
import { ethnicityCode, GENDERS, NO_UPN } from './codes.ts';
import type { PersonRow } from './payload.ts';
import type { RowReader } from './row-reader.ts';

function gender(row: RowReader): Gender | null {
  const sex = row.text('SEX');
  const known = GENDERS.get(sex) ?? null;
  if (sex !== null && known === null) {
    row.warn('CODE_UNKNOWN', 'SEX', 'SEX is 1 or 2; it was left out.');
  }
  return known;
}

function ethnicity(row: RowReader): string | null {
  const code = row.text('ETHNIC');
  return row.code('ETHNIC', code === null ? null : ethnicityCode(code));
}

/** Kept even when its letter is wrong: it may still tell a person whose it is. */
function upn(row: RowReader): string | null {
  const stated = row.text('UPN');
  if (stated === null || NO_UPN.has(stated)) {
    return null;
  }
  if (checkUpn(stated).state === 'FAILED') {
    row.warn('UPN_CHECK_FAILED', 'UPN', 'The check letter does not belong to this number; it is kept, and matches no child.');
  }
  return stated;
}

/** A header row restates all that the return says of the child; an empty cell takes a value back. Only in XML it has the UASC mark, which is a row of its own. */
export function readHeaderRow(row: RowReader): PersonRow {
  const dateOfBirth = row.optionalDate('DOB');
  const mark = row.text('UASC');
  if (mark !== null && mark !== '0' && mark !== '1') {
    row.warn('CODE_UNKNOWN', 'UASC', 'UASC is 1 or 0; it was left out.');
  }
  const person = { dateOfBirth, gender: gender(row), ethnicity: ethnicity(row), upn: upn(row) };
  return { table: 'header', child: row.child(), person, warnings: row.warnings };
}

/** A row of the UASC table, whose children came unaccompanied; that stays true after the day they cease to count as such. */
export function readUascRow(row: RowReader): PersonRow {
  const person = { dateOfBirth: row.optionalDate('DOB'), gender: gender(row), unaccompanied: true };
  return { table: 'uasc', child: row.child(), person, warnings: row.warnings };
}
