/** `npm run samples -- <adapter>`: writes beside each sample what the adapter gives for it now, to be read before it is kept. */
import { writeFileSync } from 'node:fs';
import { readBytes } from '../../src/ingest/conformance/read-outcome.ts';
import { expectedFile } from '../../src/ingest/conformance/samples.ts';
import { subjects } from './read-sample.ts';

const [wanted] = process.argv.slice(2);
const all = await subjects();
const subject = all.find(({ adapter }) => adapter.manifest.id === wanted);
if (subject === undefined) {
  process.stderr.write(`Name an adapter: npm run samples -- <${all.map(({ adapter }) => adapter.manifest.id).join(' | ')}>\n`);
  process.exitCode = 1;
} else {
  for (const { name, bytes } of subject.samples) {
    const file = expectedFile(subject.place, name);
    writeFileSync(file, `${JSON.stringify(await readBytes(subject, bytes), null, 1)}\n`);
    process.stdout.write(`${file}\n`);
  }
  process.stdout.write('Read every line of these before you commit them: the tests hold the adapter to what stands there.\n');
}
