import { erasedAmong } from '../store/write/erase/erasure-store.ts';
import { addMessages, knownMessages, type Message } from '../store/write/observation-store.ts';
import { settleByGood } from '../store/write/quarantine-store.ts';
import { recordIds, type IngestServices } from './ingest-services.ts';
import type { Writing } from '../store/database.ts';
import { refreshPicture } from './refresh-picture.ts';
import { sortMessages, type Sorted } from './sort-messages.ts';

/** Adds what is new, settles what it settles of what was refused before, and shows what follows. */
export async function takeMessages(em: Writing, services: IngestServices, messages: readonly Message[]): Promise<Sorted> {
  const recordId = recordIds(services);
  const at = new Date(services.clock()).toISOString();
  const sorted = sortMessages(await unerased(em, messages), await knownMessages(em, messages, recordId), recordId);
  if (sorted.fresh.length > 0) {
    const touched = await addMessages(em, sorted.fresh, { recordId, at });
    await settleByGood(em, sorted.fresh.map(({ record }) => recordId(record)), at);
    await refreshPicture(em, services, touched);
  }
  return sorted;
}

/** What was erased does not come back by sending the same again: such a message counts as none. */
async function unerased(em: Writing, messages: readonly Message[]): Promise<readonly Message[]> {
  const erased = await erasedAmong(em, messages.flatMap(({ observations }) => observations.map(({ id }) => id)));
  return erased.size === 0 ? messages : messages.filter(({ observations }) => !observations.some(({ id }) => erased.has(id)));
}
