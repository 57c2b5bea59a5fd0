import { randomUUID } from 'node:crypto';
import type { Hub } from '../../src/hub.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { policeMessage } from '../../src/cli/demonstration/police-message.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { receive } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { inventedName } from './invented-name.ts';
import { ratios, sideBySide } from './side-by-side.ts';

const MESSAGES = 200;
const HOUR = 3_600_000;

/** An invented child's date of birth: year, month and day as files write them. */
export function birthOf(number: number): readonly [year: string, month: string, day: string] {
  return ['2011', String((number % 12) + 1).padStart(2, '0'), String((number % 27) + 1).padStart(2, '0')];
}

/** One invented child of an authority (by code) reported missing at `at`, as a police file. */
export function missingMessage(number: number, at: number, authority: string): string {
  return policeMessage({
    messageId: `B-${String(number)}`,
    type: 'MISSING',
    force: '99',
    sentAt: at + HOUR,
    misper: `99/26/${String(number)}`,
    sections: {
      Report: { InitialRiskLevel: 'Medium', CurrentRiskLevel: number % 5 === 0 ? 'High' : 'Medium', MissingSince: new Date(at).toISOString() },
      Person: {
        PersonId: `P-${String(number)}`, GivenName: inventedName(number, 1597), Surname: inventedName(number, 2741),
        DateOfBirth: birthOf(number).join('-'), Age: '15', Gender: 'F', HomeAddress: `${String(number)} Invented Street`,
      },
      Care: { PlacingAuthority: authority, ResponsibleAuthorityChildId: `C${String(number)}` },
    },
  });
}

const INSERT_DOCUMENT = `insert into source_document (id, agency, system, adapter, sha256, bytes, byte_length, received_at, received_by, state)
  values ($1, 'bench', 'bench', 'bench', $2, $3, $4, now(), 'bench', 'TAKEN')`;

/** The least that anything could do with a message: one transaction that keeps its bytes. */
async function plainInsert(hub: Hub, text: string): Promise<void> {
  const client = await hub.database.pool.connect();
  try {
    const id = randomUUID();
    const bytes = Buffer.from(text);
    await client.query('begin');
    await client.query('set local role homeward_writer');
    await client.query(INSERT_DOCUMENT, [id, id, bytes, bytes.length]);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** Police messages taken in, received and folded one and all, against plain inserts of the same bytes. */
export async function benchIngest(hub: Hub, print: (line: string) => void): Promise<void> {
  await loadDirectory(hub.database, demonstrationDirectory, { by: 'bench', now: Date.now() });
  await hub.directory.refresh();
  let next = 0;
  const texts = (): string[] => Array.from({ length: MESSAGES }, () => missingMessage((next += 1), Date.now() - 48 * HOUR + next, 'E99000002'));
  const taken = await sideBySide(
    [
      {
        name: 'plain inserts, one transaction a message',
        run: async () => {
          for (const text of texts()) {
            await plainInsert(hub, text);
          }
        },
      },
      {
        name: 'received, then taken in together',
        run: async () => {
          for (const text of texts()) {
            await receive(hub.ingest, {
              adapter: 'police-compact', agency: 'mereshire-police', system: 'mereshire-compact', extracted: null, fileName: null,
              bytes: Buffer.from(text), signature: null, receivedBy: 'bench', now: Date.now(),
            });
          }
          await takeWaiting(hub.ingest);
        },
      },
    ],
    { rounds: 5, times: 1 },
  );
  print(`Ingest: ${String(MESSAGES)} police messages a round, 5 rounds`);
  ratios(taken, { unit: 'messages', perRound: MESSAGES }).forEach(print);
}
