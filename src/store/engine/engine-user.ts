import fs from 'node:fs';
import path from 'node:path';
import { attempt } from './attempt.ts';

/** The user `nobody`, who owns nothing. */
const NOBODY = 65534;

/** Whom PostgreSQL runs as; `switches` where this process is root and must change to that user first. */
export interface EngineUser {
  readonly uid: number;
  readonly switches: boolean;
}

/**
 * PostgreSQL never runs as root: an ordinary user runs it as itself, root as the owner of the data folder, else as
 * nobody. Windows has no such ids and takes the current user.
 */
export function engineUser(home: string): EngineUser {
  const own = process.getuid?.() ?? 0;
  if (own !== 0 || process.platform === 'win32') {
    return { uid: own, switches: false };
  }
  const owner = [path.join(home, 'pg'), home]
    .map((folder) => attempt(() => fs.statSync(folder).uid, 0))
    .find((uid) => uid !== 0);
  return { uid: owner ?? NOBODY, switches: true };
}

/** May this user reach the path? Every folder above must let it through (ACLs are not looked at). */
export function isReachable(target: string, user: EngineUser): boolean {
  if (!user.switches) {
    return true;
  }
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { mode, uid } = fs.statSync(folder);
    if ((mode & (uid === user.uid ? 0o100 : 0o001)) === 0) {
      return false;
    }
    if (folder === path.dirname(folder)) {
      return true;
    }
  }
}

/** Hands a file or folder to the engine's user, where that is someone else. */
export function giveTo(user: EngineUser, target: string): void {
  if (user.switches) {
    fs.lchownSync(target, user.uid, user.uid);
  }
}

/** The options that make a child process run as the engine's user. */
export function runAs(user: EngineUser): { uid?: number; gid?: number } {
  return user.switches ? { uid: user.uid, gid: user.uid } : {};
}
