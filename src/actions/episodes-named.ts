import { HubError } from '../domain/errors.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { factsOfEpisode } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';

/** The episode records a statement is about; each must be this child's, and the same answer is given for none and another's. */
export async function episodesNamed({ em, now }: Scene, child: string, named: readonly string[]): Promise<{ episodes: readonly string[]; episodeKeys: readonly string[] }> {
  const episodes = [...new Set(named)];
  for (const id of episodes) {
    const episode = looksLikeId(id) ? await factsOfEpisode(em, id, now) : null;
    if (episode?.child !== child) {
      throw new HubError('BAD_INPUT', '"episodes" names one that is not an episode of this child. Send ids of the child’s episodes.');
    }
  }
  return { episodes, episodeKeys: [] };
}
