import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import type { Directory } from './directory.ts';

/** What an agency is called, or a `person@agency` with their agency. */
export function calledBy({ agencies, people }: Directory, recipient: string): string[] {
  return [people.get(personOf(recipient)), agencies.get(agencyOfPerson(recipient))].flatMap((one) => one?.name ?? []);
}
