import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How a hub is started: the words after `node`, and the variables of its configuration. */
export interface ServingTerms {
  readonly program: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/** A hub that serves, in a process of its own that can be killed. */
export interface ServingProcess {
  readonly port: number;
  /** At once and without a word, as a failing machine would. */
  kill(): void;
  readonly exited: Promise<unknown>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

const PATIENCE = 90_000;
const FAREWELL = 20_000;
const READY = / at http:\/\/localhost:(\d+)/;

/** Starts a hub; once this answers, it takes calls. */
export async function startServing({ program, variables }: ServingTerms): Promise<ServingProcess> {
  const child = spawn(process.execPath, [...program, 'serve', '--no-demonstration'], { env: { ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  // Whatever ends the run ends its hubs.
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  child.once('exit', () => process.off('exit', atExit));
  const noted: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    noted.push(line);
    noted.splice(0, noted.length - 20);
  });
  const port = await portOf(child, exited).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  if (port === null) {
    throw new Error(`A hub did not start:\n${noted.join('\n')}`); // eslint-disable-line no-restricted-syntax -- a fault of the run, not of the hub
  }
  return {
    port,
    exited,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      const end = setTimeout(() => child.kill('SIGKILL'), FAREWELL);
      await exited;
      clearTimeout(end);
    },
  };
}

/** Null where it ended, or never said that it is ready. */
async function portOf(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }, exited: Promise<unknown>): Promise<number | null> {
  const said = new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, port] = READY.exec(line) ?? [];
      if (port !== undefined) {
        resolve(Number(port));
      }
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  const port = await Promise.race([said, late, exited.then(() => null)]);
  clearTimeout(timer);
  return port;
}
