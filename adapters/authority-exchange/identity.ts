import type { ReadableIdentity, Refusal } from '../../src/ingest/adapter-contract.ts';
import { findText } from '../../src/ingest/adapter-contract-xml-text.ts';
import { canonicalInstant, readDate, readDateTime } from '../../src/domain/observation/source-time.ts';
import { riskOf, statusOf } from './codes.ts';
import { MESSAGE_TYPES, type MessageType } from './payload.ts';

const ofForm = (value: string | null, isForm: (value: string) => boolean): string | null => (value !== null && isForm(value) ? value : null);
const isCode = (value: string): boolean => /^[\w-]{1,40}$/.test(value);
const isDate = (value: string): boolean => readDate(value, 'iso') !== null;

/** Of which kinds of record a message is, and the element that holds its key. */
const RECORDS: Readonly<Partial<Record<MessageType, { readonly kind: NonNullable<Refusal['record']>['kind']; readonly key: string }>>> = {
  PLACEMENT_NOTIFICATION: { kind: 'placement', key: 'PlacementKey' },
  MISSING_NOTIFICATION: { kind: 'episode', key: 'EpisodeKey' },
  RISK_ASSESSMENT: { kind: 'riskAssessment', key: 'AssessmentKey' },
  COMPLETED_INTERVIEW: { kind: 'interview', key: 'InterviewKey' },
};
const typeIn = (text: string): MessageType | null => MESSAGE_TYPES.find((known) => known === findText(text, 'MessageType')) ?? null;

/** What can be read of the child in a message that can't be taken: a missing child whose file is broken is still missing. */
export function readIdentity(text: string): ReadableIdentity | null {
  const type = typeIn(text);
  // A message that can only be of something else is no word of a missing child; one whose kind can't be read may be.
  if (type !== null && type !== 'MISSING_NOTIFICATION' && !text.includes('<MissingNotification')) {
    return null;
  }
  const identity = {
    givenName: findText(text, 'GivenName'),
    familyName: findText(text, 'Surname'),
    dateOfBirth: ofForm(findText(text, 'DateOfBirth'), isDate),
    risk: riskOf(findText(text, 'Risk') ?? ''),
    authority: ofForm(findText(text, 'ResponsibleAuthority'), isCode) ?? ofForm(findText(text, 'SendingAuthority'), isCode),
  };
  if (type === null && Object.values(identity).every((value) => value === null)) {
    return null;
  }
  return { messageKind: type ?? 'UNKNOWN', ...identity, absence: absenceIn(text) };
}

function absenceIn(text: string): ReadableIdentity['absence'] {
  const found = ['LocatedAt', 'LocatedPlace', 'ReturnedAt', 'ReturnedTo'].some((element) => findText(text, element) !== null);
  return statusOf(findText(text, 'Status') ?? '') ?? (found ? null : 'MISSING');
}

/** Which record a message that can't be taken is about, as far as that can be read. */
export function readRefusedRecord(text: string): Refusal['record'] {
  const type = typeIn(text);
  const about = type === null ? undefined : RECORDS[type];
  const key = about === undefined ? null : findText(text, about.key);
  if (about === undefined || key === null) {
    return null;
  }
  const sent = readDateTime(findText(text, 'SentAt') ?? '');
  return { kind: about.kind, key, part: '', order: sent === null || sent.precision === 'DATE' ? null : canonicalInstant(sent.from) };
}
