import type { Decision } from '../decision/decision.ts';
import { decidedPairs } from '../decision/decided-pairs.ts';
import { fileDecisions, type FiledDecisions } from '../decision/standing-decisions.ts';
import type { Observation } from '../observation/observation.ts';
import type { MissingTogether } from '../redaction/network-of.ts';
import type { RecordKind, RecordRef } from '../record/record.ts';
import { crowdedIdentifiers, identifiersOf } from './crowded-identifiers.ts';
import { foldChild, type KeptChild } from './fold-child.ts';
import { groupBy } from './group-by.ts';
import { isSilent } from './is-silent.ts';
import type { Answering } from './join-decided.ts';
import { keptRecords, type KeptRecord } from './kept-record.ts';
import { foldPlacements } from './fold-placements.ts';
import { matchPersons } from './match-persons.ts';
import { personIdentity, type PersonIdentity } from './person-identity.ts';
import type { FoldContext } from './fold-context.ts';
import type { ChildPicture, Flag } from './picture.ts';
import { relationsOf } from './relations.ts';
import { silentBeside } from './silent-beside.ts';
import { toldOfTooMany } from './told-of-too-many.ts';
import { compareText, judgeObservations, refKey } from './standing.ts';
import { recordsGone, takenBackByRecord } from './taken-back.ts';

/** What children are called who went missing together with the child of a person record. */
export type MissingWith = ReadonlyMap<string, readonly MissingTogether[]>;

const NONE: ReadonlySet<string> = new Set();
const NOBODY: MissingWith = new Map();

/**
 * What is folded besides observations: people's decisions, the names under which other agencies were told of children, and of records
 * not folded here the identifiers that join nothing because of them, and what children are called who went missing together with a child
 * of these, by the person record of this one.
 */
export interface FoldedWith {
  readonly decisions?: readonly Decision[];
  readonly told?: ReadonlySet<string>;
  readonly crowdedElsewhere?: ReadonlySet<string>;
  readonly together?: MissingWith;
}

/**
 * All observations and decisions in, whatever their order; out come the children with their picture.
 */
export function fold(observations: readonly Observation[], context: FoldContext, { decisions = [], told = NONE, crowdedElsewhere = NONE, together = NOBODY }: FoldedWith = {}): ChildPicture[] {
  const idOf = rememberedIds(context);
  const { standing, takenBack } = judgeObservations(observations);
  const kept = keptRecords(standing, idOf);
  const stands = new Set(kept.episode.map(({ id }) => id));
  const history = {
    takenBackOf: takenBackByRecord(takenBack),
    gone: recordsGone(takenBack, idOf).filter(({ ref, id }) => ref.kind === 'episode' && !stands.has(id)),
  };
  const doubted = toldOfTooMany(observations, context);
  const known = kept.person.map((record) => personIdentity(record, context)).map((identity) => ({ ...identity, doubted: doubted(identity) }));
  const persons = known.filter(({ record }) => !isSilent(record));
  const crowded = new Set([...crowdedElsewhere, ...crowdedIdentifiers(persons.flatMap(identifiersOf))]);
  const answering = answeringOf(kept.placement, context);
  const { groups, flags } = matchPersons(persons, [...kept.episode, ...kept.placement], { crowded, told, decided: decidedPairs(decisions), answering });
  const decided = fileDecisions(decisions);
  const silentOf = silentBeside(groups, known.filter(({ record }) => isSilent(record)), crowded);
  return keptChildren(groups, { ...kept, ...history }, { filed: decided, silentOf, together })
    .map((child) => foldChild(child, context))
    .map((picture) => ({ ...picture, flags: [...picture.flags, ...flagsOn(picture, flags)] }))
    .sort((first, second) => compareText(first.id, second.id));
}

/** What was said and taken back, and the episode records of which nothing stands. */
type History = Pick<KeptChild, 'takenBackOf' | 'gone'>;

/** Each record's id is asked for many times, and costs a keyed hash. */
function rememberedIds(context: FoldContext): (ref: RecordRef) => string {
  const ids = new Map<string, string>();
  return (ref) => {
    const key = refKey(ref);
    const id = ids.get(key) ?? context.recordId(ref);
    ids.set(key, id);
    return id;
  };
}

/** A record filed under several person records belongs where it was filed last. */
function ownerOf({ subjects }: KeptRecord): string {
  return subjects.at(-1) ?? '';
}

/** The records that are filed under a group's person records. */
function byOwner(records: readonly KeptRecord[]): (group: readonly PersonIdentity[]) => KeptRecord[] {
  const owned = groupBy(records, ownerOf);
  return (group) => group.flatMap(({ record }) => owned.get(record.id) ?? []);
}

/** Who answers for the child of some person records, as far as they and their placements say. */
function answeringOf(placementRecords: readonly KeptRecord[], context: FoldContext): (group: readonly PersonIdentity[]) => Answering {
  const placementsOf = byOwner(placementRecords);
  return (persons) => {
    const { relations } = relationsOf({ persons, placements: foldPlacements(placementsOf(persons), context), episodes: [] }, context);
    return { responsible: relations.responsible.map(({ agency }) => agency), candidates: relations.candidates.map(({ agency }) => agency) };
  };
}

interface Beside {
  readonly filed: FiledDecisions;
  readonly silentOf: (group: readonly PersonIdentity[]) => readonly PersonIdentity[];
  readonly together: MissingWith;
}

function keptChildren(groups: readonly PersonIdentity[][], kept: Readonly<Record<RecordKind, KeptRecord[]>> & History, { filed, silentOf, together }: Beside): KeptChild[] {
  const [episodes, placements, profiles] = [byOwner(kept.episode), byOwner(kept.placement), byOwner(kept.profile)];
  const gone = byOwner(kept.gone);
  const [offers, interviews, intelligence] = [byOwner(kept.offer), byOwner(kept.interview), byOwner(kept.intelligence)];
  const [riskAssessments, placementAgreements] = [byOwner(kept.riskAssessment), byOwner(kept.placementAgreement)];
  return groups.map((group) => ({
    persons: group,
    episodes: episodes(group),
    placements: placements(group),
    profiles: profiles(group),
    gone: gone(group),
    takenBackOf: kept.takenBackOf,
    told: {
      offers: offers(group),
      interviews: interviews(group),
      intelligence: intelligence([...group, ...silentOf(group)]),
      riskAssessments: riskAssessments(group),
      placementAgreements: placementAgreements(group),
      together: group.flatMap(({ record }) => together.get(record.id) ?? []),
      filed,
    },
  }));
}

function flagsOn({ records }: Pick<ChildPicture, 'records'>, flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => records.some(({ id }) => flag.records.includes(id)));
}
