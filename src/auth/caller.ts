import type { Person, RoleAt } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Somebody who reads, in the one role this request acts in. */
export interface ViewingCaller {
  readonly kind: 'viewer';
  readonly viewer: Viewer;
  readonly person: Person;
  /** Every role this person holds; the viewer acts in one of them. */
  readonly roles: readonly RoleAt[];
}

/** A source system that sends, and can do nothing else. */
export interface IngestCaller {
  readonly kind: 'ingest';
  readonly person: Person;
  readonly agency: string;
  readonly system: string;
}

export type Caller = ViewingCaller | IngestCaller;

/** The caller as a reader; who only sends may not read. */
export function asViewing(caller: Caller): ViewingCaller {
  if (caller.kind !== 'viewer') {
    throw new HubError('FORBIDDEN', 'An ingest client sends; it cannot read.');
  }
  return caller;
}

/** The caller as a source system; who reads may not send. */
export function asIngesting(caller: Caller): IngestCaller {
  if (caller.kind !== 'ingest') {
    throw new HubError('FORBIDDEN', 'Only an ingest client sends documents.');
  }
  return caller;
}
