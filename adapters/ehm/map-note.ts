import type { DraftObservation, Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { readRow, type WarehouseReader } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import type { EventKind } from './codes.ts';
import type { Column, EhmRecord } from './payload.ts';

/** What a case note says, or why it can't be taken. */
export type NoteSaid = { readonly subjectKey: string; readonly key: string; readonly observations: readonly DraftObservation[] } | Pick<Refusal, 'code' | 'place' | 'reason' | 'remedy'>;

/** A note as it is to be told. */
interface Note {
  readonly key: string;
  readonly subjectKey: string;
  readonly event: EventKind;
  readonly at: Interval | null;
  readonly end: Interval | null;
  /** The case note of the missing episode it is about. */
  readonly about: string | null;
  readonly order: string;
  readonly place: string;
  readonly service: string;
}

interface Terms {
  readonly event: EventKind;
  readonly order: string;
  readonly service: string;
  readonly warnings: Warning[];
}

/** Tells of one significant event; without what makes it one it is refused. */
export function noteSaid({ row, extracted }: EhmRecord, { event, order, service, warnings }: Terms): NoteSaid {
  const reader = readRow<Column>(row, warnings);
  const key = reader.key('CASE_NOTE_ID');
  if (key === null) {
    return { code: 'RECORD_KEY_MISSING', place: row.place, reason: 'The case note has no CASE_NOTE_ID.', remedy: 'Give the note its CASE_NOTE_ID.' };
  }
  const isAbsence = event === 'MISSING' || event === 'AWAY';
  const subjectKey = reader.key('DIM_PERSON_ID') ?? (isAbsence ? standInKey(key) : null);
  if (subjectKey === null) {
    return { code: 'RECORD_KEY_MISSING', place: row.place, reason: 'The case note names no child.', remedy: 'Give the note its DIM_PERSON_ID.' };
  }
  const [at, ended] = [reader.time('EVENT_DTTM'), reader.time('EVENT_END_DTTM')];
  const isToCome = ended !== null && ended.from > extracted.until;
  if (isToCome) {
    reader.warn('DATE_IN_FUTURE', 'EVENT_END_DTTM', 'This time lies after the extract; until then the child is not back.');
  }
  const note = { key, subjectKey, event, at, end: isToCome ? null : ended, about: reader.key('ABOUT_CASE_NOTE_ID'), order, place: row.place, service };
  return faultOf(note, reader) ?? { subjectKey, key, observations: observe(note) };
}

function faultOf({ event, at, end, about }: Note, reader: WarehouseReader<Column>): NoteSaid | null {
  const remedy = 'Give a time such as 2026-03-01T22:15:00.';
  if (at === null && ['OFFERED', 'HELD', 'REFUSED'].includes(event)) {
    return { code: 'VALUE_INVALID', place: reader.place('EVENT_DTTM'), reason: 'The note does not say when the interview was offered, held or refused.', remedy };
  }
  if (about === null && (event === 'RETURNED' || event === 'LOCATED')) {
    const reason = 'The note does not say from which missing episode the child was found or is back.';
    return { code: 'RECORD_KEY_MISSING', place: reader.place('ABOUT_CASE_NOTE_ID'), reason, remedy: 'Give in ABOUT_CASE_NOTE_ID the note of the missing episode.' };
  }
  if (at !== null && end !== null && end.until <= at.from) {
    return { code: 'VALUE_INVALID', place: reader.place('EVENT_END_DTTM'), reason: 'EVENT_END_DTTM lies before EVENT_DTTM.', remedy };
  }
  return null;
}

function observe(note: Note): DraftObservation[] {
  const { event, at } = note;
  switch (event) {
    case 'MISSING':
    case 'AWAY':
      return absence(note, note.end);
    case 'LOCATED':
    case 'RETURNED':
      return [ending(note, event)];
    case 'OFFERED':
    case 'HELD':
    case 'REFUSED':
      return at === null ? [] : [returnTold(note, event, at)];
  }
}

/** Under the note's own part, so that it takes nothing back of what the note of the missing episode says. */
function ending({ key, about, subjectKey, at, order, place }: Note, event: 'LOCATED' | 'RETURNED'): DraftObservation {
  const record = { kind: 'episode', key: about ?? key } as const;
  return { subjectKey, record, part: key, order, place, act: 'correct', kind: event === 'LOCATED' ? 'located' : 'returned', payload: { at } };
}

function returnTold({ key, about, subjectKey, order, place, service }: Note, event: 'OFFERED' | 'HELD' | 'REFUSED', at: Interval): DraftObservation {
  const said = { subjectKey, part: '', order, place, act: 'correct' } as const;
  const episodes = { episodes: [], episodeKeys: about === null ? [] : [about] };
  if (event === 'OFFERED') {
    return { ...said, record: { kind: 'offer', key }, kind: 'offer', payload: { ...episodes, at, ...NOTHING_MORE, service } };
  }
  const payload = { ...episodes, at, offer: null, interviewer: null, service, answers: {}, locating: {} };
  return { ...said, record: { kind: 'interview', key }, kind: 'interview', payload: { ...payload, state: event === 'HELD' ? 'COMPLETED' : 'REFUSED' } };
}

/** What a case note does not say of an offer. */
const NOTHING_MORE = {
  offeredTo: 'CHILD',
  outcome: null,
  phonedYoungPerson: 'NOT_SAID',
  spokenToParentCarer: 'NOT_SAID',
  spokenToSocialWorker: 'NOT_SAID',
  reason: null,
  askAgainOn: null,
  explanation: null,
} as const;

function absence({ key, subjectKey, event, at, order, place }: Note, end: Interval | null): DraftObservation[] {
  const said = { subjectKey, record: { kind: 'episode', key }, part: '', order, place, act: 'correct' } as const;
  const status = event === 'AWAY' ? 'AWAY' : 'MISSING';
  const back: DraftObservation[] = end === null ? [] : [{ ...said, kind: 'returned', payload: { at: end } }];
  return [{ ...said, kind: 'report', payload: at === null ? {} : { missingSince: at } }, { ...said, kind: 'status', payload: { status, at } }, ...back];
}
