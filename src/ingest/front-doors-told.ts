import type { Directory } from '../directory/directory.ts';
import { holdersOf } from '../directory/unheld-duties.ts';
import { NEWS_TOLD_OF } from '../domain/workflow/tell-by-hand.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { hasLegalStatus } from '../store/write/by-hand-store.ts';
import type { NewsOfEpisode } from '../store/write/episode-news-store.ts';
import type { LookingAgain } from './before-others.ts';
import { dutiesToTell } from './duties-to-tell.ts';

/**
 * The authorities whose front door the hub tells of this news, as their practice has it told and somebody works there; of a
 * restricted child none, as in a post there may be one who must not know.
 */
export async function frontDoorsTold({ em, services, now }: LookingAgain, { news, child }: NewsOfEpisode, facts: ChildFacts): Promise<readonly string[]> {
  const of = NEWS_TOLD_OF[news];
  const directory = services.directory();
  const asked = facts.restricted === 'YES' ? [] : facts.responsible.filter((agency) => namesFrontDoor(directory, agency, of) && holdersOf(directory, { role: 'FRONT_DOOR', agency }) > 0);
  if (asked.length === 0) {
    return [];
  }
  const happened = { facts, of, hasStatus: await hasLegalStatus(em, child), now };
  return asked.filter((agency) => dutiesToTell(directory, agency, happened).some(({ who }) => who === 'FRONT_DOOR'));
}

function namesFrontDoor({ agencies }: Directory, agency: string, of: string | undefined): boolean {
  return agencies.get(agency)?.practice.figures.toBeTold?.value.some((duty) => duty.who === 'FRONT_DOOR' && duty.of === of) === true;
}
