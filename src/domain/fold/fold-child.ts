import { sourceMarks } from '../decision/source-marks.ts';
import { matchPersonOf } from '../matching/match-person.ts';
import type { PlacementPayload } from '../observation/observation.ts';
import { chooseFields } from './choose-value.ts';
import { episodeRecord } from './episode-record.ts';
import { PERSON_PRIORITY } from './field-priority.ts';
import { conflictFlags, foldEpisode } from './fold-episode.ts';
import { foldPlacements, providerAt } from './fold-placements.ts';
import { foldProfiles } from './fold-profiles.ts';
import type { KeptRecord } from './kept-record.ts';
import { matchEpisodes } from './match-episodes.ts';
import type { PersonIdentity } from './person-identity.ts';
import { foldTold, type Told } from './fold-told.ts';
import type { FoldContext } from './fold-context.ts';
import type { ChildPicture, EpisodePicture, Flag, PlacementPicture } from './picture.ts';
import { relationsOf } from './relations.ts';
import { shownId } from './shown-id.ts';
import { HUB_SYSTEM } from '../record/record.ts';
import { compareText, refKey } from './standing.ts';
import { statedHomes } from './stated-homes.ts';
import { statementsOfEpisode, statementsOfPerson } from './statements-of-picture.ts';
import { formerEpisode, type TakenBackOf } from './taken-back.ts';
import type { RecordHistory } from './words-of-records.ts';
import { latestSource, saidOfKind } from './stated-fields.ts';

/** All that is kept of one child: its person records, and the episodes, placements and interviews filed under them. */
export interface KeptChild {
  readonly persons: readonly PersonIdentity[];
  readonly episodes: readonly KeptRecord[];
  readonly placements: readonly KeptRecord[];
  readonly profiles: readonly KeptRecord[];
  /** Episode records of which nothing stands. */
  readonly gone: readonly KeptRecord[];
  readonly takenBackOf: TakenBackOf;
  readonly told: Told;
}

/** The picture of one child, from everything said under its person records. */
export function foldChild(kept: KeptChild, context: FoldContext): ChildPicture {
  const persons = kept.persons.toSorted((first, second) => compareText(first.record.id, second.record.id));
  const person = chooseFields(persons.map(({ stated }) => stated), PERSON_PRIORITY, context);
  const placements = foldPlacements(kept.placements, context, kept.takenBackOf);
  const episodes = foldEpisodes({ ...kept, persons }, placements, context);
  const { relations, flags } = relationsOf({ persons, placements, episodes }, context);
  const profiles = foldProfiles(kept.profiles);
  return {
    id: shownId(persons.map(({ record }) => record), (agency) => relations.responsible.some((authority) => authority.agency === agency)),
    records: persons.map(({ record }) => ({ id: record.id, source: latestSource(ofItsSource(record)) })),
    person,
    statements: statementsOfPerson(persons.map(({ record }) => withHistory(ofItself(record), kept)), person, context),
    alike: persons.map((identity) => matchPersonOf(identity, placementsUnder(identity, kept.placements))),
    placements,
    episodes,
    ...foldTold(kept.told, { person, episodes, relations, placements, profiles, flags: [...conflictFlags(person), ...flags], persons: persons.map(({ record }) => record), marks: sourceMarks({ persons, placements, relations, takenBackOf: kept.takenBackOf }, context), reported: kept.episodes, gone: kept.gone, takenBackOf: kept.takenBackOf }, context),
    profiles,
  };
}

/** What is said of the placements that were filed last under one person record. */
function placementsUnder({ record }: PersonIdentity, placements: readonly KeptRecord[]): PlacementPayload[] {
  return placements
    .filter(({ subjects }) => subjects.at(-1) === record.id)
    .flatMap(({ said }) => saidOfKind(said, 'placement').slice(-1))
    .map(({ payload }) => payload);
}

/** What the record's own source says of the child: what is told in the hub under it says nothing of how fresh that is. */
function ofItsSource(record: KeptRecord): KeptRecord {
  return { ...record, said: record.said.filter((said) => said.record.system !== HUB_SYSTEM || record.ref.system === HUB_SYSTEM) };
}

/** The child's episodes, latest first; one whose start nobody knows by what is known of it. */
function foldEpisodes(kept: KeptChild, placements: readonly PlacementPicture[], context: FoldContext): EpisodePicture[] {
  const records = kept.episodes.map(episodeRecord);
  const homes = statedHomes(kept.persons);
  const { groups, flags } = matchEpisodes(records, context.episodeStartTolerance);
  const episodes = groups.map((group) => {
    const episode = foldEpisode(group, context);
    const gone = kept.gone.filter((record) => formerEpisode(record, groups, context.episodeStartTolerance) === group);
    const statements = statementsOfEpisode([...group, ...gone].map((record) => withHistory(record, kept)), episode, context);
    const provider = statedProvider(group, homes, context) ?? providerAt(placements, episode.report.missingSince?.value ?? null) ?? reportingProvider(group, context);
    const began = episode.report.missingSince?.value.from ?? Math.min(...group.map(({ known }) => known?.from ?? Infinity));
    return { began, picture: { ...episode, provider, statements, flags: [...episode.flags, ...flagsOn(episode, flags)] } };
  });
  return episodes
    .sort((first, second) => compareStart(first.began, second.began) || compareText(first.picture.id, second.picture.id))
    .map(({ picture }) => picture);
}

function withHistory(record: KeptRecord, { gone, takenBackOf }: KeptChild): RecordHistory {
  return { ...record, said: gone.includes(record) ? [] : record.said, takenBack: takenBackOf(record.ref) };
}

/** What is said of the person itself, not of what is filed under it. */
function ofItself(record: KeptRecord): KeptRecord {
  return { ...record, said: record.said.filter((said) => said.record.kind === 'person') };
}

/** Latest first; not by difference, as two unknown starts are equal. */
function compareStart(first: number, second: number): number {
  if (first === second) {
    return 0;
  }
  return first > second ? -1 : 1;
}

function flagsOn({ records }: Pick<EpisodePicture, 'records'>, flags: readonly Flag[]): Flag[] {
  return flags.filter((flag) => records.some(({ id }) => flag.records.includes(id)));
}

/** The provider of the home that the episode's own reports name; of several forces' reports, by record id. */
function statedProvider(group: readonly KeptRecord[], homes: ReadonlyMap<string, string>, context: FoldContext): string | null {
  const urns = group.map(({ ref }) => homes.get(refKey(ref))).filter((urn) => urn !== undefined);
  return urns.map((urn) => context.homeOf(urn)?.provider).find((provider) => provider !== undefined) ?? null;
}

/** Where nobody says which home it was, the home that reported it itself; of several, by record id. */
function reportingProvider(group: readonly KeptRecord[], { kindOf }: FoldContext): string | null {
  return group.find(({ ref }) => kindOf(ref.agency) === 'PROVIDER')?.ref.agency ?? null;
}
