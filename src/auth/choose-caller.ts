import type { Person, RoleAt } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { Caller } from './caller.ts';
import { isOnShift } from '../directory/on-shift.ts';

/** Which role a request names, and when it comes. */
export interface RoleAsked {
  readonly homewardRole: string | undefined;
  readonly now: number;
}

/**
 * The one role a request acts in: the only one its person holds, or the one the header names.
 * Whoever names none of several, or one that is not theirs, is told their own roles and nothing more.
 */
export function chooseCaller(person: Person, { homewardRole, now }: RoleAsked): Caller {
  const { roles } = person;
  const chosen = homewardRole === undefined ? onlyOne(roles) : roles.find((role) => written(role) === homewardRole.trim());
  if (chosen === undefined) {
    const own = roles.map(written);
    throw new HubError('ROLE_REQUIRED', `Name one of your roles: ${own.join(', ')}.`, { roles: own });
  }
  if (!isOnShift(chosen, now)) {
    throw new HubError('OFF_SHIFT', 'You hold this role on shift only.');
  }
  if (chosen.role !== 'INGEST_CLIENT') {
    return { kind: 'viewer', viewer: { person: person.id, agency: chosen.agency, role: chosen.role }, person, roles };
  }
  if (chosen.system === null) {
    throw new HubError('INTERNAL', 'An ingest client in the directory has no source system.');
  }
  return { kind: 'ingest', person, agency: chosen.agency, system: chosen.system };
}

function onlyOne(roles: readonly RoleAt[]): RoleAt | undefined {
  return roles.length === 1 ? roles[0] : undefined;
}

/** A role as the header names it: `HUB_COORDINATOR@northmere`. */
function written({ role, agency }: RoleAt): string {
  return `${role}@${agency}`;
}
