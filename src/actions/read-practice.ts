import type { Directory } from '../directory/directory.ts';
import { rulesInForce, type RulesInForce } from '../domain/authority/rules-in-force.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';

/** What an authority goes by, and which. */
export interface PracticeRead extends RulesInForce {
  readonly authority: string;
  readonly name: string;
}

/** The practice rules of an authority, for whoever works there and for every hub coordinator; no word of any child is in them. */
export function readPractice({ agencies }: Directory, viewer: Viewer, authority: string): PracticeRead {
  const agency = agencies.get(authority);
  if (agency?.kind !== 'AUTHORITY' || !mayRead(viewer, authority)) {
    throw new HubError('NOT_FOUND', 'There is no authority of this id whose practice rules you may see.');
  }
  return { authority, name: agency.name, ...rulesInForce(agency.practice) };
}

/** A parent who was let in is entered at the authority and does not work there. */
function mayRead({ agency, role }: Viewer, authority: string): boolean {
  return role === 'HUB_COORDINATOR' || (agency === authority && role !== 'PARENT');
}
