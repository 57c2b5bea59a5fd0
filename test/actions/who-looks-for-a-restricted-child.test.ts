import { randomUUID } from 'node:crypto';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { fields } from '../gate/a-gate.ts';
import { aMissing } from '../journeys/documents.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { raise, toldNow } from './concerns.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const AGAIN = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-2', 'Header/SentAt': '2025-11-20T07:30:00Z', 'Report/MissingSince': '2025-11-20T07:00:00Z' } as const;
const PLACED = { 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' } as const;
const STAYED = [{ placesStayed: ['5 Invented Yard'], peopleWith: ['Corvin Madeup'] }];

let directory: Directory;
let hub: DecidingHub;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  joins('pol', 'pim');
  joins('eve', 'ede');
  hub = await aDecidingHub(() => directory);
  await anInterview(hub);
  await hub.tell(aMissing({ ...PLACED, ...AGAIN }));
});
afterEach(() => hub.close());

/** A colleague in the same post. */
const joins = (id: string, colleague: string): void => {
  directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people, [id, { ...actor(colleague).person, id, subject: id }]]) };
};
const reads = async (who: string, post = who): Promise<unknown> => {
  const wanted = { Child: [...fields('id', 'givenName', 'homeAddress', 'nhsNumber'), { name: 'locating', key: 'locating', first: 10, sub: { LocatingFacts: fields('placesStayed', 'peopleWith') } }] };
  return hub.gate.row({ ...actor(post).viewer, person: who }, { root: { name: 'child', id: hub.child }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
};
const narrow = expect.objectContaining({ givenName: 'Wrenna', homeAddress: null, nhsNumber: null, locating: STAYED }) as unknown;
const allege = (excluded: readonly string[]) => raise(hub, { concern: 'ALLEGATION', excluded });
const RING = expect.stringContaining('Ring the force or the duty team yourself') as string;

describe('an allegation against somebody who looks for the child', () => {
  test('shuts out that officer, while the others of the force go on looking', async () => {
    const { warnings } = await allege(['pim@mereshire-police']);
    expect(warnings).toContainEqual(RING);
    expect([await reads('pim'), await reads('pol', 'pim')]).toEqual([null, narrow]);
    expect([await reads('ede'), await reads('eve', 'ede')]).toEqual([narrow, narrow]);
  });

  test('shuts out that member of the duty team, and no more of them', async () => {
    expect((await allege(['ede@northmere'])).warnings).toContainEqual(RING);
    expect([await reads('ede'), await reads('eve', 'ede')]).toEqual([null, narrow]);
    expect([await reads('pim'), await reads('pol', 'pim')]).toEqual([narrow, narrow]);
  });

  test('goes by the person, in whichever post they are named, and by posts they may come back to', async () => {
    const pim = actor('pim').person;
    const second = { role: 'PARTNER' as const, agency: 'willow-school', system: null, shifts: [] };
    directory = { ...directory, people: new Map([...directory.people, ['pim', { ...pim, suspended: true, roles: [...pim.roles, second] }]]) };
    expect((await allege(['pim@willow-school'])).warnings).toContainEqual(RING);
    expect([await reads('pim'), await reads('pol', 'pim')]).toEqual([null, narrow]);
  });

  test('is followed by no word of the force where it is made of somebody else, and the force goes on', async () => {
    expect((await allege(['rose@northmere', 'fin@mereshire-police'])).warnings).not.toContainEqual(RING);
    expect([await reads('pim'), await reads('pol', 'pim'), await reads('ede')]).toEqual([narrow, narrow, narrow]);
    expect(await reads('fin')).toBeNull();
  });

  test('says nothing of whom an earlier one shut out', async () => {
    await allege(['pim@mereshire-police']);
    expect((await allege(['rose@northmere'])).warnings).not.toContainEqual(RING);
    expect(await reads('pim')).toBeNull();
  });

  test('lets nobody read more than the narrow view, and nothing once she is back', async () => {
    await allege(['pim@mereshire-police']);
    await hub.ingest.rows(`update child set missing_now = 'NO'`);
    expect([await reads('pol', 'pim'), await reads('ede')]).toEqual([null, null]);
  });
});

test('a manager who shuts an officer out is told to ring too', async () => {
  const { warnings } = await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo'], excluded: ['pim@mereshire-police'] }, hub.now);
  expect(warnings).toContainEqual(RING);
  expect([await reads('pim'), await reads('pol', 'pim')]).toEqual([null, narrow]);
});

test('a notice for the force is open to those of it who look, and to the one who is shut out it is not', async () => {
  await hub.ingest.rows(`insert into briefing_notice (id, "to", kind, child, about, text, visible_from, raised_at)
    select gen_random_uuid(), '{POLICE_MISSING_TEAM:mereshire-police}', 'MISSING', record_ids[1], id, 'An invented notice.', now() - interval '30 years', now() - interval '30 years' from child`);
  expect(await toldNow(hub, 'pim')).toContain('MISSING');
  await allege(['pim@mereshire-police']);
  const told = async (person: string) => (await hub.gate.rows({ ...actor('pim').viewer, person }, { root: { name: 'notices' }, wanted: { BriefingNotice: fields('kind') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now })).map(({ kind }) => kind);
  expect([await told('pim'), await told('pol')]).toEqual([[], ['MISSING']]);
});
