import { createHash } from 'node:crypto';
import type { Actor } from '../../actions/action-services.ts';
import { asViewing } from '../../auth/caller.ts';
import { chooseCaller } from '../../auth/choose-caller.ts';
import { ERRORS, HubError } from '../../domain/errors.ts';
import type { Log } from '../../logging/log.ts';
import type { CliHub } from '../hub.ts';

/** Someone of the invented directory at work, as of when the story is told. */
export interface Teller {
  readonly hub: Pick<CliHub, 'actions' | 'directory' | 'gate'> & { readonly log: Pick<Log, 'warn'> };
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

/** Revisions that are tried: nobody decides more often in the minutes in which the hub is filled. */
const MOST_REVISIONS = 20;

/** Does a deed over whatever somebody trying the hub has decided of the same since; what the story did itself at an earlier start is not done again. */
export async function overWhatStands<T>(deed: (revision: number) => Promise<T>, revision = 0): Promise<T> {
  try {
    return await deed(revision);
  } catch (error) {
    const isDecided = error instanceof HubError && (error.code === 'STALE_REVISION' || error.code === 'KEY_REUSED');
    if (!isDecided || revision === MOST_REVISIONS) {
      throw error;
    }
    return overWhatStands(deed, revision + 1);
  }
}

/** Tells a part of a story; where what somebody trying the hub did stands in its way it is theirs, and the log names what was left out. Null: left out. */
export async function tellPart<T>({ hub }: Pick<Teller, 'hub'>, story: string, tell: () => Promise<T>): Promise<T | null> {
  try {
    return await tell();
  } catch (error) {
    if (!(error instanceof HubError) || ERRORS[error.code].status >= 500) {
      throw error;
    }
    hub.log.warn('story-left-out', { story, code: error.code });
    return null;
  }
}
