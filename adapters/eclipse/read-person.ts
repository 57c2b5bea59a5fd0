import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableRow } from '../../src/ingest/adapter-contract-tables.ts';
import type { Gender } from '../../src/domain/observation/observation.ts';
import { GENDERS } from './codes.ts';
import type { EclipseRecord } from './payload.ts';
import { readDay } from './read-day.ts';

/** A row of the person view restates all it says of the person; an empty cell takes a value back. */
export function readPerson(row: TableRow): EclipseRecord | Refusal {
  const person = row.cells.get('PERSONID');
  if (row.fault !== null || person === undefined) {
    const noKey = { code: 'RECORD_KEY_MISSING', reason: 'The row names no person.', remedy: 'Give the PERSONID.' } as const;
    return { ...(row.fault ?? noKey), place: row.place, readable: null, record: null };
  }
  const warnings: Warning[] = [];
  const payload = {
    givenName: row.cells.get('FORENAME') ?? null,
    familyName: row.cells.get('SURNAME') ?? null,
    dateOfBirth: birthOf(row, warnings),
    gender: genderOf(row, warnings),
    ethnicity: row.cells.get('ETHNICITYCODE') ?? null,
  };
  return { tells: 'PERSON', person, payload, warnings };
}

function birthOf(row: TableRow, warnings: Warning[]): ReturnType<typeof readDay> {
  const text = row.cells.get('DATEOFBIRTH');
  const day = readDay(text ?? '');
  if (text !== undefined && day === null) {
    warnings.push({ code: 'DATE_UNREADABLE', place: `${row.place}, DATEOFBIRTH`, reason: 'This is not a date the adapter README lists; it was left out.' });
  }
  return day;
}

/** What the person says they are, else what was recorded at birth. */
function genderOf(row: TableRow, warnings: Warning[]): Gender | null {
  for (const column of ['GENDER', 'SEX']) {
    const word = row.cells.get(column);
    const known = GENDERS.get(word?.toUpperCase() ?? '');
    if (known !== undefined) {
      return known;
    }
    if (word !== undefined) {
      warnings.push({ code: 'CODE_UNKNOWN', place: `${row.place}, ${column}`, reason: 'This word is not in the code list of the adapter README; it was left out.' });
    }
  }
  return null;
}
