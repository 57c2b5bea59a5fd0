import type { Person } from '../directory/directory.ts';
import { HubError } from '../domain/errors.ts';
import type { CliHub } from './hub.ts';

/** The two people a command names. */
export interface Two {
  readonly as: string;
  readonly second: string;
}
/** Who does it and who stands beside, at one agency. */
export interface Pair {
  readonly by: string;
  readonly second: string;
  readonly agency: string;
}

const SECONDS = ['RECORDS_MANAGER', 'TEAM_MANAGER', 'DATA_PROTECTION_OFFICER'];

/** A records manager and another person of the same agency who may stand beside them, or a refusal that says what is missing. */
export function twoPeople({ directory }: Pick<CliHub, 'directory'>, { as, second }: Two): Pair {
  const { people } = directory.current();
  const agency = rolesOf(people.get(as)).find(({ role }) => role === 'RECORDS_MANAGER')?.agency;
  if (agency === undefined) {
    throw new HubError('FORBIDDEN', 'Name with --as a records manager of the directory.');
  }
  if (as === second || !rolesOf(people.get(second)).some((held) => held.agency === agency && SECONDS.includes(held.role))) {
    throw new HubError('FORBIDDEN', 'Name with --second another records manager, a team manager or a data protection officer of the same agency.');
  }
  return { by: as, second, agency };
}

function rolesOf(person: Person | undefined): Person['roles'] {
  return person === undefined || person.suspended ? [] : person.roles;
}
