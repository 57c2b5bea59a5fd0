import type { Directory } from '../directory/directory.ts';
import { isOnShift } from '../directory/on-shift.ts';
import { dutySteps } from '../domain/authority/duty.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { READING_ROLES, type ReadingRole, type Viewer } from '../policy/viewer.ts';
import type { OpenDuty } from '../store/write/late-clock-store.ts';

/**
 * As whom it is looked what an agency owes late: somebody at work now in each role of its duty, as those in one post read alike; of
 * a restricted child everybody who is let in, each by name. Only who may know what the episode waits for.
 */
export function lateReaders(directory: Directory, agency: string, { facts, now }: Pick<OpenDuty, 'facts'> & { readonly now: number }): readonly Viewer[] {
  const atWork = peopleAtWork(directory, agency, now).filter((who) => readableAttributes(abilityOf(who), 'Episode', facts).has('nextStep'));
  if (facts.restricted === 'YES') {
    return atWork;
  }
  const duty = directory.agencies.get(agency)?.duty;
  const roles = new Set(duty === undefined ? [] : dutySteps(duty, 'OTHER').map(({ role }) => role));
  return [...roles].flatMap((role) => atWork.find((who) => who.role === role) ?? []);
}

function peopleAtWork({ people }: Directory, agency: string, now: number): Viewer[] {
  const held = [...people.values()].filter(({ suspended }) => !suspended).flatMap(({ id, roles }) => roles.map((role) => ({ id, ...role })));
  return held.flatMap((one) => (one.agency === agency && isReading(one.role) && isOnShift(one, now) ? [{ person: one.id, agency, role: one.role }] : []));
}

function isReading(role: string): role is ReadingRole {
  return READING_ROLES.some((one) => one === role);
}
