import { ceilingOf } from '../policy/ceiling.ts';
import type { DirectoryFault } from './directory-fault.ts';
import type { DirectoryFile } from './directory-file.ts';
import { KINDS_OF_ROLE } from './kinds-of-role.ts';

type RingLine = DirectoryFile['rings'][number];
type Path = DirectoryFault['path'];

/** Lines that say who is rung and by which nobody could be: roles and people who are told of no alert there, and channels that ring nobody. */
export function ringContradictions(file: DirectoryFile): DirectoryFault[] {
  return file.rings.flatMap((ring, at) => {
    const path = ['rings', at];
    return [...('role' in ring ? unfitRole(file, ring, path) : unfitPerson(file, ring, path)), ...unfitChannel(file, ring, [...path, 'channel']), ...rungTwice(file, ring, path)];
  });
}

function unfitRole({ agencies }: DirectoryFile, { agency, role }: Extract<RingLine, { readonly role: string }>, path: Path): DirectoryFault[] {
  const found = agencies.find(({ id }) => id === agency);
  if (found === undefined) {
    return [{ path: [...path, 'agency'], wrong: 'nothing under "agencies" has this id', mend: 'correct it, or add it under "agencies"' }];
  }
  if (!ceilingOf(role).includes('notices')) {
    return [{ path: [...path, 'role'], wrong: 'this role is told nothing first', mend: 'name one that is told of alerts' }];
  }
  const kinds = KINDS_OF_ROLE[role];
  return kinds === undefined || kinds.includes(found.kind) ? [] : [{ path: [...path, 'role'], wrong: `this role is not held at an agency of kind ${found.kind}`, mend: 'name one that is' }];
}

function unfitPerson({ people }: DirectoryFile, { agency, person }: Extract<RingLine, { readonly person: string }>, path: Path): DirectoryFault[] {
  const roles = people.find(({ id }) => id === person)?.roles ?? [];
  return roles.some((held) => held.agency === agency) ? [] : [{ path: [...path, 'person'], wrong: 'nobody of this id has a role at this agency', mend: 'correct it, or give them one under "people"' }];
}

/** What rings a phone may be in the hands of a company that must see no record: nothing else goes over it. */
function unfitChannel({ channels, exchange }: DirectoryFile, { agency, channel }: RingLine, path: Path): DirectoryFault[] {
  const found = channels.find(({ id }) => id === channel);
  if (found === undefined) {
    return [{ path, wrong: 'nothing under "channels" has this id', mend: 'correct it, or add it under "channels"' }];
  }
  if (found.kind !== 'WEBHOOK' || found.agency !== agency) {
    return [{ path, wrong: 'this channel is no webhook that leads to this agency', mend: 'name one of kind WEBHOOK with the same "agency"' }];
  }
  return exchange.some((entry) => entry.channel === channel) ? [{ path, wrong: 'records go over this channel', mend: 'name one over which nothing else goes' }] : [];
}

function rungTwice({ rings }: DirectoryFile, ring: RingLine, path: Path): DirectoryFault[] {
  const whom = (one: RingLine): string => JSON.stringify(['role' in one ? one.role : null, 'person' in one ? one.person : null, one.agency]);
  return rings.findIndex((other) => whom(other) === whom(ring)) < rings.indexOf(ring) ? [{ path, wrong: 'whom this rings stands here already', mend: 'take one of the two out' }] : [];
}
