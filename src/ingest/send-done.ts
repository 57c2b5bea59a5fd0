import type { Directory } from '../directory/directory.ts';
import { transmitToPlacing } from '../directory/transmit-by-rule.ts';
import type { Writing } from '../store/database.ts';
import { doneByHosts } from '../store/write/transmissions/done-by-hosts.ts';
import type { IngestServices } from './ingest-services.ts';

/**
 * What a host's own system says was done for a child of another authority goes to the authority that placed the child, as what
 * somebody records in the hub does; what came by another hub was sent by that hub.
 */
export async function sendDone(em: Writing, services: Pick<IngestServices, 'directory' | 'clock' | 'idKey'>, children: readonly string[]): Promise<void> {
  const [directory, now] = [services.directory(), services.clock()];
  const done = exchangesDone(directory) ? await doneByHosts(em, children, now) : [];
  for (const { id, system } of done) {
    if ((directory.systems.get(system)?.hub ?? null) === null) {
      await transmitToPlacing({ em, directory, idKey: services.idKey, now }, id);
    }
  }
}

function exchangesDone({ exchange }: Directory): boolean {
  return exchange.some(({ matters }) => matters.includes('INTERVIEW') || matters.includes('OFFER'));
}
