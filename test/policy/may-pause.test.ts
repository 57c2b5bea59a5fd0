import { mayPause } from '../../src/policy/may-do.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';
import { aViewer } from './facts-for.ts';

it('a partner is paused by the coordinator or a senior worker, and by nobody else', () => {
  expect(READING_ROLES.filter((role) => mayPause(aViewer(role)))).toEqual(['HUB_COORDINATOR', 'SENIOR_WORKER']);
});
