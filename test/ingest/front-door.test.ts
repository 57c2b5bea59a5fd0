import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { ANSWER_WITHIN } from '../../src/domain/authority/duty.ts';
import { PRACTICES } from '../../src/domain/authority/known-practices.ts';
import type { Practice } from '../../src/domain/authority/practice.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';
import { fields } from '../gate/a-gate.ts';
import { aFound, aMissing, type Fields } from '../journeys/documents.ts';

/** Days after she came back Wrenna is missing again, of Northmere, placed in Southvale with Larkfield. */
const AT_TWO = Date.parse('2025-11-25T02:00:00Z');
const AGAIN: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-10', 'Header/SentAt': '2025-11-25T01:58:00Z', 'Report/MissingSince': '2025-11-25T01:00:00Z', 'Report/CurrentRiskLevel': 'High', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001' };
const BACK: Fields = { 'Report/MisperId': 'MP-2', 'Header/MessageId': 'M-12', 'Header/SentAt': '2025-11-25T04:00:00Z', 'Found/WhenTraced': '2025-11-25T02:30:00Z', 'Found/WhenReturned': '2025-11-25T03:45:00Z', 'Found/ReturnedTo': 'Imaginary Row' };

const WEST_SUSSEX = PRACTICES['west-sussex'];
const ALSO_OF_MISSING: Practice = {
  ...WEST_SUSSEX,
  figures: { ...WEST_SUSSEX.figures, toBeTold: { value: [{ who: 'FRONT_DOOR', of: 'MISSING', child: 'EVERY_CHILD', paragraph: 'An invented paragraph', asks: 'NOTHING' }], source: 'An invented paragraph', flag: null } },
};

let hub: DecidingHub;
let now = AT_TWO;
let directory: Directory;
const northmere = (practice: Practice): void => {
  const given = aDirectoryOfPeople();
  const found = given.agencies.get('northmere');
  directory = found === undefined ? given : { ...given, agencies: new Map([...given.agencies, ['northmere', { ...found, practice }]]) };
};
const nobodyAtTheDoor = (): void => {
  const fay = directory.people.get('fay');
  directory = fay === undefined ? directory : { ...directory, people: new Map([...directory.people, ['fay', { ...fay, suspended: true }]]) };
};
beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z');
  northmere(PRACTICES.birmingham);
  hub = await aDecidingHub(() => directory, () => now);
  await hub.ingest.rows('delete from briefing_notice');
  hub.now = now = AT_TWO;
});
afterEach(() => hub.close());

const back = async (): Promise<void> => {
  await hub.tell(aMissing(AGAIN));
  hub.now = now = AT_TWO + 130 * MINUTE;
  await hub.tell(aFound(BACK));
};
const told = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).map(({ kind }) => kind);
const child = (who: string) => hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted: { Child: fields('givenName', 'homeAddress', 'hairColour', 'legalStatus') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });

describe('the front door of an authority (MASH, duty and advice)', () => {
  it('hears in West Sussex of the return, once, beside the duty; and of nothing else', async () => {
    northmere(WEST_SUSSEX);
    await hub.tell(aMissing(AGAIN));
    expect(await told('fay')).toEqual([]);
    hub.now = now = AT_TWO + 130 * MINUTE;
    await hub.tell(aFound(BACK), aFound({ ...BACK, 'Header/MessageId': 'M-13', 'Found/TracedLocation': 'Elsewhere' }));
    expect(await told('fay')).toEqual(['CHILD_RETURNED']);
    expect(await told('faz')).toEqual([]);
    expect(await told('sal')).toEqual(['CHILD_RETURNED']);
    expect((await told('nia')).filter((kind) => String(kind).startsWith('TELL_'))).toEqual([]);
  });

  it('says that it knows for itself: the duty is asked until it has said so too', async () => {
    northmere(WEST_SUSSEX);
    await back();
    const [notice] = await toldOf(hub, 'fay', hub.now);
    await acknowledgeNotice(hub.services, actor('fay'), { id: String(notice?.['id']) }, hub.now);
    expect([await told('fay'), await told('sal')]).toEqual([[], ['CHILD_RETURNED']]);
  });

  it('is for a person to tell where nobody stands in it: the coordinator is asked, with the paragraph', async () => {
    northmere(WEST_SUSSEX);
    nobodyAtTheDoor();
    await back();
    expect((await told('nia')).filter((kind) => String(kind).startsWith('TELL_'))).toEqual(['TELL_FRONT_DOOR_RETURNED']);
    const [notice] = await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'TELL_FRONT_DOOR_RETURNED'`);
    expect(notice?.text).toBe('Tell the front door of the authority (such as MASH, or duty and advice) that a child who was missing is back (West Sussex, When should a RHI be completed): the hub does not reach whoever is recorded as that. Record it as PROFESSIONAL_TOLD with "addressee" FRONT_DOOR.');
  });

  it('hears nothing by a practice that does not name it', async () => {
    await back();
    expect(await told('fay')).toEqual([]);
  });

  it('hears of a missing child by one that says so, and no more of it once they are back', async () => {
    northmere(ALSO_OF_MISSING);
    await hub.tell(aMissing(AGAIN));
    expect(await told('fay')).toEqual(['CHILD_MISSING']);
    hub.now = now = AT_TWO + 130 * MINUTE;
    await hub.tell(aFound(BACK));
    expect(await told('fay')).toEqual([]);
  });

  it('is a step of the duty chain where the authority says so, and then hears by that alone', async () => {
    northmere(ALSO_OF_MISSING);
    const found = directory.agencies.get('northmere');
    const chain = (['FRONT_DOOR', 'TEAM_MANAGER'] as const).map((role) => ({ role, telephone: null, hours: 'ALWAYS' as const, answerWithinMinutes: ANSWER_WITHIN }));
    directory = found === undefined ? directory : { ...directory, agencies: new Map([...directory.agencies, ['northmere', { ...found, duty: { chain, matters: { EPISODE: chain } } }]]) };
    await hub.tell(aMissing(AGAIN));
    expect((await toldOf(hub, 'fay', hub.now)).map(({ kind, step }) => [kind, step])).toEqual([['CHILD_MISSING', 1]]);
  });

  it('reads of whom it is told who it is, and nothing more; and after 72 hours nobody', async () => {
    northmere(WEST_SUSSEX);
    await back();
    expect(await child('fay')).toMatchObject({ givenName: 'Wrenna', homeAddress: null, hairColour: null, legalStatus: null });
    hub.now += 73 * 60 * MINUTE;
    expect(await child('fay')).toBeNull();
  });

  it('hears of no restricted child: whoever is let in is asked to tell', async () => {
    northmere(WEST_SUSSEX);
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'An invented reason.', admitted: ['mo', 'sia'] }, hub.now);
    await back();
    expect([await told('fay'), await child('fay')]).toEqual([[], null]);
    expect(await told('mo')).toContain('TELL_FRONT_DOOR_RETURNED');
    expect(await told('nia')).not.toContain('TELL_FRONT_DOOR_RETURNED');
  });
});
