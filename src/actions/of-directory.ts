import { authorityNamedIn } from '../directory/authority-named-in.ts';
import { stillHolds } from '../directory/still-holds.ts';
import type { Directory } from '../directory/directory.ts';
import type { SeenAt } from './seen-at.ts';

/** What a course takes of the directory: by which practice an authority goes, which of them a text names, and who is there still. */
export function ofDirectory(directory: Directory): Pick<SeenAt, 'practiceOf' | 'authorityNamed' | 'mayBeAssigned'> {
  return {
    practiceOf: (authority) => directory.agencies.get(authority)?.practice ?? null,
    authorityNamed: (text) => authorityNamedIn(directory, text),
    mayBeAssigned: (worker) => stillHolds(directory, worker, ['RETURN_WORKER', 'SOCIAL_WORKER']),
  };
}
