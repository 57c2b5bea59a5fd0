import { overlapOf, type Stretch } from '../interval/stretch.ts';
import { agencyOfAddressee } from '../sharing/audience.ts';
import { mergedPeriods } from './periods.ts';
import type { Relation, Relations } from './relation.ts';

/** Why agencies, and people by name, have to do with a child. */
export type Standings = Pick<Relations, 'responsible' | 'hosts' | 'forces' | 'providers' | 'candidates' | 'partners' | 'named'>;

/**
 * When somebody has a part in a child: while their agency does, or they themselves are named round the child. `who` is an
 * agency, `<role>:<agency>` or `person@agency`.
 */
export function partInChild(who: string, { responsible, hosts, forces, providers, candidates, partners, named }: Standings): Relation[] {
  const agency = agencyOfAddressee(who);
  const ofAgency = [responsible, hosts, forces, providers, candidates, partners].flat().filter((standing) => standing.agency === agency);
  const byName = who.includes('@') ? named.filter((entry) => isNamedAs(entry.agency, who)) : [];
  return mergedPeriods([...ofAgency, ...byName].map(({ from, until }) => ({ agency: who, from, until })));
}

/** Is this entry of `named` of this person? Whom a host assigned of its own service has a part by the host's, and none without it. */
export function isNamedAs(entry: string, person: string): boolean {
  return entry.endsWith(`:${person}`) && !entry.startsWith('GUEST_WORKER:');
}

/** What came to somebody, for as long as they have a part in the child. */
export function whilePartInChild(came: Relation, standings: Standings): Relation[] {
  return partInChild(came.agency, standings).flatMap((part: Stretch) => overlapOf(came, part).map((stretch) => ({ agency: came.agency, ...stretch })));
}
