import { bringFiles, type AtTheDoor, type FilesToSend } from './bring-files.ts';
import type { IngestServices } from './ingest-services.ts';
import { tryDelivery, type DryRun } from './try-delivery.ts';

/** What would become of one document, or why it would be refused at the door. */
export type TriedFile = AtTheDoor<DryRun>;

/** Says of each document of these files what would become of it, each compared with what was read before; nothing is kept. */
export async function tryFiles(services: IngestServices, job: FilesToSend): Promise<TriedFile[]> {
  return bringFiles(services, job, { ask: (delivery) => tryDelivery(services, delivery), onAnswered: () => undefined });
}
