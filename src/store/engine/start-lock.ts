import { setTimeout as sleep } from 'node:timers/promises';
import net from 'node:net';
import { HubError } from '../../domain/errors.ts';
import { shortName } from './socket-folder.ts';

/** Loopback ports that the system gives to nobody by itself, for systems without nameless sockets. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** Where processes meet who mean the same folder: an address that the kernel frees when its holder dies. */
function meetingPoint(home: string): net.ListenOptions {
  const name = `homeward-${String(process.getuid?.() ?? 0)}-${shortName(home)}`;
  if (process.platform === 'linux') {
    return { path: `\0${name}` };
  }
  if (process.platform === 'win32') {
    return { path: `\\\\.\\pipe\\${name}` };
  }
  return { host: '127.0.0.1', port: FIRST_PORT + (Number.parseInt(shortName(home).slice(0, 8), 16) % PORTS) };
}

function take(at: net.ListenOptions): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((stranger) => stranger.destroy()).unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(null);
      } else {
        reject(error);
      }
    });
    server.listen({ ...at, exclusive: true }, () => {
      resolve(server);
    });
  });
}

/** Runs `work` while no other process starts or stops the engine of this folder. */
export async function withStartLock<T>(home: string, patience: number, work: () => Promise<T>): Promise<T> {
  const at = meetingPoint(home);
  const deadline = Date.now() + patience;
  let held = await take(at);
  while (held === null) {
    if (Date.now() > deadline) {
      throw new HubError('ENGINE_UNAVAILABLE', `Another process has been starting the database in ${home} for too long: end it and start again.`);
    }
    await sleep(25);
    held = await take(at);
  }
  const server = held;
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
