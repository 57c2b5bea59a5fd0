import { CASE_AGES } from '../../../src/cli/demonstration/world/extracts.ts';
import { childAsOf, type World, type WorldChild, type WorldEpisode } from '../../../src/cli/demonstration/world/world.ts';

type Status = 'MISSING' | 'AWAY' | 'LOCATED' | 'RETURNED';

/** What a hub should make of one child whose records it can tie together, or of what one agency alone says of it. */
export interface ToldChild {
  readonly givenName: string;
  readonly familyName: string;
  /** Where its episodes stand, the earliest first. */
  readonly statuses: readonly Status[];
}

/** The children as the hub should show them once every file is in: those whom nothing ties to the force's record stand there twice. */
export function toldChildren(world: World): readonly ToldChild[] {
  return world.children.flatMap((child) => {
    const reported = child.episodes.filter(({ misper }) => misper !== null);
    if (child.knownToPolice) {
      return [told(child, child.episodes.map((episode) => statusOf(episode)))];
    }
    const byCase = told(child, casesEpisodes(world, child).map((episode) => statusOf(episode)));
    return reported.length === 0 ? [byCase] : [byCase, told(child, reported.map((episode) => statusOf(episode)))];
  });
}

/** The case system last told of what it knew when it was exported. */
function casesEpisodes({ now }: World, child: WorldChild): readonly WorldEpisode[] {
  return childAsOf(child, now - CASE_AGES[1]).episodes;
}

function told({ givenName, familyName }: WorldChild, statuses: readonly Status[]): ToldChild {
  return { givenName, familyName, statuses };
}

function statusOf({ kind, located, returned }: WorldEpisode): Status {
  if (returned !== null) {
    return 'RETURNED';
  }
  return located === null ? kind : 'LOCATED';
}
