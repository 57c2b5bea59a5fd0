import type { Directory } from '../directory/directory.ts';
import type { ToldOf } from '../domain/authority/practice.ts';
import type { ChildGroup } from '../domain/clocks/clock.ts';
import type { Relation } from '../domain/fold/relation.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { whoIsToBeTold, type ToBeTold } from '../domain/workflow/who-is-told.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';

/** Of what somebody may have to be told, of which child and when. */
export interface Happened {
  readonly facts: ChildFacts;
  readonly of: ToldOf | undefined;
  /** Whether the child has a legal status by what is known. */
  readonly hasStatus: boolean;
  readonly now: number;
}

/** Whom the practice of one authority that answers for the child has told of it; nobody where it is silent. */
export function dutiesToTell({ agencies }: Pick<Directory, 'agencies'>, authority: string, { facts, of, hasStatus, now }: Happened): ToBeTold[] {
  const practice = agencies.get(authority)?.practice;
  if (practice === undefined) {
    return [];
  }
  const around = { named: facts.named.map(always), responsible: facts.responsible.map(always), hosts: facts.hosts.map(always), providers: facts.providers.map(always), partners: facts.partners.map(always) };
  const episode = { returned: of === 'RETURNED' ? [null] : [], interviewed: of === 'INTERVIEWED' ? [null] : [], groups: groupsOf(facts, hasStatus), steps: [], now };
  return whoIsToBeTold(episode, around, practice).filter((duty) => duty.of === of);
}

/** Has any authority that answers for the child said whom it has told? */
export function isAnybodyToBeTold({ agencies }: Pick<Directory, 'agencies'>, { responsible }: Pick<ChildFacts, 'responsible'>): boolean {
  return responsible.some((agency) => agencies.get(agency)?.practice.figures.toBeTold !== null);
}

/** The facts are those of this instant. */
const always = (agency: string): Relation => ({ agency, from: null, until: null });

function groupsOf({ providers, hosts, responsible }: ChildFacts, hasStatus: boolean): ChildGroup[] {
  const isElsewhere = responsible.length > 0 && hosts.some((host) => !responsible.includes(host));
  return [...(hasStatus || providers.length > 0 ? (['LOOKED_AFTER'] as const) : []), ...(isElsewhere ? (['PLACED_OUT_OF_AREA'] as const) : [])];
}

/** Whether somebody of this name, `person@agency`, works there by the directory. */
export function stands({ people }: Pick<Directory, 'people'>, person: string): boolean {
  const found = people.get(personOf(person));
  return found?.suspended === false && found.roles.some(({ agency }) => agency === agencyOfPerson(person));
}

/** Who of an authority tells by hand whom the hub does not reach: its coordinator; of a restricted child whoever is let in there. */
export function whoTells({ restricted, awaitsNaming, named }: ChildFacts, authority: string): readonly string[] {
  if (restricted === 'NO') {
    return [`HUB_COORDINATOR:${authority}`];
  }
  return awaitsNaming === 'YES' ? [`TEAM_MANAGER:${authority}`] : peopleNamedAs(named, ['ADMITTED']).filter((person) => agencyOfPerson(person) === authority);
}
