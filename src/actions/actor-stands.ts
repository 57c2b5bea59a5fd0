import type { Directory } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Does the directory in force still give this person the role, and are they on shift where the role asks for it? */
export function actorStands({ people }: Directory, viewer: Viewer, now: number): void {
  const person = people.get(viewer.person);
  const held = person?.roles.find(({ role, agency }) => role === viewer.role && agency === viewer.agency);
  if (person === undefined || person.suspended || held === undefined) {
    throw new HubError('TOKEN_REFUSED', 'The directory has changed and no longer gives you this role.');
  }
  if (viewer.role === 'EDT' && !held.shifts.some(({ from, until }) => from <= now && now < until)) {
    throw new HubError('OFF_SHIFT', 'You are not on shift now.');
  }
}
