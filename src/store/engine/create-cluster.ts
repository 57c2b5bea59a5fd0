import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { HubError } from '../../domain/errors.ts';
import { administratorStatements } from '../administrator-statements.ts';
import { type Binaries, program } from './binaries.ts';
import { type EngineUser, giveTo, runAs } from './engine-user.ts';
import type { Passwords } from './passwords.ts';

export const SUPERUSER = 'homeward_superuser';

const INITDB = ['-U', SUPERUSER, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'];
/** The single user mode ends at the first fault, so that a half made cluster is never renamed into place. */
const SINGLE_USER = ['-c', 'exit_on_error=true', '-c', 'password_encryption=scram-sha-256', 'postgres'];

/** What it takes to make a cluster. */
export interface ClusterPlan {
  readonly data: string;
  readonly user: EngineUser;
  readonly binaries: Binaries;
  readonly passwords: Passwords;
}

/** Makes a new cluster with its logins and the empty database; it appears in its place only when whole. */
export async function createCluster(plan: ClusterPlan): Promise<void> {
  const home = path.dirname(plan.data);
  const half = `${plan.data}.new-${String(process.pid)}`;
  removeHalfMade(home, path.basename(plan.data));
  fs.mkdirSync(half, { mode: 0o700 });
  giveTo(plan.user, half);
  const secret = `${half}.password`;
  fs.writeFileSync(secret, plan.passwords.superuser, { mode: 0o600 });
  giveTo(plan.user, secret);
  await run(plan, 'initdb', { args: ['-D', half, `--pwfile=${secret}`, ...INITDB], input: '' });
  fs.rmSync(secret);
  const statements = administratorStatements(plan.passwords).join('\n');
  await run(plan, 'postgres', { args: ['--single', '-D', half, ...SINGLE_USER], input: `${statements}\n` });
  fs.renameSync(half, plan.data);
}

/** What starts that were killed have left. The start lock is held, so nobody is at work on them. */
function removeHalfMade(home: string, name: string): void {
  for (const left of fs.readdirSync(home).filter((file) => file.startsWith(`${name}.new-`))) {
    fs.rmSync(path.join(home, left), { recursive: true, force: true });
  }
}

function run(plan: ClusterPlan, name: 'initdb' | 'postgres', given: { args: readonly string[]; input: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program(plan.binaries, name), given.args, { ...runAs(plan.user), cwd: path.parse(plan.data).root, env: plan.binaries.environment });
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const refuse = (reason: string): void => {
      reject(new HubError('ENGINE_UNAVAILABLE', `${name} failed: ${reason.trim()}\nMend that, or name a server in DATABASE_URL.`));
    };
    child.once('error', (error) => {
      refuse(error.message);
    });
    child.once('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        refuse(said);
      }
    });
    // A program that ended early says why on its own; the broken pipe adds nothing.
    child.stdin.on('error', () => undefined);
    child.stdin.end(given.input);
  });
}
