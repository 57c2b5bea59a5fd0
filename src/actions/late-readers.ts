import type { Directory } from '../directory/directory.ts';
import { isOnShift } from '../directory/on-shift.ts';
import { dutySteps } from '../domain/authority/duty.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { READING_ROLES, type ReadingRole, type Viewer } from '../policy/viewer.ts';
import type { OpenDuty } from '../store/write/late-clock-store.ts';
import type { AskedOf } from './read-late.ts';

/** No id of a person. */
const NOBODY = '';

/**
 * As whom it is looked what an agency owes late: everybody at work now in a role of its duty, by the order of the roles, as one of a post may
 * be let see what the others of it are not; of a restricted child everybody who is let in. Only who may know what the episode waits for.
 */
export function lateReaders(directory: Directory, agency: string, { facts, now }: Pick<OpenDuty, 'facts'> & { readonly now: number }): readonly Viewer[] {
  const atWork = peopleAtWork(directory, agency, now).filter((who) => readableAttributes(abilityOf(who), 'Episode', facts).has('nextStep'));
  if (facts.restricted === 'YES') {
    return atWork;
  }
  const duty = directory.agencies.get(agency)?.duty;
  const roles = new Set(duty === undefined ? [] : dutySteps(duty, 'OTHER').map(({ role }) => role));
  return [...roles].flatMap((role) => atWork.filter((who) => who.role === role));
}

/**
 * Those of these readers in whose post as much is read of the episode as in the post of one of the others. It rests on the post alone: what
 * one person of it was let see, or a whole post, changes nothing.
 */
export function readersLike(others: readonly Viewer[], { duty: { facts }, readers }: AskedOf): readonly Viewer[] {
  const read = new Set(others.map((who) => readInPost(who, facts)));
  return readers.filter((who) => read.has(readInPost(who, facts)));
}

/** What of the episode is open to anybody in this post. */
function readInPost(who: Viewer, facts: OpenDuty['facts']): string {
  return [...readableAttributes(abilityOf({ ...who, person: NOBODY }), 'Episode', facts)].sort().join(' ');
}

function peopleAtWork({ people }: Directory, agency: string, now: number): Viewer[] {
  const held = [...people.values()].filter(({ suspended }) => !suspended).flatMap(({ id, roles }) => roles.map((role) => ({ id, ...role })));
  return held.flatMap((one) => (one.agency === agency && isReading(one.role) && isOnShift(one, now) ? [{ person: one.id, agency, role: one.role }] : []));
}

function isReading(role: string): role is ReadingRole {
  return READING_ROLES.some((one) => one === role);
}
