import type { FoldContext } from '../domain/fold/fold-context.ts';
import type { Relation } from '../domain/fold/relation.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { agencyCode } from './agency-code.ts';
import { calledBy } from './called-by.ts';
import type { Directory, Group, Person } from './directory.ts';

/** What folding needs to know of agencies and places, as the directory has it. */
export type FoldPlaces = Pick<FoldContext, 'agencyOf' | 'kindOf' | 'homeOf' | 'calledOf' | 'forcesOf' | 'authoritiesOf' | 'partnersOf' | 'exploitationGroupOf' | 'searchersOf' | 'worksAt' | 'agreementsOf' | 'closedBy' | 'saysConsentNotGiven'>;


/** Answers whose code this is, whose home this is, and which forces and authorities share an area. */
export function foldPlaces(directory: Directory): FoldPlaces {
  const agencies = new Map<string, string>();
  for (const { id, codes } of directory.agencies.values()) {
    [id, ...codes].forEach((code) => agencies.set(agencyCode(code), id));
  }
  const areas = directory.forceAreas;
  return {
    agencyOf: (code) => agencies.get(agencyCode(code)) ?? null,
    kindOf: (agency) => directory.agencies.get(agency)?.kind ?? 'OTHER',
    homeOf: (urn) => directory.homes.get(urn.trim().toUpperCase()) ?? null,
    calledOf: (recipient) => calledBy(directory, recipient),
    forcesOf: (authority) => areas.filter(({ authorities }) => authorities.includes(authority)).map(({ force }) => force),
    authoritiesOf: (force) => areas.find((area) => area.force === force)?.authorities ?? [],
    partnersOf: (authority) => membersOf(directory, 'BRIEFING', authority),
    exploitationGroupOf: (authority) => membersOf(directory, 'EXPLOITATION', authority),
    searchersOf: (agency) => [...directory.people.values()].filter((person) => searches(person, agency)).map(({ id }) => personAt(id, agency)).sort(),
    worksAt: (person, agency) => directory.people.get(person)?.roles.some((held) => held.agency === agency) ?? false,
    agreementsOf: (authority) =>
      directory.agreements.filter((agreement) => agreement.authority === authority).map(({ force, from, until }) => ({ agency: force, from, until })),
    saysConsentNotGiven: (authority) => directory.agencies.get(authority)?.saysConsentNotGiven ?? false,
    closedBy: (authority) => directory.agencies.get(authority)?.closes ?? [],
  };
}

function membersOf({ groups }: Directory, kind: Group['kind'], authority: string): Relation[] {
  return groups.filter((group) => group.kind === kind && group.authority === authority).flatMap(({ members }) => members);
}

/** Is somebody in the missing team or the duty team, of this agency or of any; suspended too? */
export function searches({ roles }: Pick<Person, 'roles'>, at?: string): boolean {
  return roles.some(({ role, agency }) => (role === 'POLICE_MISSING_TEAM' || role === 'EDT') && (at === undefined || at === agency));
}
