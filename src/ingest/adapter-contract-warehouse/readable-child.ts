import type { ReadableIdentity } from '../adapter-contract.ts';
import { statusOf } from './absence-told.ts';

type Said = (column: 'FORENAME' | 'SURNAME' | 'BIRTH_DTTM' | 'MISSING_STATUS') => string | null;

/** What can be read of the child of a row that is refused. */
export function readableChild(messageKind: string, said: Said, absence: ReadableIdentity['absence']): ReadableIdentity {
  const dateOfBirth = /^\d{4}-\d{2}-\d{2}/.exec(said('BIRTH_DTTM') ?? '')?.[0] ?? null;
  return { messageKind, givenName: said('FORENAME'), familyName: said('SURNAME'), dateOfBirth, risk: null, absence, authority: null };
}

/** Is the child of a refused episode still missing? Found is not back, and a status that can't be read counts as missing. */
export function readableAbsence(said: Said, isOver: boolean): ReadableIdentity['absence'] {
  const status = statusOf(said('MISSING_STATUS') ?? '');
  const going = status === 'AWAY' ? 'AWAY' : 'MISSING';
  return isOver || status === 'RETURNED' ? null : going;
}
