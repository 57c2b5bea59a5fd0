import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The logins of the embedded server: its superuser is for the operator alone, the hub never uses it. */
export type LoginName = 'superuser' | 'owner' | 'hub';
export type Passwords = Readonly<Record<LoginName, string>>;

/** The generated passwords of this folder, each in a file that only its owner reads; made where they are missing. */
export function passwords(home: string): Passwords {
  return { superuser: password(home, 'superuser'), owner: password(home, 'owner'), hub: password(home, 'hub') };
}

function password(home: string, login: LoginName): string {
  const file = path.join(home, `${login}.password`);
  if (!fs.existsSync(file)) {
    const half = `${file}.${String(process.pid)}`;
    fs.writeFileSync(half, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    fs.renameSync(half, file);
  }
  return fs.readFileSync(file, 'utf8');
}
