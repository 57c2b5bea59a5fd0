import { randomUUID } from 'node:crypto';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';

/** Days after she came back Wrenna is missing again, of Northmere, placed in Southvale with Larkfield. */
const AT_TWO = Date.parse('2025-11-25T02:00:00Z');
const AGAIN: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-25T01:58:00Z', 'Report/MissingSince': '2025-11-25T01:00:00Z', 'Report/CurrentRiskLevel': 'High', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const BACK: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-25T04:00:00Z', 'Found/WhenTraced': '2025-11-25T02:30:00Z', 'Found/WhenReturned': '2025-11-25T03:45:00Z', 'Found/ReturnedTo': 'Imaginary Row' };

let hub: DecidingHub;
let now = AT_TWO;
let directory: Directory;
const northmere = (practice: 'somerset' | 'birmingham' | null): void => {
  directory = aDirectoryOfPeople();
  const found = directory.agencies.get('northmere');
  if (found !== undefined && practice !== null) {
    directory = { ...directory, agencies: new Map([...directory.agencies, ['northmere', { ...found, practice: PRACTICES[practice] }]]) };
  }
};
beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z');
  northmere(null);
  hub = await aDecidingHub(() => directory, () => now);
  await hub.ingest.rows('delete from briefing_notice');
  hub.now = now = AT_TWO;
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = now = AT_TWO + minutes * MINUTE;
};
const asked = async (who: string): Promise<string[]> => (await toldOf(hub, who, hub.now)).map(({ kind }) => String(kind)).filter((kind) => kind.startsWith('TELL_')).sort();
const named = (relationship: 'IRO' | 'CP_COORDINATOR', holder: string): Promise<unknown> =>
  recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship, holder }, hub.now);
const openEpisode = async (): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from episode order by missing_from_at desc limit 1`))[0]?.id ?? '';
const told = async (addressee: string | null, at: string, step: 'PROFESSIONAL_TOLD' | 'PLACING_WORKER_TOLD' = 'PROFESSIONAL_TOLD'): Promise<unknown> =>
  recordReturnStep(hub.services, actor('nia'), { key: randomUUID(), episode: await openEpisode(), step, at, addressee }, hub.now);

describe('whom the practice has told and the hub does not reach (Somerset 5.2.5, 7.1.1, 7.2)', () => {
  test('stands on the briefing of the child’s own authority, each with the paragraph, and of nobody else: no home, host, force or social worker hears who else is to be told', async () => {
    northmere('somerset');
    await hub.tell(aMissing(AGAIN));
    expect(await asked('nia')).toEqual(['TELL_IRO_MISSING']);
    const [text] = await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'TELL_IRO_MISSING'`);
    expect(text?.text).toContain('(Somerset 5.2.5): nobody is recorded as that');
    for (const who of ['hal', 'ash', 'hew', 'vic', 'pim', 'sia', 'sal', 'mo', 'ren', 'bea']) {
      expect([who, await asked(who)]).toEqual([who, []]);
    }
    expect(await hub.ingest.rows(`select distinct "to" from briefing_notice where kind like 'TELL_%'`)).toEqual([{ to: ['HUB_COORDINATOR:northmere'] }]);
  });

  test('is nobody who is recorded and whom the hub tells itself', async () => {
    northmere('somerset');
    await named('IRO', 'ida');
    await hub.tell(aMissing(AGAIN));
    expect(await asked('nia')).toEqual([]);
    expect((await toldOf(hub, 'ida', hub.now)).map(({ kind }) => kind)).toEqual(['CHILD_MISSING']);
  });

  test('is who has left, a home where nobody stands, a host where nobody is on duty, and a social worker who is suspended', async () => {
    northmere('somerset');
    await named('IRO', 'ida');
    await named('CP_COORDINATOR', 'cyd');
    const { people } = directory;
    directory = { ...directory, people: new Map([...people].filter(([id]) => !['hal', 'hew', 'vic', 'gus'].includes(id)).map(([id, person]) => [id, ['ida', 'cyd', 'sia'].includes(id) ? { ...person, suspended: true } : person])) };
    await hub.tell(aMissing(AGAIN));
    expect(await asked('nia')).toEqual(['TELL_CP_COORDINATOR_MISSING', 'TELL_HOST_AUTHORITY_MISSING', 'TELL_IRO_MISSING', 'TELL_PLACING_SOCIAL_WORKER_MISSING', 'TELL_PROVIDER_MISSING']);
  });

  test('is asked for once, however often she is reported, and of the return anew', async () => {
    northmere('somerset');
    await hub.tell(aMissing(AGAIN), aMissing({ ...AGAIN, 'Header/MessageId': 'M-11', 'Report/Circumstances': 'Said again.' }));
    expect(await asked('nia')).toEqual(['TELL_IRO_MISSING']);
    after(130);
    await hub.tell(aFound(BACK));
    expect(await asked('nia')).toEqual(['TELL_IRO_MISSING', 'TELL_IRO_RETURNED']);
  });

  test('is in Birmingham every professional involved, once she is back; and by a practice that is silent nobody', async () => {
    await hub.tell(aMissing(AGAIN));
    expect(await asked('nia')).toEqual([]);
    northmere('birmingham');
    after(130);
    await hub.tell(aFound(BACK));
    expect(await asked('nia')).toEqual(['TELL_PROFESSIONALS_RETURNED']);
  });
});

describe('once a person has told them and recorded it', () => {
  test('it is asked for no more: of the return only where they were told after it was asked for', async () => {
    northmere('somerset');
    await hub.tell(aMissing(AGAIN));
    after(130);
    await hub.tell(aFound(BACK));
    after(200);
    await told(null, '2025-11-25T02:30:00Z');
    await told('HOST_AUTHORITY', '2025-11-25T02:30:00Z');
    expect(await asked('nia')).toEqual(['TELL_IRO_MISSING', 'TELL_IRO_RETURNED']);
    await told('IRO', '2025-11-25T02:30:00Z');
    expect(await asked('nia')).toEqual(['TELL_IRO_RETURNED']);
    await told('IRO', '2025-11-25T05:00:00Z');
    expect(await asked('nia')).toEqual([]);
  });

  test('whoever stands so to the child is known by their own name too', async () => {
    northmere('somerset');
    await named('IRO', 'ida');
    const { people } = directory;
    directory = { ...directory, people: new Map([...people].filter(([id]) => !['hew', 'vic', 'gus'].includes(id))) };
    await hub.tell(aMissing(AGAIN));
    expect(await asked('nia')).toEqual(['TELL_HOST_AUTHORITY_MISSING']);
    after(10);
    await told('southvale', '2025-11-25T02:05:00Z');
    expect(await asked('nia')).toEqual([]);
  });
});

test('of a restricted child only whoever is let in is asked, and of each whom the hub tells nothing', async () => {
  northmere('somerset');
  await named('IRO', 'ida');
  await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'An invented reason.', admitted: ['mo', 'sia'] }, hub.now);
  await hub.tell(aMissing(AGAIN));
  for (const who of ['mo', 'sia']) {
    expect(await asked(who)).toEqual(['TELL_HOST_AUTHORITY_MISSING', 'TELL_IRO_MISSING', 'TELL_PROVIDER_MISSING']);
  }
  for (const who of ['nia', 'sal', 'hal', 'hew', 'ida', 'pim']) {
    expect([who, await asked(who)]).toEqual([who, []]);
  }
});
