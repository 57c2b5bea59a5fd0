import { HubError } from '../domain/errors.ts';
import type { Scene } from './perform.ts';
import { seeRow } from './see-row.ts';

/** The episode that is named, seen and of this child; null where none is. One of another child is refused as one that is not there. */
export async function episodeNamed(scene: Scene, { childRecords }: { readonly childRecords: readonly string[] }, named: string | null): Promise<string | null> {
  if (named === null) {
    return null;
  }
  const episode = await seeRow(scene, 'Episode', named);
  if (!childRecords.includes(episode.child)) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  return episode.id;
}
