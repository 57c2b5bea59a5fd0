import { personAt } from '../domain/sharing/audience.ts';
import type { Directory } from './directory.ts';

/** Somebody before whom an alert may come and whom something rings then. */
export interface Rung {
  /** `<role>:<agency>` or `person@agency`, as alerts are put before them. */
  readonly addressee: string;
  readonly agency: string;
  readonly channel: string;
  /** As whom they read: to one of these an alert must be open. */
  readonly reads: readonly string[];
}

/**
 * Whom the directory has rung. Whoever holds a role is rung of what comes before the role; of what comes before people by name, as
 * of a restricted child, only the one named is: a phone of the role may be in the hands of somebody who must not know.
 */
export function whoIsRung({ rings, people }: Pick<Directory, 'rings' | 'people'>): readonly Rung[] {
  return rings.map((ring) => {
    const { agency, channel } = ring;
    if ('role' in ring) {
      const addressee = `${ring.role}:${agency}`;
      return { addressee, agency, channel, reads: ['ALL', addressee] };
    }
    const addressee = personAt(ring.person, agency);
    const held = people.get(ring.person);
    const roles = held === undefined || held.suspended ? [] : held.roles.filter((one) => one.agency === agency).map(({ role }) => role);
    return { addressee, agency, channel, reads: roles.length === 0 ? [] : ['ALL', addressee, ...roles.flatMap((role) => [`${role}:${agency}`, `${role}:${addressee}`])] };
  });
}
