import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What stands beside a sample is none itself: what it gives, and what the directory would say of its sender. */
const NO_SAMPLE = /\.expected\.json$|^settings\.json$|^\./;

/** The invented files that an adapter is shown by; a folder is a set. None where the sources are not there. */
export function sampleNames(folder: string, adapter: string): readonly string[] {
  const samples = path.join(folder, adapter, 'samples');
  return existsSync(samples) ? readdirSync(samples).filter((name) => !NO_SAMPLE.test(name)).sort() : [];
}
