import type { ReadableIdentity } from '../../src/ingest/adapter-contract.ts';
import type { AbsenceKind } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { ABSENCES } from './codes.ts';
import { rowKey, type MissingRow } from './payload.ts';
import type { RowReader } from './row-reader.ts';
import type { RowFault } from './source-row.ts';

const A_DATE = 'Give a date of the form dd/mm/yyyy.';

function fault(column: string, reason: string, remedy: string): RowFault {
  return { code: 'VALUE_INVALID', column, reason, remedy, record: null };
}

/** What and when: without both it can't be told which episode the row is. */
function beginning(row: RowReader): { readonly status: AbsenceKind; readonly start: Interval } | RowFault {
  const status = ABSENCES.get(row.text('MISSING'));
  const start = row.dateOrNull('MIS_START');
  if (row.text('MISSING') === null) {
    const [column, check] = row.text('MIS_START') === null ? ['MIS_END', '566'] : ['MIS_START', '565'];
    return fault(column, `DfE ${check}: ${column} without MISSING.`, 'Give M or A in MISSING.');
  }
  if (status === undefined) {
    return fault('MISSING', 'DfE 1006: MISSING is M or A, in capitals.', 'Give M or A in MISSING.');
  }
  if (row.text('MIS_START') === null) {
    return fault('MIS_START', 'DfE 564: MISSING without MIS_START.', A_DATE);
  }
  return start === null ? fault('MIS_START', 'DfE 1004: MIS_START is not a date.', A_DATE) : { status, start };
}

function endFault(row: RowReader, start: Interval): RowFault | null {
  const end = row.dateOrNull('MIS_END');
  if (end === null) {
    return row.text('MIS_END') === null ? null : fault('MIS_END', 'DfE 1005: MIS_END is not a date.', A_DATE);
  }
  const remedy = 'Correct the date that is wrong.';
  return end.from < start.from ? fault('MIS_END', 'DfE 567: MIS_END lies before MIS_START.', remedy) : null;
}

/** A missing row; one that can't be trusted to say whether the child is back is refused, and shown. */
export function readMissingRow(row: RowReader): MissingRow | RowFault {
  const begun = beginning(row);
  if ('code' in begun) {
    return begun;
  }
  const { status, start } = begun;
  const key = rowKey(row.child(), row.text('MISSING') ?? '', start.text);
  const badEnd = endFault(row, start);
  if (badEnd !== null) {
    return { ...badEnd, record: { kind: 'episode', key, part: '', order: row.extracted.order } };
  }
  const dateOfBirth = row.optionalDate('DOB');
  if (dateOfBirth !== null && start.from <= dateOfBirth.from) {
    row.warn('DFE_586', 'MIS_START', 'DfE 586: the episode starts on or before the date of birth.');
  }
  row.warnIfFuture('MIS_START', start);
  const end = row.dateOrNull('MIS_END');
  // A return that is still to come has not happened: until then the child is missing.
  const hasEnded = !row.warnIfFuture('MIS_END', end);
  return { table: 'missing', child: row.child(), key, dateOfBirth, status, start, end: hasEnded ? end : null, warnings: row.warnings };
}

/** Whether the row may be about a child who is missing now; a kind that can't be read counts as missing. */
function readableAbsence(row: RowReader): AbsenceKind | null {
  const code = row.text('MISSING');
  const hasBegun = code !== null || row.text('MIS_START') !== null;
  return hasBegun && row.text('MIS_END') === null ? (ABSENCES.get(code?.toUpperCase() ?? null) ?? 'MISSING') : null;
}

/** What can be read of the child in a row that is refused. */
export function readMissingIdentity(row: RowReader): ReadableIdentity {
  const born = row.dateOrNull('DOB')?.text;
  return {
    messageKind: 'SSDA903_MISSING',
    givenName: null,
    familyName: null,
    dateOfBirth: born?.split('/').reverse().join('-') ?? null,
    risk: null,
    absence: readableAbsence(row),
    authority: null,
  };
}
