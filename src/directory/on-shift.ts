import type { Span } from '../domain/interval/compare-intervals.ts';
import type { Directory, Role, RoleAt } from './directory.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Roles that are held on shift only. */
const SHIFT_WORK: readonly Role[] = ['EDT'];

/** Is somebody in this role at work at this instant? A shift holds from its first moment until just before its last. */
export function isOnShift({ role, shifts }: Pick<RoleAt, 'role' | 'shifts'>, now: number): boolean {
  return !SHIFT_WORK.includes(role) || shifts.some(({ from, until }) => from <= now && now < until);
}

/** Is somebody in this role at work at some moment of this time? */
export function isOnShiftWithin({ role, shifts }: Pick<RoleAt, 'role' | 'shifts'>, during: Span): boolean {
  return !SHIFT_WORK.includes(role) || shifts.some(({ from, until }) => from < during.until && during.from < until);
}

/** Does the viewer hold their role in this directory, and at this instant? */
export function standingOf({ people }: Pick<Directory, 'people'>, { person, role, agency }: Viewer, now: number): 'STANDS' | 'OFF_SHIFT' | 'GONE' {
  const known = people.get(person);
  const held = known?.suspended === false ? known.roles.filter((one) => one.role === role && one.agency === agency) : [];
  if (held.length === 0) {
    return 'GONE';
  }
  return held.some((one) => isOnShift(one, now)) ? 'STANDS' : 'OFF_SHIFT';
}
