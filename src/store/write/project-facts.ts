import { createHash } from 'node:crypto';
import { groupBy } from '../../domain/fold/group-by.ts';
import { recentStretches, type Stretch } from '../../domain/fold/recent-stretches.ts';
import type { ChildPicture, EpisodePicture, PlacementPicture, Relation } from '../../domain/fold/picture.ts';

/** A row of a picture table, by column name, before it gets its hash. */
export type PictureColumns = { readonly id: string; readonly child_id: string } & Readonly<Record<string, unknown>>;
/** A row as it is stored: equal rows have equal hashes, so that only what changed is written. */
export type PictureRow = PictureColumns & { readonly version: number; readonly row_hash: string };

type Standing = 'responsible' | 'hosts' | 'forces' | 'providers' | 'partners' | 'intelligence_agencies' | 'named' | 'shared' | 'groups';
type Facts = { readonly child_id: string } & Readonly<Record<string, unknown>>;

/** The facts of the child's own rows: everybody who has to do with the child. */
export function childFacts(child: ChildPicture): Facts {
  return factsOf(child, child.relations);
}

/** The facts of an episode's rows: of the providers only the one whose placement the child was missing from. */
export function episodeFacts(child: ChildPicture, episode: EpisodePicture): Facts {
  return factsOf(child, { ...child.relations, providers: only(child.relations.providers, episode.provider) });
}

/** The facts of a placement's row: of hosts and providers only its own, and nobody who is merely a candidate. */
export function placementFacts(child: ChildPicture, placement: PlacementPicture): Facts {
  return factsOf(child, {
    ...child.relations,
    hosts: only(child.relations.hosts, placement.hostAuthority),
    providers: only(child.relations.providers, placement.provider),
    candidates: [],
  });
}

/** Adds the hash over everything the row says; the version counts its changes. */
export function withHash(columns: PictureColumns): PictureRow {
  return { ...columns, version: 1, row_hash: createHash('sha256').update(JSON.stringify(columns)).digest('hex') };
}

function only(relations: readonly Relation[], agency: string | null): Relation[] {
  return relations.filter((relation) => relation.agency === agency);
}

function factsOf(child: ChildPicture, relations: ChildPicture['relations']): Facts {
  const { responsible, hosts, forces, providers, candidates, partners, intelligenceAgencies, named } = relations;
  const held = [...responsible, ...hosts, ...forces, ...providers, ...candidates, ...partners, ...intelligenceAgencies];
  const people = peopleOf(named);
  return {
    child_id: child.id,
    ...standing('responsible', responsible),
    ...standing('hosts', hosts),
    ...standing('forces', forces),
    ...standing('providers', providers),
    ...standing('partners', partners),
    ...standing('intelligence_agencies', intelligenceAgencies),
    ...standing('named', named),
    people,
    candidates: [...new Set(candidates.map(({ agency }) => agency))].sort(),
    missing_now: child.episodes.some(({ status }) => status !== 'RETURNED') ? 'YES' : 'NO',
    recent_during: multirange(recentStretches(child.episodes)),
    restricted: child.restriction.restricted ? 'YES' : 'NO',
    awaits_naming: child.restriction.awaitsNaming ? 'YES' : 'NO',
    keeps: child.restriction.keeps,
    opens: child.opens,
    agencies: [...new Set([...held.map(({ agency }) => agency), ...people.map(agencyOfPerson)])].sort(),
  };
}

/** Everybody named, as `person@agency`, whatever they are to the child. */
export function peopleOf(named: readonly Relation[]): string[] {
  return [...new Set(named.map(({ agency }) => agency.slice(agency.indexOf(':') + 1)))].sort();
}

function agencyOfPerson(person: string): string {
  return person.slice(person.lastIndexOf('@') + 1);
}

/** Each holder once, with all its times as a PostgreSQL multirange. */
export function standing(name: Standing, relations: readonly Relation[]): Record<string, string[]> {
  const times = groupBy(relations, ({ agency }) => agency);
  return { [name]: [...times.keys()], [`${name}_during`]: [...times.values()].map(multirange) };
}

/** Stretches of time as PostgreSQL reads them. */
export function multirange(stretches: readonly Stretch[]): string {
  return `{${stretches.map(rangeOf).filter((range) => range !== 'empty').join(',')}}`;
}

/** A half-open range as PostgreSQL reads it; a relation that ended before it began never held. */
function rangeOf({ from, until }: Stretch): string {
  if (from !== null && until !== null && until <= from) {
    return 'empty';
  }
  return `[${from === null ? '' : new Date(from).toISOString()},${until === null ? '' : new Date(until).toISOString()})`;
}
