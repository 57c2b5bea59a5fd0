import { userInfo } from 'node:os';

/** Who works at the command line, as it is written down with what they load or send. */
export function operator(): string {
  return `cli:${userInfo().username}`;
}
