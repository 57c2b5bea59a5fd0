import type { Directory } from '../../src/directory/directory.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { agree } from './decisions.ts';
import { aDirectoryOfPeople } from './some-people.ts';

const SENTENCE = 'Details of the interview are not shared here. Please ask the child’s social worker.';
const SAID = `${SENTENCE} The child did not agree that it is shared with you.`;

/** The directory of people, in which the responsible authority tells homes that a child did not agree (SOM 4.15). */
function aDirectoryThatSays(): Directory {
  const directory = aDirectoryOfPeople();
  const agencies = [...directory.agencies.values()].map((agency) => (agency.id === 'northmere' ? { ...agency, saysConsentNotGiven: true } : agency));
  return { ...directory, agencies: new Map(agencies.map((agency) => [agency.id, agency])) };
}

let hub: DecidingHub;
afterEach(() => hub.close());

it('a home is told that the child did not agree only where that is true, and only the home it was asked about', async () => {
  hub = await aDecidingHub(aDirectoryThatSays);
  const { id } = await anInterview(hub);
  expect(await hub.interview('hal', id)).toMatchObject({ sentence: SENTENCE });
  const refused = await agree(hub, id, { state: 'REFUSED' });
  expect(await hub.interview('hal', id)).toMatchObject({ __typename: 'InterviewNotice', sentence: SAID });
  expect(await hub.interview('pim', id)).toMatchObject({ sentence: SENTENCE });
  await agree(hub, id, { revision: refused.revision });
  expect(await hub.interview('hal', id)).toMatchObject({ sentence: SENTENCE });
});

it('a home is told nothing of what the child agreed to where the authority does not say so', async () => {
  hub = await aDecidingHub();
  const { id } = await anInterview(hub);
  await agree(hub, id, { state: 'REFUSED' });
  expect(await hub.interview('hal', id)).toMatchObject({ sentence: SENTENCE });
});
