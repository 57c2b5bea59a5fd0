import type { ReadableIdentity, Refusal } from '../../src/ingest/adapter-contract.ts';
import { findText } from '../../src/ingest/adapter-contract-xml-text.ts';
import { readDate } from '../../src/domain/observation/source-time.ts';
import { riskOf } from './codes.ts';
import { episodeKey, sentAt } from './name-message.ts';
import { MESSAGE_TYPES } from './payload.ts';
import { FieldReader, stated } from './read-fields.ts';

/** The first of these elements whose text is of this form. */
function findForm(text: string, elements: readonly string[], isForm: (value: string) => boolean): string | null {
  return elements.map((element) => findText(text, element)).find((value) => value !== null && isForm(value)) ?? null;
}

const isAnything = (): boolean => true;
const isCode = (value: string): boolean => /^[\w-]{1,40}$/.test(value);
const isDate = (value: string): boolean => readDate(value, 'iso') !== null;

/** What can be read of the child in a message that can't be taken: a missing child whose file is broken is still missing. */
export function readIdentity(text: string): ReadableIdentity | null {
  const type = findText(text, 'MessageType');
  const messageKind = MESSAGE_TYPES.find((known) => known === type) ?? 'UNKNOWN';
  const identity = {
    givenName: findForm(text, ['GivenName'], isAnything),
    familyName: findForm(text, ['Surname'], isAnything),
    dateOfBirth: findForm(text, ['DateOfBirth'], isDate),
    risk: riskOf(findForm(text, ['CurrentRiskLevel', 'InitialRiskLevel'], isAnything) ?? ''),
    authority: findForm(text, ['PlacingAuthority', 'HostAuthority'], isCode),
  };
  if (messageKind === 'UNKNOWN' && Object.values(identity).every((value) => value === null)) {
    return null;
  }
  // A message whose kind can't be read may be about a missing child, so it counts as one.
  const absence = messageKind === 'FOUND' || messageKind === 'CANCEL' ? null : 'MISSING';
  return { messageKind, ...identity, absence };
}

/** Which report a message that can't be taken belongs to, as far as that can be read. */
export function readRefusedRecord(text: string): Refusal['record'] {
  // Earlier reports of the same person are named by the same element.
  const current = text.replace(/<PreviousMissing\b[^]*?(?:<\/PreviousMissing|$)/, '');
  const reader = new FieldReader(
    stated({
      'Header/SentAt': findText(current, 'SentAt') ?? undefined,
      'Report/MisperId': findText(current, 'MisperId') ?? undefined,
      'Report/MissingSince': findText(current, 'MissingSince') ?? undefined,
      'Person/PersonId': findText(current, 'PersonId') ?? undefined,
    }),
  );
  const key = episodeKey(reader);
  return key === null ? null : { kind: 'episode', key, part: '', order: sentAt(reader) };
}
