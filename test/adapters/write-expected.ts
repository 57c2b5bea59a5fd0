/** `npm run samples -- <adapter>`: writes beside each sample what the adapter gives for it now, to be read before it is kept. */
import { writeFileSync } from 'node:fs';
import { adapters, expectedFile, readBytes, samplesOf } from './read-sample.ts';

const [wanted] = process.argv.slice(2);
const all = await adapters();
const adapter = all.find(({ manifest }) => manifest.id === wanted);
if (adapter === undefined) {
  process.stderr.write(`Name an adapter: npm run samples -- <${all.map(({ manifest }) => manifest.id).join(' | ')}>\n`);
  process.exitCode = 1;
} else {
  for (const sample of await samplesOf(adapter)) {
    writeFileSync(expectedFile(sample), `${JSON.stringify(await readBytes(sample.adapter, sample.bytes), null, 1)}\n`);
    process.stdout.write(`${expectedFile(sample)}\n`);
  }
  process.stdout.write('Read every line of these before you commit them: the tests hold the adapter to what stands there.\n');
}
