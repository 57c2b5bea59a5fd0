import { HubError } from '../domain/errors.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { mayDo } from '../policy/may-do.ts';
import { openEntriesOf, quarantineFacts, type QuarantineFacts } from '../store/write/mending-store.ts';
import type { Scene } from './perform.ts';

/** Entries that one call sees to; more are seen to by calling again. */
export const MOST_ENTRIES = 500;

/** The entries of these ids; where one is not there or not the actor's to see, or not theirs to act on, nothing is done to any. */
export async function entriesToActOn(scene: Scene, ids: readonly string[]): Promise<QuarantineFacts[]> {
  if (ids.length === 0 || ids.length > MOST_ENTRIES) {
    throw new HubError('BAD_INPUT', `Name between 1 and ${String(MOST_ENTRIES)} entries.`);
  }
  const wanted = [...new Set(ids)];
  const found = await quarantineFacts(scene.em, wanted.filter(looksLikeId));
  const ability = abilityOf(scene.actor.viewer);
  const seen = found.filter((entry) => readableAttributes(ability, 'QuarantineEntry', factsOf(entry)).size > 0);
  if (seen.length !== wanted.length) {
    throw new HubError('NOT_FOUND', 'There is no quarantine entry of this id that you may see.');
  }
  if (!seen.every((entry) => mayActOn(scene, entry))) {
    throw new HubError('FORBIDDEN', 'The coordinator or missing team of the agency that sent the document sees to this.');
  }
  return seen;
}

/** Every open entry of the actor's own agency, oldest first. */
export async function ownOpenEntries(scene: Scene): Promise<QuarantineFacts[]> {
  const entries = await openEntriesOf(scene.em, scene.actor.viewer.agency, MOST_ENTRIES);
  if (entries.some((entry) => !mayActOn(scene, entry))) {
    throw new HubError('FORBIDDEN', 'The coordinator or missing team of the agency that sent the document sees to this.');
  }
  return entries;
}

function mayActOn({ actor, action }: Scene, entry: QuarantineFacts): boolean {
  return mayDo(actor.viewer, action, { family: 'QuarantineEntry', facts: factsOf(entry) });
}

function factsOf({ agency, shownTo }: QuarantineFacts): { agency: string; shownTo: readonly string[] } {
  return { agency, shownTo };
}
