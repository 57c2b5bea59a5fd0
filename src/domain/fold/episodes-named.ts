import type { AboutEpisodes } from '../observation/observation.ts';
import type { RecordRef } from '../record/record.ts';
import type { FoldContext } from './fold-context.ts';
import type { EpisodePicture } from './picture.ts';

/** The child's episodes that something names, by the ids they are shown under, and whether one it names is gone. */
export type EpisodesNamed = (about: AboutEpisodes, by: RecordRef) => { readonly episodes: string[]; readonly episodeGone: boolean };

/** Finds episodes by any of their records: by the hub's id of it, or by the key of the system that names it. */
export function episodesNamedAmong(episodes: readonly EpisodePicture[], context: Pick<FoldContext, 'recordId'>): EpisodesNamed {
  const shown = new Map(episodes.flatMap(({ id, records }) => records.map((record) => [record.id, id] as const)));
  return ({ episodes: ids, episodeKeys }, { agency, system }) => {
    const named = [...ids, ...episodeKeys.map((key) => context.recordId({ agency, system, kind: 'episode', key }))];
    const found = named.map((record) => shown.get(record));
    return { episodes: [...new Set(found.filter((id) => id !== undefined))], episodeGone: found.includes(undefined) };
  };
}
