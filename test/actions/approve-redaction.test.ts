import { randomUUID } from 'node:crypto';
import { openEmergencyAccess } from '../../src/actions/open-emergency-access.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { approve, propose } from './decisions.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const everybodyTrained = (): Directory => {
  const directory = aDirectoryOfPeople();
  return { ...directory, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, trainedToRedact: true }])) };
};

describe('a proposed text', () => {
  let hub: DecidingHub;
  beforeAll(async () => {
    hub = await aDecidingHub(everybodyTrained);
  });
  afterAll(() => hub.close());

  test('is approved by nobody who reads it in an emergency alone, trained or not', async () => {
    const { id } = await propose(hub, (await anInterview(hub)).id);
    const exactly = { givenName: 'Wrenna', familyName: 'Testfield', dateOfBirth: '2011-05-06' };
    await openEmergencyAccess(hub.services, actor('gil'), { key: randomUUID(), reason: 'Seen at an invented station.', ...exactly }, hub.now);
    await expect(approve(hub, id, { as: 'gil' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(approve(hub, id, { as: 'sal' })).resolves.toMatchObject({ id });
  });
});
