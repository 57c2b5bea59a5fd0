import { HubError } from '../domain/errors.ts';

const LEAST = [22, 17] as const;

/** Refuses a Node too old to run the hub, with the way to a newer one. */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
    throw new HubError(
      'CONFIG_INVALID',
      `Homeward needs Node ${LEAST.join('.')} or newer and this is ${version}. Start it with "npm start", which brings its own Node on Linux and Windows, or install a newer one.`,
    );
  }
}
