import { demonstrationDirectoryWith } from '../../../src/cli/demonstration/demonstration-directory.ts';
import { bytesOf, demonstrationDocuments, demonstrationWorld } from '../../../src/cli/demonstration/documents.ts';
import { openSenderKeys } from '../../../src/cli/demonstration/sender-keys.ts';
import type { Directory } from '../../../src/directory/directory.ts';
import { buildDirectory } from '../../../src/directory/build-directory.ts';
import { parseDirectory } from '../../../src/directory/parse-directory.ts';
import { receive } from '../../../src/ingest/receive.ts';
import { takeWaiting } from '../../../src/ingest/take-waiting.ts';
import { anIngest, NOW, type TestIngest } from '../../ingest/an-ingest.ts';
import { aFolder } from '../../support/a-folder.ts';
import { ADAPTERS } from './the-adapters.ts';
import { toldChildren } from './world-truth.ts';

const SIZE = { children: 30, seed: 'truth' };
/** Children of the stories that the README walks through. */
const WALKED = ['Ada', 'Ben', 'Cara', 'Dev', 'Eli', 'Fern', 'Kim', 'Lou'];

let hub: TestIngest;
const folder = aFolder();
const documents = demonstrationDocuments(NOW, SIZE);
beforeAll(async () => {
  const keys = await openSenderKeys({ production: false, folder: folder.path });
  const directory: Directory = buildDirectory(parseDirectory(demonstrationDirectoryWith(keys.published)), 1);
  hub = await anIngest({ adapters: ADAPTERS, directory: () => directory });
  for (const document of documents) {
    const { adapter, system, extracted, name } = document;
    const agency = directory.systems.get(system)?.agency ?? '';
    const bytes = await bytesOf(document);
    await receive(hub.services, { adapter, agency, system, extracted, fileName: name, bytes, signature: await keys.signatureOf(system, bytes), receivedBy: 'a test', now: NOW });
  }
  await takeWaiting(hub.services);
}, 240_000);
afterAll(async () => {
  folder.remove();
  await hub.close();
});

it('of the invented children is what is true in their world: who they are, and where each of their episodes stands', async () => {
  const rows = await hub.rows<{ given: string; family: string; statuses: string[] }>(
    `select c.given_name given, c.family_name family, array_agg(e.status order by e.missing_from_at) statuses
     from child c join episode e on e.child_id = c.child_id where c.given_name <> all ($1) group by c.id, c.given_name, c.family_name`,
    [WALKED],
  );
  const shown = rows.map(({ given, family, statuses }) => `${given} ${family}: ${statuses.join(' ')}`);
  const told = toldChildren(demonstrationWorld(NOW, SIZE)).map(({ givenName, familyName, statuses }) => `${givenName} ${familyName}: ${statuses.join(' ')}`);
  expect(shown.toSorted()).toEqual(told.toSorted());
});

it('leaves in quarantine what was planned to be refused, and nothing else', async () => {
  const rows = await hub.rows<{ code: string; count: string }>(`select code, count(*) from quarantine group by code`);
  const planned = new Map<string, number>();
  for (const { refused } of documents) {
    for (const [code, count] of Object.entries(refused)) {
      planned.set(code, (planned.get(code) ?? 0) + count);
    }
  }
  expect(new Map(rows.map(({ code, count }) => [code, Number(count)]))).toEqual(planned);
});

it('has alerts that wait for an answer of the coordinator’s agency, of a child who is missing and of one who is back', async () => {
  const waiting = await hub.rows<{ kind: string }>(`select distinct kind from briefing_notice where alert is not null and acknowledged_at is null and watchers @> array['HUB_COORDINATOR:northmere'] order by 1`);
  expect(waiting.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['CHILD_MISSING', 'CHILD_RETURNED']));
});
