import type { AbsenceKind, Payloads } from '../../domain/observation/observation.ts';
import type { Interval } from '../../domain/observation/source-time.ts';
import { wordList } from '../../domain/observation/word-list.ts';
import type { EpisodeForm } from './episode-form.ts';
import type { WarehouseReader } from './read-warehouse.ts';

/** The columns of FACT_MISSING_PERSON and FACT_MISSING_STATUS that are read. */
export type EpisodeColumn =
  | 'START_DTTM'
  | 'END_DTTM'
  | 'MISSING_STATUS'
  | 'RETURN_INTERVIEW_OFFERED'
  | 'RETURN_INTERVIEW_ACCEPTED'
  | 'LOCATION_MISSING_FROM'
  | 'START_REASON'
  | 'END_REASON';

/** One missing episode with the rows and forms that belong to it. */
export interface WarehouseEpisode {
  readonly key: string;
  readonly own: WarehouseReader<EpisodeColumn>;
  readonly statuses: readonly WarehouseReader<EpisodeColumn>[];
  readonly forms: readonly EpisodeForm[];
  readonly exported: Interval;
  /** An authority's own words for its reason codes. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What a missing status says: how the child is absent, or that they were found or are back. */
export type StatusWord = AbsenceKind | 'LOCATED' | 'RETURNED';

/** "Absent" alone is in no list: in police words it is a risk, and to take the child as missing is the safer reading. */
export const statusOf: (word: string) => StatusWord | null = wordList<StatusWord>({
  M: 'MISSING',
  Missing: 'MISSING',
  A: 'AWAY',
  Away: 'AWAY',
  'Away from placement': 'AWAY',
  'Away from placement without authorisation': 'AWAY',
  'Absent from placement without authorisation': 'AWAY',
  Found: 'LOCATED',
  Located: 'LOCATED',
  Traced: 'LOCATED',
  Returned: 'RETURNED',
});

/** What an episode says of the absence itself. */
export type AbsenceTold = { [K in 'report' | 'status' | 'located' | 'returned']: { readonly kind: K; readonly payload: Payloads[K] } }[
  'report' | 'status' | 'located' | 'returned'
];
interface Change {
  readonly word: StatusWord;
  readonly at: Interval | null;
}

/** The report, every status inside the episode, that the child was found, and the return. */
export function absenceTold(episode: WarehouseEpisode): AbsenceTold[] {
  const changes = changesOf(episode);
  return [{ kind: 'report', payload: reportPayload(episode) }, ...changes.flatMap(changeSaid), ...returnSaid(episode, changes)];
}

function reportPayload(episode: WarehouseEpisode): Payloads['report'] {
  const missingSince = episode.own.time('START_DTTM');
  const missingFrom = episode.own.text('LOCATION_MISSING_FROM');
  const circumstances = reasonOf('START_REASON', episode);
  return { ...(missingSince && { missingSince }), ...(missingFrom !== null && { missingFrom }), ...(circumstances !== null && { circumstances }) };
}

/** The words an authority's settings give for a reason code; any other code is kept as it came. */
function reasonOf(column: 'START_REASON' | 'END_REASON', { own, reasons }: WarehouseEpisode): string | null {
  const code = own.text(column);
  const words = code !== null && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (code !== null && words === undefined) {
    own.warn('CODE_UNKNOWN', column, 'The settings give no words for this reason code; it is kept as it came.');
  }
  return words ?? code;
}

/** A word that no list knows is no reason to stop looking: the child counts as missing. */
function wordOf(reader: WarehouseReader<EpisodeColumn>): StatusWord | null {
  const word = reader.text('MISSING_STATUS');
  const known = word === null ? null : statusOf(word);
  if (word !== null && known === null) {
    reader.warn('STATUS_UNKNOWN', 'MISSING_STATUS', 'This status is not in the code list of the adapter README; the child is taken as missing.');
  }
  return word === null ? null : (known ?? 'MISSING');
}

const isAbsence = (word: StatusWord): word is AbsenceKind => word === 'MISSING' || word === 'AWAY';

/** The status rows of the episode; where they tell of no absence, the episode's own status from its start. */
function changesOf({ own: reader, statuses }: WarehouseEpisode): Change[] {
  const told = statuses.map((status): Change => ({ word: wordOf(status) ?? 'MISSING', at: status.time('START_DTTM') }));
  const own = wordOf(reader);
  const first: Change[] = told.some(({ word }) => isAbsence(word)) ? [] : [{ word: own !== null && isAbsence(own) ? own : 'MISSING', at: reader.time('START_DTTM') }];
  // Found or returned as the episode's present status, where no row says when.
  const last: Change[] = own === null || isAbsence(own) || told.some(({ word }) => word === own) ? [] : [{ word: own, at: null }];
  return [...first, ...told, ...last];
}

function changeSaid({ word, at }: Change): AbsenceTold[] {
  if (word === 'RETURNED') {
    return [];
  }
  return [isAbsence(word) ? { kind: 'status', payload: { status: word, at } } : { kind: 'located', payload: { at } }];
}

/** The end of an episode is the child's return; an end still to come has not happened. */
function returnSaid(episode: WarehouseEpisode, changes: readonly Change[]): AbsenceTold[] {
  const { own, exported } = episode;
  const returned = changes.findLast(({ word }) => word === 'RETURNED');
  const end = own.time('END_DTTM');
  if (end !== null && end.from > exported.until) {
    own.warn('DATE_IN_FUTURE', 'END_DTTM', 'This time lies after the export; until then the child is not back.');
    return [];
  }
  if (own.text('END_DTTM') === null && returned === undefined) {
    return [];
  }
  const method = reasonOf('END_REASON', episode);
  return [{ kind: 'returned', payload: { at: end ?? returned?.at ?? null, ...(method !== null && { method }) } }];
}
