import type { Directory, Role } from './directory.ts';
import { holdersOf } from './unheld-duties.ts';

/** Those of an authority who can take up what cannot wait. */
const OF_THE_SERVICE: readonly Role[] = ['HUB_COORDINATOR', 'SENIOR_WORKER', 'TEAM_MANAGER', 'SOCIAL_WORKER', 'RETURN_WORKER', 'EDT'];

/** Whether anybody of an authority's service is in this directory, at whatever hour: of one whose people read another hub nobody is. */
export function isServiceHere(directory: Pick<Directory, 'people'>, agency: string): boolean {
  return OF_THE_SERVICE.some((role) => holdersOf(directory, { role, agency }) > 0);
}
