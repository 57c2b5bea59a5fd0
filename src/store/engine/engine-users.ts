import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { attempt } from './attempt.ts';

/** Is there a process of this id? */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is one, and it is somebody else's. `error` is Node's own system error here.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const folderOf = (home: string): string => path.join(home, 'users');

/** Writes a use of the engine down, under the id of this process, and gives its name. */
export function join(home: string): string {
  const use = `${String(process.pid)}-${randomUUID()}`;
  fs.mkdirSync(folderOf(home), { recursive: true });
  fs.writeFileSync(path.join(folderOf(home), use), '');
  return use;
}

/** Strikes a use out; true where no living process uses the engine any more. Synchronous, so that it also works at exit. */
export function leave(home: string, use: string): boolean {
  const folder = folderOf(home);
  fs.rmSync(path.join(folder, use), { force: true });
  const living = attempt(() => fs.readdirSync(folder), []).filter((other) => {
    const lives = isAlive(Number.parseInt(other, 10));
    if (!lives) {
      fs.rmSync(path.join(folder, other), { force: true });
    }
    return lives;
  });
  return living.length === 0;
}
