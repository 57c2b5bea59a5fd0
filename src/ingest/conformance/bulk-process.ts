// A process of its own that reads many records of an adapter in one syntax, made from its samples, and prints how much memory it took.
import { existsSync, readFileSync } from 'node:fs';
import { bulkDocuments } from './bulk-documents.ts';
import { sampleDocument } from './read-outcome.ts';
import { loadSubject } from './samples.ts';
import { writtenIn } from './source-values.ts';

const [door = '', folder = '', wanted = '0', syntax = ''] = process.argv.slice(2);
const loaded = await loadSubject({ door, samples: folder });
const subject = { ...loaded, samples: loaded.samples.filter((sample) => writtenIn(loaded.adapter, sample) === syntax) };
let [records, observations] = [0, 0];
for (const files of bulkDocuments(subject, Number(wanted))) {
  const document = sampleDocument(subject, files);
  const parsed = subject.adapter.parse(document);
  records += parsed.records.length;
  for (const record of parsed.records) {
    observations += subject.adapter.map(record, document).observations.length;
  }
  if (parsed.records.length === 0 || records >= Number(wanted)) {
    break;
  }
}
process.stdout.write(JSON.stringify({ records, observations, megabytes: Math.ceil(peakKilobytes() / 1024) }));

/** What this process itself took at most: what the system counts as its resource usage begins with what its parent had taken. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return peak === undefined ? process.memoryUsage().rss / 1024 : Number(peak);
}
