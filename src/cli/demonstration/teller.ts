import { createHash } from 'node:crypto';
import type { Actor } from '../../actions/action-services.ts';
import { asViewing } from '../../auth/caller.ts';
import { chooseCaller } from '../../auth/choose-caller.ts';
import { HubError } from '../../domain/errors.ts';
import type { CliHub } from '../hub.ts';

/** Someone of the invented directory at work, as of when the story is told. */
export interface Teller {
  readonly hub: Pick<CliHub, 'actions' | 'directory' | 'gate'>;
  readonly now: number;
}
export interface ToldChild {
  readonly child: string;
  /** Episodes of the child that are over, the latest first. */
  readonly episodes: readonly string[];
  /** The episode that is not; null where the child is back. */
  readonly open: string | null;
}

/** The same deed has the same key on every start, so that it is done once. */
export const keyOf = (deed: string): string =>
  createHash('sha256').update(`demonstration ${deed}`).digest('hex').replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
export const iso = (instant: number): string => new Date(instant).toISOString();

/** One of the invented people, ready to act. */
export function as({ hub, now }: Teller, persona: string): Actor {
  const person = hub.directory.current().people.get(persona);
  if (person === undefined) {
    throw new HubError('INTERNAL', 'The invented directory lacks one of its own people.');
  }
  return { person, viewer: asViewing(chooseCaller(person, { homewardRole: undefined, now })).viewer };
}
