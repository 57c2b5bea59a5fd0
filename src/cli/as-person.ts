import type { Command } from 'commander';
import { asViewing } from '../auth/caller.ts';
import { chooseCaller } from '../auth/choose-caller.ts';
import { HubError } from '../domain/errors.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { CliHub } from './hub.ts';

/** With whose eyes a command looks. */
export interface AsPerson {
  readonly as: string;
  readonly role?: string;
}

/** A command that looks with the eyes of one person of the directory. */
export const asPerson = (command: Command): Command =>
  command
    .requiredOption('--as <person>', 'whose eyes to look with, by id in the directory')
    .option('--role <role@agency>', 'which of their roles, where they hold several');

/** The person as a viewer, in the role a request of theirs would act in. */
export function viewerOf({ directory, ingest }: CliHub, { as: id, role }: AsPerson): Viewer {
  const person = directory.current().people.get(id);
  if (person === undefined || person.suspended) {
    throw new HubError('ROLE_REQUIRED', 'The directory has no person of that id who may act: --as takes one as the directory writes it, and outside production "homeward personas" lists them.');
  }
  return asViewing(chooseCaller(person, { homewardRole: role, now: ingest.clock() })).viewer;
}
