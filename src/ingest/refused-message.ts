import { ERRORS, HubError, type ErrorCode } from '../domain/errors.ts';
import type { Observation } from '../domain/observation/observation.ts';
import type { Message } from '../store/write/observation-store.ts';
import type { DraftObservation, ReadableIdentity, Refusal } from './adapter-contract.ts';

/** The place of a fault that concerns a document as a whole. */
export const WHOLE_DOCUMENT = 'document';

/** A refusal with the remedy its code stands for. */
export function refusal(code: ErrorCode, words: Pick<Refusal, 'place' | 'reason'> & Partial<Pick<Refusal, 'readable' | 'record'>>): Refusal {
  return { code, remedy: ERRORS[code].remedy, readable: null, record: null, ...words };
}

/** A fault met while reading; the words of a foreign error may repeat what it was reading, so they are not kept. */
export function refusalOf(error: unknown, place: string): Refusal {
  if (error instanceof HubError) {
    const known = error.details['place'];
    return refusal(error.code, { place: typeof known === 'string' ? known : place, reason: error.message });
  }
  return refusal('DOCUMENT_UNREADABLE', { place, reason: 'The hub failed while reading this.' });
}

/** Refuses a message that says something else than another message at the same order did. */
export function contradiction({ record, part, order, place, observations }: Message): Refusal {
  return refusal('ORDER_CONFLICT', {
    place,
    reason: 'Another message about this record has the same time or revision, but says something else.',
    readable: identityOf(observations),
    record: { kind: record.kind, key: record.key, part, order },
  });
}

/** What was said, before or after the hub added who said it. */
type Said = DraftObservation | Observation;

/** What a message that was understood, but not taken, says of a missing child; null when it is not about one. */
export function identityOf(drafts: readonly Said[]): ReadableIdentity | null {
  const kinds = new Set(drafts.map(({ kind }) => kind));
  const found = kinds.has('located') || kinds.has('returned');
  if (!found && !kinds.has('report') && !kinds.has('status')) {
    return null;
  }
  return {
    messageKind: found ? 'FOUND' : 'MISSING',
    ...personOf(drafts),
    risk: drafts.findLast((draft) => draft.kind === 'risk')?.payload.risk ?? null,
    absence: drafts.findLast((draft) => draft.kind === 'status')?.payload.status ?? null,
  };
}

function personOf(drafts: readonly Said[]): Pick<ReadableIdentity, 'givenName' | 'familyName' | 'dateOfBirth' | 'authority'> {
  const said = drafts.flatMap((draft) => (draft.kind === 'person' ? [draft.payload] : []));
  const stated = (field: 'givenName' | 'familyName' | 'responsibleAuthority' | 'hostAuthority'): string | null =>
    said.find((payload) => payload[field])?.[field] ?? null;
  return {
    givenName: stated('givenName'),
    familyName: stated('familyName'),
    dateOfBirth: said.find((payload) => payload.dateOfBirth)?.dateOfBirth?.text ?? null,
    authority: stated('responsibleAuthority') ?? stated('hostAuthority'),
  };
}
