import type { Check } from '../check.ts';
import { inAProcess } from '../in-a-process.ts';

/** Of messages that come one a file. */
const ENOUGH = 5_000;
const MEGABYTES = 512;

/** A back-fill of years comes in one file, and the hub goes on answering meanwhile. */
export const staysWithinMemory: Check = {
  name: 'memory',
  sentence: '50,000 records in one file or a few, or 5,000 files of one record, made from the samples, are read within the memory the manifest states (512 MB unless told).',
  async run({ adapter, place, bulk }) {
    const most = adapter.manifest.memoryMb ?? MEGABYTES;
    const out = await inAProcess({ program: 'bulk-process', words: [place.door, place.samples, String(bulk)], switches: [`--max-old-space-size=${String(most)}`], zone: 'UTC' });
    // The program prints just this.
    const { records, megabytes } = out === null ? { records: 0, megabytes: most + 1 } : (JSON.parse(out) as { records: number; megabytes: number });
    const short = records < Math.min(ENOUGH, bulk) && out !== null ? [{ where: 'samples/', wrong: `Only ${String(records)} records could be made.`, mend: 'Add a sample without faults; list its keys in fields.ts as subject or record.' }] : [];
    const large = megabytes > most ? [{ where: `${String(records)} records`, wrong: out === null ? 'The process ended before it was through.' : `${String(megabytes)} MB were needed.`, mend: 'Keep no second copy of the text; or state memoryMb in the manifest.' }] : [];
    return { cases: records, findings: [...short, ...large] };
  },
};
