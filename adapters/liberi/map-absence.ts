import type { AbsenceKind, Payloads } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { statusOf, type StatusWord } from './codes.ts';
import type { LiberiEpisode, LiberiSettings } from './payload.ts';
import { FieldReader } from './read-fields.ts';
import type { Warning } from '../../src/ingest/adapter-contract.ts';

/** What an episode says of the absence itself. */
export type Said = { [K in 'report' | 'status' | 'located' | 'returned']: { readonly kind: K; readonly payload: Payloads[K] } }[
  'report' | 'status' | 'located' | 'returned'
];
interface Change {
  readonly word: StatusWord;
  readonly at: Interval | null;
}

/** The report, every status inside the episode, that the child was found, and the return. */
export function absenceOf(episode: LiberiEpisode, settings: LiberiSettings, warnings: Warning[]): Said[] {
  const reader = new FieldReader(episode.row, warnings);
  const changes = changesOf(episode, reader, warnings);
  return [{ kind: 'report', payload: reportPayload(reader, settings) }, ...changes.flatMap(changeSaid), ...returnSaid(reader, { episode, settings, changes })];
}

function reportPayload(reader: FieldReader, settings: LiberiSettings): Payloads['report'] {
  const missingSince = reader.time('START_DTTM');
  const missingFrom = reader.text('LOCATION_MISSING_FROM');
  const circumstances = reasonOf('START_REASON', reader, settings);
  return { ...(missingSince && { missingSince }), ...(missingFrom !== null && { missingFrom }), ...(circumstances !== null && { circumstances }) };
}

/** The words an authority's settings give for a reason code; any other code is kept as it came. */
function reasonOf(column: 'START_REASON' | 'END_REASON', reader: FieldReader, { reasons }: LiberiSettings): string | null {
  const code = reader.text(column);
  const words = code !== null && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (code !== null && words === undefined) {
    reader.warn('CODE_UNKNOWN', column, 'The settings give no words for this reason code; it is kept as it came.');
  }
  return words ?? code;
}

/** A word that no list knows is no reason to stop looking: the child counts as missing. */
function wordOf(reader: FieldReader): StatusWord | null {
  const word = reader.text('MISSING_STATUS');
  const known = word === null ? null : statusOf(word);
  if (word !== null && known === null) {
    reader.warn('STATUS_UNKNOWN', 'MISSING_STATUS', 'This status is not in the code list of the adapter README; the child is taken as missing.');
  }
  return word === null ? null : (known ?? 'MISSING');
}

const isAbsence = (word: StatusWord): word is AbsenceKind => word === 'MISSING' || word === 'AWAY';

/** The status rows of the episode; where they tell of no absence, the episode's own status from its start. */
function changesOf({ statuses }: LiberiEpisode, reader: FieldReader, warnings: Warning[]): Change[] {
  const rows = statuses.map((row) => new FieldReader(row, warnings));
  const told = rows.map((status): Change => ({ word: wordOf(status) ?? 'MISSING', at: status.time('START_DTTM') }));
  const own = wordOf(reader);
  const first: Change[] = told.some(({ word }) => isAbsence(word)) ? [] : [{ word: own !== null && isAbsence(own) ? own : 'MISSING', at: reader.time('START_DTTM') }];
  // Found or returned as the episode's present status, where no row says when.
  const last: Change[] = own === null || isAbsence(own) || told.some(({ word }) => word === own) ? [] : [{ word: own, at: null }];
  return [...first, ...told, ...last];
}

function changeSaid({ word, at }: Change): Said[] {
  if (word === 'RETURNED') {
    return [];
  }
  return [isAbsence(word) ? { kind: 'status', payload: { status: word, at } } : { kind: 'located', payload: { at } }];
}

interface Ending {
  readonly episode: LiberiEpisode;
  readonly settings: LiberiSettings;
  readonly changes: readonly Change[];
}

/** The end of an episode is the child's return; an end still to come has not happened. */
function returnSaid(reader: FieldReader, { episode, settings, changes }: Ending): Said[] {
  const returned = changes.findLast(({ word }) => word === 'RETURNED');
  const end = reader.time('END_DTTM');
  if (end !== null && end.from > episode.exported.until) {
    reader.warn('DATE_IN_FUTURE', 'END_DTTM', 'This time lies after the export; until then the child is not back.');
    return [];
  }
  if (reader.text('END_DTTM') === null && returned === undefined) {
    return [];
  }
  const method = reasonOf('END_REASON', reader, settings);
  return [{ kind: 'returned', payload: { at: end ?? returned?.at ?? null, ...(method !== null && { method }) } }];
}
