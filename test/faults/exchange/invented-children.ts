import { loadDirectory } from '../../../src/directory/load-directory.ts';
import type { Hub } from '../../../src/hub.ts';
import { receive } from '../../../src/ingest/receive.ts';
import { takeWaiting } from '../../../src/ingest/take-waiting.ts';
import { connectClient } from '../../../src/store/connection.ts';
import { aFound, aMissing, type Fields } from '../../journeys/documents.ts';
import type { FaultDatabase } from '../fault-run.ts';
import { varySample } from '../vary-sample.ts';

/** A child who was missing and is back. */
export interface InventedChild {
  readonly id: string;
  readonly episode: string;
}

const HOUR = 3_600_000;
const NAMED = { keys: ['MP-1', 'P-1', 'M-1', 'M-2'], names: ['Wrenna', 'Testfield'] };

/** Puts the directory in force, and has the police tell of so many children, each missing once and back. */
export async function inventChildren(hub: Hub, { superuserUrl }: FaultDatabase, { directory, count }: { readonly directory: string; readonly count: number }): Promise<readonly InventedChild[]> {
  await loadDirectory(hub.database, directory, { by: 'faults', now: Date.now() });
  await hub.directory.refresh();
  for (let number = 0; number < count; number += 1) {
    for (const { bytes } of told(Date.now(), number)) {
      const said = Buffer.from(varySample(String(bytes), NAMED, { number, days: 0 }), 'utf8');
      await receive(hub.ingest, { adapter: 'police-compact', system: 'mereshire-compact', agency: 'mereshire-police', extracted: null, bytes: said, signature: null, fileName: null, receivedBy: 'faults', now: Date.now() });
    }
  }
  await takeWaiting(hub.ingest);
  const client = await connectClient(superuserUrl);
  try {
    return (await client.query<InventedChild>('select child_id as id, min(id::text) as episode from episode group by child_id order by child_id')).rows;
  } finally {
    await client.end();
  }
}

/** The placing authority's child, in a home in the host's area, who went missing the day before and is back. */
function told(now: number, number: number) {
  const ago = (hours: number): string => new Date(now - hours * HOUR).toISOString().replace(/\.\d+Z$/, 'Z');
  const born = new Date(Date.parse('2011-05-06T00:00:00Z') - (number % 700) * 24 * HOUR).toISOString().slice(0, 10);
  const placed: Fields = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
  return [
    aMissing({ ...placed, 'Person/DateOfBirth': born, 'Header/SentAt': ago(29), 'Report/MissingSince': ago(30) }),
    aFound({ ...placed, 'Header/SentAt': ago(9), 'Found/WhenTraced': ago(11), 'Found/WhenReturned': ago(10) }),
  ];
}
