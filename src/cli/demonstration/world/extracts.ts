import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import { childAsOf, type CaseSystem, type World, type WorldChild, type WorldEpisode } from './world.ts';

/** What a system exported at one moment. */
export interface Extract {
  readonly at: number;
  /** As the sender states it. */
  readonly extracted: string;
  /** `1` or `2`: an early one with faults in it, and the one that puts them right. */
  readonly place: number;
  readonly children: readonly WorldChild[];
}

/** When case systems and yearly returns exported, before now; the hub puts them in order whatever comes first. */
export const CASE_AGES = [7 * DAY, 2 * HOUR] as const;
export const RETURN_AGES = [30 * DAY, DAY] as const;

/** The exports of one system, the earlier one first. */
export function extractsOf(world: World, ages: readonly number[], has: (child: WorldChild) => boolean): readonly Extract[] {
  return ages.map((age, index) => {
    const at = world.now - age;
    return { at, extracted: new Date(at).toISOString(), place: index + 1, children: world.children.filter(has).map((child) => childAsOf(child, at)) };
  });
}

/** Exports of a case system. What was told wrongly at first is wrong in the earlier alone. */
export function caseExtracts(world: World, system: CaseSystem): readonly Extract[] {
  const extracts = extractsOf(world, CASE_AGES, (child) => child.system === system);
  return extracts.map((extract) => (extract.place === 1 ? { ...extract, children: extract.children.map((child) => ({ ...child, episodes: child.episodes.map(toldWrongly) })) } : extract));
}

function toldWrongly(episode: WorldEpisode): WorldEpisode {
  return episode.corrected ? { ...episode, from: episode.from - 2 * HOUR } : episode;
}

/** When the case system says that the child was back, by its own clock. */
export function returnedByCase({ returned, disputed }: WorldEpisode): number | null {
  return returned !== null && disputed ? returned + 3 * HOUR : returned;
}
