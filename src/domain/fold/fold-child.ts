import { chooseFields } from './choose-value.ts';
import { episodeRecord } from './episode-record.ts';
import { PERSON_PRIORITY } from './field-priority.ts';
import { conflictFlags, foldEpisode } from './fold-episode.ts';
import { foldPlacements, providerAt } from './fold-placements.ts';
import type { KeptRecord } from './kept-record.ts';
import { matchEpisodes } from './match-episodes.ts';
import type { PersonIdentity } from './person-identity.ts';
import type { ChildPicture, EpisodePicture, Flag, FoldContext, PlacementPicture } from './picture.ts';
import { relationsOf } from './relations.ts';
import { byOrder, compareText } from './standing.ts';
import { latestSource, saidOfKind } from './stated-fields.ts';

/** All that is kept of one child: its person records, and the episodes and placements filed under them. */
export interface KeptChild {
  readonly persons: readonly PersonIdentity[];
  readonly episodes: readonly KeptRecord[];
  readonly placements: readonly KeptRecord[];
}

/** The picture of one child, from everything said under its person records. */
export function foldChild(kept: KeptChild, context: FoldContext): Omit<ChildPicture, 'possiblySame'> {
  const persons = kept.persons.toSorted((first, second) => compareText(first.record.id, second.record.id));
  const person = chooseFields(persons.map(({ stated }) => stated), PERSON_PRIORITY, context);
  const placements = foldPlacements(kept.placements, context);
  const { relations, flags } = relationsOf({ persons, placements }, context);
  return {
    id: persons[0]?.record.id ?? '',
    records: persons.map(({ record }) => ({ id: record.id, source: latestSource(record) })),
    person,
    placements,
    episodes: foldEpisodes({ ...kept, persons }, placements, context),
    relations,
    flags: [...conflictFlags(person), ...flags],
  };
}

/** The child's episodes, latest first; one whose start nobody knows by what is known of it. */
function foldEpisodes(kept: KeptChild, placements: readonly PlacementPicture[], context: FoldContext): EpisodePicture[] {
  const records = kept.episodes.map(episodeRecord);
  const { groups, flags } = matchEpisodes(records, context.episodeStartTolerance);
  const episodes = groups.map((group) => {
    const episode = foldEpisode(group, context);
    const provider = statedProvider(group, kept.persons, context) ?? providerAt(placements, episode.report.missingSince?.value ?? null);
    const began = episode.report.missingSince?.value.from ?? Math.min(...group.map(({ known }) => known?.from ?? Infinity));
    return { began, picture: { ...episode, provider, flags: [...episode.flags, ...flagsOn(episode, flags)] } };
  });
  return episodes
    .sort((first, second) => compareStart(first.began, second.began) || compareText(first.picture.id, second.picture.id))
    .map(({ picture }) => picture);
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

/** The provider of the home that an episode's own report names. */
function statedProvider(group: readonly KeptRecord[], persons: readonly PersonIdentity[], context: FoldContext): string | null {
  const reports = group.flatMap(({ ref }) =>
    persons
      .filter(({ record }) => record.ref.agency === ref.agency && record.ref.system === ref.system)
      .flatMap(({ record }) => saidOfKind(record.said, 'person').filter(({ part }) => part === ref.key)),
  );
  const urn = reports
    .filter(({ payload }) => typeof payload.placementUrn === 'string')
    .sort(byOrder)
    .at(-1)?.payload.placementUrn;
  return urn ? (context.homeOf(urn)?.provider ?? null) : null;
}
