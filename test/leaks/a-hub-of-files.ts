import { createHash } from 'node:crypto';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { buildDirectory } from '../../src/directory/build-directory.ts';
import { parseDirectory } from '../../src/directory/parse-directory.ts';
import { createGate } from '../../src/gate/gate.ts';
import type { IngestServices } from '../../src/ingest/ingest-services.ts';
import { createLog } from '../../src/logging/log.ts';
import { aHub, type AHub } from '../http/a-hub.ts';
import { anIngest, type TestIngest } from '../ingest/an-ingest.ts';
import type { Sending } from '../journeys/a-running-hub.ts';

/** A hub that answers from real files: the real adapters, fold, store, gate and log, and ids that are the same in every one. */
export interface HubOfFiles {
  readonly hub: AHub;
  readonly ingest: TestIngest;
  /** Everything the log has written. */
  logged(): string;
  /** Takes files of the demonstration's senders. */
  take(...sendings: readonly Sending[]): Promise<void>;
  close(): Promise<void>;
}

const DIRECTORY = buildDirectory(parseDirectory(demonstrationDirectory), 1);

/** `changed`: what ingest has otherwise, such as more adapters, or a directory with more senders. */
export async function aHubOfFiles(changed: Partial<IngestServices> = {}): Promise<HubOfFiles> {
  const lines: string[] = [];
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } });
  const ingest = await anIngest({ log, directory: () => DIRECTORY, ...changed });
  const cursor = createHash('sha256').update('a key for tests').digest();
  const gate = createGate({ pool: ingest.services.database.pool, keys: { cursor }, log, viewerStands: () => 'STANDS' });
  const hub = await aHub({ gate, log, directory: ingest.services.directory });
  return {
    hub,
    ingest,
    logged: () => lines.join(''),
    async take(...sendings) {
      await ingest.ingest(...sendings.map(({ as, ...sending }) => ({ ...sending, ...senderOf(as) })));
    },
    async close() {
      await hub.close();
      await ingest.close();
    },
  };
}

function senderOf(person: string): { agency: string; system: string } {
  const role = DIRECTORY.people.get(person)?.roles.find(({ system }) => system !== null);
  if (typeof role?.system !== 'string') {
    throw new TypeError('a file comes from a sender of the demonstration');
  }
  return { agency: role.agency, system: role.system };
}
