import type { DraftObservation } from '../../src/ingest/adapter-contract.ts';
import type { ErrorCode } from '../../src/domain/errors.ts';
import { canonicalInstant, readDateTime } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import { MESSAGE_TYPES, ROOT, type CompactPath, type MessageType } from './payload.ts';
import type { FieldReader } from './read-fields.ts';

/** What a message is about and when it was said. */
export interface MessageName {
  readonly type: MessageType;
  /** The force's own person key, or the stand-in when it gives none. */
  readonly person: string;
  /** The same person when an earlier message had no PersonId. */
  readonly standIn: string | null;
  readonly episode: string;
  readonly sentAt: string;
}

/** Why a message can't be taken at all. */
export interface NameFault {
  readonly code: ErrorCode;
  readonly path: CompactPath;
  readonly reason: string;
  readonly remedy: string;
}

const NO_TIME: NameFault = {
  code: 'VALUE_INVALID',
  path: 'Header/SentAt',
  reason: 'SentAt is not a date with a time, so the message can be put in no order.',
  remedy: 'Give an ISO 8601 time, such as 2026-03-01T22:15:00Z.',
};
const NO_KEY: NameFault = {
  code: 'RECORD_KEY_MISSING',
  path: 'Report/MisperId',
  reason: 'The message does not say which missing report it belongs to.',
  remedy: 'Give MisperId, or PersonId together with MissingSince.',
};

/** The message's place among the source's messages; null where it states no time. */
export function sentAt(reader: FieldReader): string | null {
  const sent = readDateTime(reader.text('Header/SentAt') ?? '');
  if (sent === null || sent.precision === 'DATE') {
    return null;
  }
  if (sent.until - sent.from > 60_000) {
    const reason = 'SentAt lies in the hour that the clocks repeat in autumn; the first of the two was taken.';
    reader.remark('TIME_AMBIGUOUS', 'Header/SentAt', reason);
  }
  return canonicalInstant(sent.from);
}

/** The report's key: without a MisperId, the person and the start they went missing at name it. */
export function episodeKey(reader: FieldReader): string | null {
  const misper = reader.text('Report/MisperId');
  if (misper !== undefined) {
    return misper;
  }
  const person = reader.text('Person/PersonId');
  const since = reader.time('Report/MissingSince');
  return person === undefined || since === undefined ? null : `person:${person}@${canonicalInstant(since.from)}`;
}

/** Names the message's kind, person, report and order, or says why it can't. */
export function nameMessage(reader: FieldReader): MessageName | NameFault {
  const order = sentAt(reader);
  const episode = episodeKey(reader);
  const type = MESSAGE_TYPES.find((known) => known === reader.text('Header/MessageType'));
  if (order === null || type === undefined) {
    return NO_TIME;
  }
  if (episode === null) {
    return NO_KEY;
  }
  const misper = reader.text('Report/MisperId');
  const standIn = misper === undefined ? null : standInKey(misper);
  // An episode key without MisperId was made from PersonId, so one of the two is always there.
  const person = reader.text('Person/PersonId') ?? standIn ?? episode;
  return { type, person, standIn: standIn === person ? null : standIn, episode, sentAt: order };
}

type Said = Pick<DraftObservation, 'subjectKey' | 'record' | 'part' | 'act' | 'order' | 'place'>;

/** What every statement about the missing report itself has in common, whatever it says of it. */
export function saidOfReport(name: MessageName, section: 'Report' | 'Found'): Said {
  return {
    subjectKey: name.person,
    record: { kind: 'episode', key: name.episode },
    part: '',
    act: 'assert',
    order: name.sentAt,
    place: `/${ROOT}/${section}`,
  };
}
