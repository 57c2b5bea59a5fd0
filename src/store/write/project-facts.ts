import { createHash } from 'node:crypto';
import { groupBy } from '../../domain/fold/group-by.ts';
import { recentStretches, type Stretch } from '../../domain/fold/recent-stretches.ts';
import { agencyOfPerson } from '../../domain/sharing/audience.ts';
import type { CaseActionPicture, CaseRecordPicture, ConcernPicture, ReturnStepPicture } from '../../domain/fold/case-pictures.ts';
import type { IntelligencePicture } from '../../domain/fold/intelligence-picture.ts';
import type { InterviewPicture } from '../../domain/fold/interview-picture.ts';
import type { ChildPicture, EpisodePicture, PlacementAgreementPicture, PlacementPicture } from '../../domain/fold/picture.ts';
import type { Closed, Relation } from '../../domain/fold/relation.ts';
import type { ReportedPicture } from '../../domain/fold/reported-picture.ts';

/** A row of a picture table, by column name, before it gets its hash. */
export type PictureColumns = { readonly id: string; readonly child_id: string } & Readonly<Record<string, unknown>>;
/** A row as it is stored: equal rows have equal hashes, so that only what changed is written. */
export type PictureRow = PictureColumns & { readonly version: number; readonly row_hash: string };

export type Facts = { readonly child_id: string } & Readonly<Record<string, unknown>>;
/** What a row's facts are made from, where it is not simply its child's. */
type FactParts = Pick<ChildPicture, 'relations' | 'restriction'>;

const STANDINGS = ['responsible', 'hosts', 'forces', 'providers', 'partners', 'intelligence_agencies', 'named', 'shared', 'groups', 'addressed', 'doer'] as const;
type Standing = (typeof STANDINGS)[number];
/** To whom a row is open, rather than what it says: whoever counts its versions is not to learn that somebody else came near. */
export const STANDING_COLUMNS: readonly string[] = [
  ...STANDINGS.flatMap((name) => [name, `${name}_during`]),
  ...['people', 'candidates', 'recent_during', 'awaits_naming', 'keeps', 'opens', 'agencies', 'record_ids', 'tells_nobody'],
];

/** A child's facts stand on many rows: worked out once for each picture and kind of row. */
const REMEMBERED = new WeakMap<ChildPicture, Map<string, Facts>>();

/** The facts of the child's own rows: everybody who has to do with the child. */
export function childFacts(child: ChildPicture): Facts {
  return remembered(child, 'child', () => factsOf(child, child));
}

/** The facts of an episode's rows: of the providers only the one whose placement the child was missing from; missing now is this episode, not another of the child's. */
export function episodeFacts(child: ChildPicture, { provider, status }: EpisodePicture): Facts {
  const { relations, restriction } = child;
  const isOpen = status !== 'RETURNED';
  return remembered(child, JSON.stringify(['episode', provider, isOpen]), () => ({
    ...factsOf(child, { relations: { ...relations, providers: only(relations.providers, provider) }, restriction }),
    missing_now: isOpen ? 'YES' : 'NO',
  }));
}

/** The facts of a report's row: the episode's, and who made it. */
export function reportFacts(child: ChildPicture, episode: EpisodePicture, { originator }: Pick<ReportedPicture, 'originator'>): Facts {
  return madeBy(episodeFacts(child, episode), originator);
}

/** The facts of what somebody wrote of the child: the child's, and who that was. */
export function writtenByFacts(child: ChildPicture, originator: string): Facts {
  return madeBy(childFacts(child), originator);
}

/** Of a step: as of the child, and closed with what it was shown by. */
export function stepFacts(child: ChildPicture, step: Pick<ReturnStepPicture, 'by' | keyof Closed>): Facts {
  return madeBy(closedFacts(child, step), agencyOfPerson(step.by));
}

/** The facts of what is written beside the interviews: as closed as it is, and who wrote it. */
export function recordFacts(child: ChildPicture, record: Pick<CaseRecordPicture, 'by' | keyof Closed>): Facts {
  return madeBy(closedFacts(child, record), agencyOfPerson(record.by));
}

/** The facts of a concern: as closed as it is, who raised it, and who is to answer it, from when on. */
export function concernFacts(child: ChildPicture, concern: Pick<ConcernPicture, 'by' | 'addressed' | keyof Closed>): Facts {
  const { by, addressed } = concern;
  const facts = madeBy(closedFacts(child, concern), agencyOfPerson(by));
  const agencies = addressed.map(({ agency }) => agency.slice(agency.indexOf(':') + 1));
  return { ...facts, ...standing('addressed', addressed), agencies: withAgencies(facts, agencies) };
}

/** The facts of an action: as closed as it is, whose it is to do, and while they read it as its owner. */
export function actionFacts(child: ChildPicture, action: Pick<CaseActionPicture, 'said' | 'doer' | keyof Closed>): Facts {
  const facts = closedFacts(child, action);
  return { ...facts, owner: action.said.owner, ...standing('doer', action.doer), agencies: withAgencies(facts, action.doer.map(({ agency }) => agency)) };
}

function closedFacts(child: ChildPicture, { restriction, named }: Closed): Facts {
  return remembered(child, JSON.stringify(['closed', restriction, named]), () => factsOf(child, { relations: { ...child.relations, named }, restriction }));
}

function madeBy(facts: Facts, originator: string): Facts {
  return { ...facts, originator, agencies: withAgencies(facts, [originator]) };
}

/** The facts of a placement's row: of hosts and providers only its own, and nobody who is merely a candidate. */
export function placementFacts(child: ChildPicture, { provider, hostAuthority }: PlacementPicture): Facts {
  const { relations, restriction } = child;
  return remembered(child, JSON.stringify(['placement', provider, hostAuthority]), () => {
    const own = { hosts: only(relations.hosts, hostAuthority), providers: only(relations.providers, provider), candidates: [] };
    return factsOf(child, { relations: { ...relations, ...own }, restriction });
  });
}

/** The facts of an agreement's row: of hosts only the authority it was made with, and nobody who is merely a candidate. */
export function agreementFacts(child: ChildPicture, { hostAuthority }: PlacementAgreementPicture): Facts {
  const { relations, restriction } = child;
  return remembered(child, JSON.stringify(['agreement', hostAuthority]), () => {
    const own = { hosts: only(relations.hosts, hostAuthority), candidates: [] };
    return factsOf(child, { relations: { ...relations, ...own }, restriction });
  });
}

/** The facts of an interview's rows: its own restriction, people and homes, who held it, and to whom it is released. */
export function interviewFacts(child: ChildPicture, interview: InterviewPicture): Facts {
  const { named, providers, restriction, releases, heldBy } = interview;
  return remembered(child, JSON.stringify(['interview', interview.id]), () => {
    const facts = factsOf(child, { relations: { ...child.relations, named, providers }, restriction });
    const shared = releases.map(({ level, recipient, from, until }) => ({ agency: `${level}:${recipient}`, from, until }));
    return { ...facts, held_by: heldBy, ...standing('shared', shared), agencies: withAgencies(facts, [heldBy, ...releases.map(({ recipient }) => recipient)]) };
  });
}

/** The facts of an item's rows: its own restriction and people, where it comes from and whom its handling lets near. */
export function intelligenceFacts(child: ChildPicture, item: IntelligencePicture): Facts {
  const { named, restriction, stated, grade, handling, recipients, originator, area, groups, released } = item;
  return remembered(child, JSON.stringify(['intelligence', item.id]), () => {
    const facts = factsOf(child, { relations: { ...child.relations, named }, restriction });
    return {
      ...facts,
      origin: stated.origin,
      handling,
      recipients,
      originator,
      area: area ?? '',
      ...standing('groups', groups),
      topic: stated.topic,
      sanitised: (grade?.sanitisedText ?? null) === null ? 'NO' : 'YES',
      released: released ? 'YES' : 'NO',
      agencies: withAgencies(facts, [originator, ...recipients, ...groups.map(({ agency }) => agency)]),
    };
  });
}

/** Adds the hash over everything the row says; the version counts the changes of what it says, not of whom it is open to. */
export function withHash(columns: PictureColumns): PictureRow {
  return { ...columns, version: 1, row_hash: createHash('sha256').update(JSON.stringify(columns)).digest('hex') };
}

function remembered(child: ChildPicture, name: string, make: () => Facts): Facts {
  const known = REMEMBERED.get(child) ?? new Map<string, Facts>();
  const facts = known.get(name) ?? make();
  REMEMBERED.set(child, known.set(name, facts));
  return facts;
}

function only(relations: readonly Relation[], agency: string | null): Relation[] {
  return relations.filter((relation) => relation.agency === agency);
}

/** The agencies of the facts, and those of others whom a row is open to: agencies, or people at one. */
function withAgencies(facts: Facts, others: readonly string[]): string[] {
  // Written by factsOf, just below.
  const known = facts['agencies'] as readonly string[];
  return [...new Set([...known, ...others.map(agencyOfPerson)])].sort();
}

function factsOf(child: ChildPicture, { relations, restriction }: FactParts): Facts {
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
    restricted: restriction.restricted ? 'YES' : 'NO',
    awaits_naming: restriction.awaitsNaming ? 'YES' : 'NO',
    keeps: restriction.keeps,
    opens: child.opens,
    agencies: [...new Set([...held.map(({ agency }) => agency), ...people.map(agencyOfPerson)])].sort(),
  };
}

/** Everybody named, as `person@agency`, whatever they are to the child. */
function peopleOf(named: readonly Relation[]): string[] {
  return [...new Set(named.map(({ agency }) => agency.slice(agency.indexOf(':') + 1)))].sort();
}

/** Each holder once, with all its times as a PostgreSQL multirange. */
function standing(name: Standing, relations: readonly Relation[]): Record<string, string[]> {
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
