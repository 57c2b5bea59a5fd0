import { rowKey, type PlacementRow } from './payload.ts';
import type { RowReader } from './row-reader.ts';
import type { RowFault } from './source-row.ts';

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i;
const A_DATE = 'Give a date of the form dd/mm/yyyy.';

function postcode(row: RowReader, column: string): string | null {
  const text = row.text(column);
  if (text !== null && !POSTCODE.test(text)) {
    row.warn('POSTCODE_UNUSUAL', column, 'This does not have the form of a postcode; it was kept as it came.');
  }
  return text;
}

function startFault(row: RowReader): RowFault {
  const fault = { column: 'DECOM', record: null, remedy: A_DATE } as const;
  return row.text('DECOM') === null
    ? { ...fault, code: 'RECORD_KEY_MISSING', reason: 'An episode of care is named by its child and DECOM, which is empty.' }
    : { ...fault, code: 'VALUE_INVALID', reason: 'DECOM is not a date.' };
}

/** An episodes row: a placement whose end can't be trusted is refused, for an open one would give its home access. */
export function readEpisodeRow(row: RowReader): PlacementRow | RowFault {
  const from = row.dateOrNull('DECOM');
  const until = row.dateOrNull('DEC');
  if (from === null) {
    return startFault(row);
  }
  const key = rowKey(row.child(), from.text);
  const record = { kind: 'placement', key, part: '', order: row.extracted.order } as const;
  if (until === null && row.text('DEC') !== null) {
    return { code: 'VALUE_INVALID', column: 'DEC', reason: 'DEC is not a date.', remedy: A_DATE, record };
  }
  if (until !== null && until.from < from.from) {
    const remedy = 'Give the day the episode ended, or leave DEC empty while it goes on.';
    return { code: 'VALUE_INVALID', column: 'DEC', reason: 'The episode ends before it starts.', remedy, record };
  }
  row.warnIfFuture('DECOM', from);
  row.warnIfFuture('DEC', until);
  const placement = {
    from,
    until,
    placementType: row.code('PLACE'),
    providerType: row.code('PLACE_PROVIDER'),
    legalStatus: row.code('LS'),
    needCode: row.code('CIN'),
    reasonStarted: row.code('RNE'),
    reasonEnded: row.code('REC'),
    reasonChanged: row.code('REASON_PLACE_CHANGE'),
    urn: row.text('URN'),
    placementPostcode: postcode(row, 'PL_POST'),
    homePostcode: postcode(row, 'HOME_POST'),
  };
  return { table: 'episodes', child: row.child(), key, placement, warnings: row.warnings };
}
