import { hostsByOwnWord, isOfAnotherAuthority } from './of-another-authority.ts';
import { always, mergedPeriods } from './periods.ts';
import type { PersonIdentity } from './person-identity.ts';
import type { FoldContext } from './fold-context.ts';
import type { EpisodePicture, Flag, PlacementPicture } from './picture.ts';
import type { Relation, Relations } from './relation.ts';
import { authorityOf, byLatest, isReported, policeStay, type PoliceStay } from './police-stay.ts';
import { DAY } from '../interval/durations.ts';
import { HUB_SYSTEM } from '../record/record.ts';

/** What is known of one child that ties agencies to it. */
export interface Known {
  readonly persons: readonly PersonIdentity[];
  readonly placements: readonly PlacementPicture[];
  readonly episodes: readonly Pick<EpisodePicture, 'status' | 'returnedAt'>[];
}

/** The guidance is silent on how long a police report's word on a placement holds; our default after the return. */
const STAY_AFTER_RETURN = 30 * DAY;
const NOWHERE: PoliceStay = { hosts: [], provider: null };
const TWO_CLAIM = "More than one authority's own system claims the child.";

/** Why each agency has to do with the child, and a flag where several authorities claim it. */
export function relationsOf(known: Known, context: FoldContext): { readonly relations: Relations; readonly flags: Flag[] } {
  const { persons, placements } = known;
  const claiming = claimingAuthorities(known, context);
  const responsible = claiming.length > 0 ? claiming : statedAuthority(persons, context);
  const reporting = agenciesOf(persons, 'POLICE', context);
  // An authority that says where the child is now knows better than what the police were once told.
  const placedNow = placements.some((placement) => isCurrent(placement, context));
  const stay = placedNow ? NOWHERE : policeStay(persons, context);
  const hosting = placedNow ? [] : hostsByOwnWord(persons, context);
  const staying = (agencies: readonly string[]): Relation[] => always(agencies).map((each) => ({ ...each, until: stayEnds(known.episodes) }));
  const hosts = [...whilePlaced(placements, ({ hostAuthority }) => listOf(hostAuthority)), ...staying([...new Set([...stay.hosts, ...hosting])])];
  const covering = whilePlaced(placements, ({ hostAuthority }) => listOf(hostAuthority).flatMap(context.forcesOf));
  const candidates = responsible.length > 0 ? [] : reporting.flatMap(context.authoritiesOf);
  return {
    relations: {
      responsible: always(responsible),
      hosts: mergedPeriods(hosts.filter(({ agency }) => !responsible.includes(agency))),
      // A force that only sends intelligence is not let near the child by it: nobody would know that it was.
      forces: mergedPeriods([...always(reporting), ...staying(stay.hosts.flatMap(context.forcesOf)), ...covering]),
      providers: mergedPeriods([...staying(listOf(stay.provider)), ...whilePlaced(placements, ({ provider }) => listOf(provider))]),
      candidates: always(candidates),
      partners: [],
      intelligenceAgencies: [],
      named: [],
    },
    flags: claiming.length > 1 ? [disputed(persons, claiming)] : [],
  };
}

/** Until when what the police were told of a placement is believed: while a child is out, and for a time after. */
function stayEnds(episodes: Known['episodes']): number | null {
  const returns = episodes.map(({ status, returnedAt }) => (status === 'RETURNED' ? returnedAt?.value?.until : undefined));
  const known = returns.filter((until) => until !== undefined);
  return returns.length === 0 || known.length < returns.length ? null : Math.max(...known) + STAY_AFTER_RETURN;
}

/**
 * Authorities whose own system keeps the child as theirs, but for those that say themselves that their care has ended
 * while another's goes on: no authority loses a child by another's word.
 */
function claimingAuthorities({ persons, placements }: Known, context: FoldContext): string[] {
  const authorities = agenciesOf(persons.filter((person) => !isOfAnotherAuthority(person, context) && !saysAnothers(person, context)), 'AUTHORITY', context);
  const placing = (those: readonly PlacementPicture[]): string[] => those.map(({ record }) => record.agency);
  const current = placing(placements.filter((placement) => isCurrent(placement, context)));
  const ended = placing(placements).filter((agency) => !current.includes(agency));
  const going = authorities.filter((agency) => !ended.includes(agency));
  return going.length > 0 ? going : authorities;
}

/** A record made in the hub of a child that its own maker says is another authority's. */
function saysAnothers(person: PersonIdentity, context: FoldContext): boolean {
  const stated = person.stated.responsibleAuthority;
  const { agency, system } = person.record.ref;
  return system === HUB_SYSTEM && stated !== undefined && authorityOf(stated.value, context) !== agency;
}

function isCurrent({ stated, record }: PlacementPicture, { kindOf }: FoldContext): boolean {
  return stated.until === null && kindOf(record.agency) === 'AUTHORITY';
}

/** Whose child the police or whoever reported it in the hub were last told it is, or an authority that says itself that it is another's. */
function statedAuthority(persons: readonly PersonIdentity[], context: FoldContext): string[] {
  return persons
    .filter((person) => isReported(person, context) || isOfAnotherAuthority(person, context))
    .flatMap(({ stated }) => stated.responsibleAuthority ?? [])
    .sort(byLatest)
    .flatMap(({ value }) => listOf(authorityOf(value, context)))
    .slice(0, 1);
}

function agenciesOf(persons: readonly PersonIdentity[], kind: ReturnType<FoldContext['kindOf']>, { kindOf }: FoldContext): string[] {
  const agencies = new Set(persons.map(({ record }) => record.ref.agency));
  return [...agencies].filter((agency) => kindOf(agency) === kind).sort();
}

function whilePlaced(placements: readonly PlacementPicture[], agenciesFor: (placement: PlacementPicture) => readonly string[]): Relation[] {
  return placements.flatMap((placement) => {
    const { from, until } = placement.stated;
    return agenciesFor(placement).map((agency) => ({ agency, from: from.from, until: until === null ? null : until.until }));
  });
}

function listOf<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}

function disputed(persons: readonly PersonIdentity[], agencies: readonly string[]): Flag {
  const records = persons.filter(({ record }) => agencies.includes(record.ref.agency)).map(({ record }) => record.id);
  return { code: 'RESPONSIBLE_DISPUTED', records: records.sort(), reason: TWO_CLAIM };
}
