import { DirectoryKeeper } from '../../src/directory/directory-keeper.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import type { IngestServices } from '../../src/ingest/ingest-services.ts';
import { Pace } from '../../src/ingest/pace.ts';
import { readDocument } from '../../src/ingest/read-document.ts';
import { refold } from '../../src/ingest/refold.ts';
import { takeDocuments } from '../../src/ingest/take-documents.ts';
import { asWriter } from '../../src/store/database.ts';
import { waitingDocuments } from '../../src/store/write/document-store.ts';
import { aDirectoryFile } from '../directory/a-directory-file.ts';
import { a903, anIngest, NOW, rowsRefolded, someServices, type TestIngest } from './an-ingest.ts';
import { anEpisodesTable } from './documents.ts';

let hub: TestIngest;
beforeAll(async () => {
  hub = await anIngest();
});
afterAll(() => hub.close());

/** A process of the hub, with the directory as it met it last. */
function aProcess(): IngestServices {
  const directory = new DirectoryKeeper(hub.services.database);
  return someServices(hub.services.database, { directory: () => directory.current(), refreshDirectory: () => directory.refresh() });
}

function load(home: string): Promise<unknown> {
  const homes = `\n  - { urn: SC900001, name: ${home}, provider: larkfield-homes, authority: southvale }`;
  return loadDirectory(hub.services.database, aDirectoryFile({ homes }), { by: 'a test', now: NOW });
}

it('what was read before a directory was loaded by another process is folded by that directory', async () => {
  await load('Larkfield House');
  const [serving, operator] = [aProcess(), aProcess()];
  await serving.refreshDirectory();
  await hub.receive(a903(anEpisodesTable(['000123', '01/02/2026', '', 'SC900001']), '2026-04-01'));
  const [document] = await asWriter(hub.services.database, (em) => waitingDocuments(em, { documents: 1, bytes: 1 }));
  const reads = document === undefined ? [] : [await readDocument(serving, document)];

  await load('Larkfield Cottage');
  await refold(operator, { apply: true });
  await takeDocuments(serving, reads, { replayedBy: null, acceptRetractions: false, pace: new Pace() });
  expect(await hub.rows('select home_name from placement')).toEqual([{ home_name: 'Larkfield Cottage' }]);
  expect(await rowsRefolded(operator, { apply: false })).toBe(0);
});
