import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json, the same from sources and from what is built. */
export const PROJECT_ROOT = nearestAbove(import.meta.dirname);

function nearestAbove(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : nearestAbove(path.dirname(folder));
}
