import type { Closing } from '../authority/closings.ts';
import type { Decision } from '../decision/decision.ts';
import { finalisedAt } from '../decision/finalised.ts';
import { named, peopleNamed } from '../decision/named-people.ts';
import { bothLimits, limitsOf, namedUnder, restrictionOf, type Limits, type SearchTeams } from '../decision/restriction.ts';
import type { FiledDecisions } from '../decision/standing-decisions.ts';
import { approvedTexts, redactionsOf, type TellsSomebody } from '../redaction/redaction-state.ts';
import { consentNotGiven } from '../sharing/consent-not-given.ts';
import { releasesOf } from '../sharing/releases.ts';
import { sharingRecords } from '../sharing/sharing-records.ts';
import { overlapOf } from '../interval/stretch.ts';
import type { FoldContext } from './fold-context.ts';
import type { InterviewPicture, Release } from './interview-picture.ts';
import type { EpisodePicture } from './picture.ts';
import type { Relation, Relations } from './relation.ts';
import type { ToldInterview } from './told-interviews.ts';

/** What an interview's release and restriction rest on besides what was decided on itself. */
export interface AroundInterviews {
  readonly filed: FiledDecisions;
  readonly limits: Limits;
  readonly closings: readonly Closing[];
  readonly relations: Pick<Relations, 'responsible' | 'hosts' | 'forces' | 'providers'>;
  /** The people round the child before any restriction. */
  readonly people: readonly Relation[];
  readonly episodes: readonly EpisodePicture[];
  readonly tells: TellsSomebody;
  readonly teams: SearchTeams;
}

/** An interview with what was decided on it: to whom it is released, and whether it is restricted. */
export function foldInterview(told: ToldInterview, around: AroundInterviews, context: FoldContext): InterviewPicture {
  const { filed, relations, people, tells } = around;
  const decided = filed.on([told.id, ...told.offers.filter((offer) => offer !== told.id)]);
  const limits = limitsUnder(decided, around);
  const releases = told.stated === null ? [] : releasesOf({
    state: told.state,
    decided,
    texts: approvedTexts(decided, { contentHash: told.contentHash, tells }),
    closings: around.closings,
    forces: relations.forces,
    coordinators: peopleNamed(people, 'CP_COORDINATOR'),
    agreements: relations.responsible.flatMap(({ agency }) => context.agreementsOf(agency)),
  });
  return {
    ...told,
    releases,
    redactions: redactionsOf(decided, { contentHash: told.contentHash, tells }),
    sharing: sharingRecords(decided),
    // Two authorities that claim the child must both say so.
    consentNotGiven: relations.responsible.length > 0 && relations.responsible.every(({ agency }) => context.saysConsentNotGiven(agency)) ? consentNotGiven(decided) : [],
    restriction: restrictionOf(limits, relations, around.teams),
    named: namedUnder(limits, [...people, ...authorOf(told, around)]),
    providers: providersOf(told, releases, around),
  };
}

/** The limits of a thing told of the child, by the child's and by what was decided on it. */
export function limitsUnder(decided: readonly Decision[], { limits, people, relations }: Pick<AroundInterviews, 'limits' | 'people' | 'relations'>): Limits {
  const [responsible, hosts] = [relations.responsible, relations.hosts].map((standing) => standing.map(({ agency }) => agency)) as [string[], string[]]; // Two go in.
  return bothLimits(limits, limitsOf(decided, { named: people, responsible, hosts, markedSince: null }));
}

/** Whoever held it reads it until all its episodes are finalised. */
function authorOf({ stated, episodes: ids }: ToldInterview, { episodes, filed }: AroundInterviews): Relation[] {
  if (stated?.interviewer === undefined || stated.interviewer === null) {
    return [];
  }
  const ends = episodes.filter(({ id }) => ids.includes(id)).map(({ records }) => finalisedAt(filed.on(records.map(({ id }) => id))));
  const all = ends.filter((end) => end !== null);
  const until = ends.length === 0 || all.length < ends.length ? null : Math.max(...all);
  return overlapOf({ from: null, until }, { from: null, until: null }).map((stretch) => named('AUTHOR', stated.interviewer ?? '', stretch));
}

/** Homes whose placement the interview's episodes are of, and those it is released to; of one that names no episode, those of its day. */
function providersOf({ episodes: ids, episodeGone, at }: ToldInterview, releases: readonly Release[], { episodes, relations }: AroundInterviews): Relation[] {
  const own = episodes.filter(({ id }) => ids.includes(id)).map(({ provider }) => provider);
  const released = releases.filter(({ audience }) => audience === 'PLACEMENT').map(({ recipient }) => recipient);
  const ofTheDay = ids.length > 0 || episodeGone ? [] : relations.providers.filter((home) => overlapOf(home, at).length > 0).map(({ agency }) => agency);
  return relations.providers.filter(({ agency }) => [...own, ...ofTheDay, ...released].includes(agency));
}
