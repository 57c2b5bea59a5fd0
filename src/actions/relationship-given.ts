import type { Relationship } from '../domain/decision/decision.ts';
import type { Directory, Role } from '../directory/directory.ts';
import { holds } from '../directory/holders-of.ts';
import { HubError } from '../domain/errors.ts';
import { namedPersonAt } from './named-person.ts';

/** The roles in which somebody can be this to a child. */
const ROLES: Readonly<Record<Exclude<Relationship, 'ADDED_FORCE'>, readonly Role[]>> = {
  SOCIAL_WORKER: ['SOCIAL_WORKER'],
  LEAD_PRACTITIONER: ['SOCIAL_WORKER'],
  // Where nobody is recorded, a senior worker or the manager decides by their post.
  DECISION_MAKER: ['SOCIAL_WORKER'],
  IRO: ['IRO'],
  CP_COORDINATOR: ['CP_COORDINATOR'],
  CARER: ['PLACEMENT_PROVIDER'],
};

interface NamedHolder {
  readonly relationship: Relationship;
  readonly holder: string;
  readonly agency: string;
  /** Whose child it is. */
  readonly responsible: readonly string[];
}

/** Whom a relationship names, as it is kept: `person@agency`, or a force's id; refuses who cannot be this to a child. */
export function holderGiven(directory: Directory, { relationship, holder, agency, responsible }: NamedHolder): string {
  if (relationship === 'ADDED_FORCE') {
    if (directory.agencies.get(holder)?.kind !== 'POLICE') {
      throw new HubError('BAD_INPUT', '"holder" names no police force of the directory.');
    }
    return holder;
  }
  const named = namedPersonAt(directory, { named: holder, agency, where: 'holder' });
  const roles = ROLES[relationship];
  if (!roles.some((role) => holds(named.person, role, named.agency))) {
    throw new HubError('BAD_INPUT', `"holder" must be a person of the directory who is at this agency ${roles.join(' or ')}.`);
  }
  // A carer is whoever the child lives with; everybody else here acts for the authority whose child it is.
  if (relationship !== 'CARER' && !responsible.includes(named.agency)) {
    throw new HubError('BAD_INPUT', '"holder" must be of the authority whose child this is.');
  }
  return named.id;
}
