import type { HubError } from '../domain/errors.ts';
import { bringFiles, type AtTheDoor, type FilesToSend } from './bring-files.ts';
import type { IngestServices } from './ingest-services.ts';
import { orUnsigned, type Delivery } from './open-delivery.ts';
import { tryDelivery, type DryRun } from './try-delivery.ts';

/** What would become of one document, or why it would be refused at the door. */
export type TriedFile = AtTheDoor<DryRun>;

/** Says of each document of these files what would become of it, each compared with what was read before; nothing is kept. */
export async function tryFiles(services: IngestServices, job: FilesToSend): Promise<TriedFile[]> {
  return bringFiles(services, job, { ask: (deliveries) => tryEach(services, deliveries), onAnswered: () => undefined });
}

async function tryEach(services: IngestServices, deliveries: readonly Delivery[]): Promise<(DryRun | HubError)[]> {
  const answers: (DryRun | HubError)[] = [];
  for (const delivery of deliveries) {
    answers.push(await orUnsigned(tryDelivery(services, delivery)));
  }
  return answers;
}
