// A process of its own that ingests a folder of police messages, for tests that kill it. It says "begun" once it has
// stored its first file, and "done" when everything is taken.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ingestFiles } from '../../src/ingest/ingest-files.ts';
import { openDatabase } from '../../src/store/database.ts';
import { someServices } from '../ingest/an-ingest.ts';

const [hubUrl = '', folder = ''] = process.argv.slice(2);
const database = await openDatabase({ hub: hubUrl, owner: null });
let begun = false;
// Its own clock, so that the order in which the files came is kept.
await ingestFiles(someServices(database, { clock: Date.now }), {
  adapter: 'police-compact',
  agency: 'mereshire-police',
  system: 'mereshire-compact',
  extracted: null,
  receivedBy: 'a test',
  files: readdirSync(folder).sort().map((file) => path.join(folder, file)),
  onProgress() {
    if (!begun) {
      process.stdout.write('begun\n');
      begun = true;
    }
  },
});
process.stdout.write('done\n');
await database.close();
