import type { Syntax } from '../../adapter-contract.ts';
import { allOf, type Check, type Looked } from '../check.ts';
import { inAProcess } from '../in-a-process.ts';
import { readFiles } from '../read-outcome.ts';
import type { Subject } from '../samples.ts';
import { writtenIn } from '../source-values.ts';

/** Of messages that come one a file. */
const ENOUGH = 5_000;
const MEGABYTES = 512;

/** A back-fill of years comes in one file, and the hub goes on answering meanwhile. */
export const staysWithinMemory: Check = {
  name: 'memory',
  sentence: '50,000 records in one file or a few, or 5,000 files of one record, made from the samples, are read within the memory the manifest states (512 MB unless told).',
  async run(subject) {
    const looked: Looked[] = [];
    for (const syntax of goodSyntaxes(subject)) {
      looked.push(await readMany(subject, syntax));
    }
    return allOf(...looked);
  },
};

/** What a source may be written in, as far as a sample without faults shows it. */
function goodSyntaxes(subject: Subject): readonly Syntax[] {
  const { adapter, samples } = subject;
  const good = samples.filter(({ files }) => files.length > 0 && readFiles(subject, files).refusals.length === 0 && readFiles(subject, files).observations.length > 0);
  const shown = new Set(good.map((sample) => writtenIn(adapter, sample)));
  const { syntaxes } = adapter.manifest;
  // Where no sample shows any, reading the first says so.
  return shown.size === 0 ? syntaxes.slice(0, 1) : syntaxes.filter((syntax) => shown.has(syntax));
}

async function readMany({ adapter, place, bulk }: Subject, syntax: Syntax): Promise<Looked> {
  const most = adapter.manifest.memoryMb ?? MEGABYTES;
  const words = [place.door, place.samples, String(bulk), syntax];
  const out = await inAProcess({ program: 'bulk-process', words, switches: [`--max-old-space-size=${String(most)}`], zone: 'UTC' });
  // The program prints just this.
  const { records, megabytes } = out === null ? { records: 0, megabytes: most + 1 } : (JSON.parse(out) as { records: number; megabytes: number });
  const short = records < Math.min(ENOUGH, bulk) && out !== null ? [{ where: 'samples/', wrong: `Only ${String(records)} records could be made in ${syntax}.`, mend: 'Add a sample without faults; list its keys in fields.ts as subject or record.' }] : [];
  const large = megabytes > most ? [{ where: `${String(records)} records in ${syntax}`, wrong: out === null ? 'The process ended before it was through.' : `${String(megabytes)} MB were needed.`, mend: 'Keep no second copy of the text; or state memoryMb in the manifest.' }] : [];
  return { cases: records, findings: [...short, ...large] };
}
