import type { Directory } from '../directory/directory.ts';
import { standingOf } from '../directory/on-shift.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Does the directory in force still give this person the role, and are they on shift where the role asks for it? */
export function actorStands(directory: Directory, viewer: Viewer, now: number): void {
  switch (standingOf(directory, viewer, now)) {
    case 'STANDS':
      return;
    case 'OFF_SHIFT':
      throw new HubError('OFF_SHIFT', 'You hold this role on shift only.');
    case 'GONE':
      throw new HubError('TOKEN_REFUSED', 'The directory has changed and no longer gives you this role.');
  }
}
