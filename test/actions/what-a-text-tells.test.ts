import { randomUUID } from 'node:crypto';
import { letParentIn } from '../../src/actions/let-parent-in.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordProfile } from '../../src/actions/record-profile.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { refold } from '../../src/ingest/refold.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';
import { aDecidingHub, anInterview, type DecidingHub } from './a-deciding-hub.ts';
import { raise } from './concerns.ts';
import { agree, approve, propose, share, TEXT } from './decisions.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const ORRIN = { name: 'Orrin Madeup', category: 'SUSPECT', reviewOn: '2026-05-01' } as const;
/** The police know of him, and nobody of Northmere reads it. */
const policeKnow = () => {
  const item = { topic: 'PERSON_TARGETING_CHILDREN', urgency: 'ROUTINE', at: '2025-11-20T07:00:00Z', content: 'Invented.', source: 'Invented.', namedPeople: [ORRIN] } as const;
  return recordIntelligence(hub.services, actor('pim'), { key: randomUUID(), child: hub.child, ...item }, hub.now);
};
const stateOf = async (id: string): Promise<unknown> => (await hub.ingest.rows<{ state: string }>('select state from redaction where id = $1', [id]))[0]?.state;
/** Another interview with her, in which she names him. */
const namesHim = () => anInterview(hub, { at: '2025-11-20T07:30:00Z', answers: { namedPeople: [{ ...ORRIN, grade: null }] }, locating: {} });

describe('a text that names somebody whom the hub knows', () => {
  const NAMING = 'She would like to see orrin again.';

  test('out of another interview that its author reads is refused', async () => {
    const { id } = await anInterview(hub);
    await namesHim();
    await expect(propose(hub, id, { text: NAMING })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tells of somebody.') as string });
    await expect(propose(hub, id, { text: TEXT })).resolves.toMatchObject({ revision: 1 });
  });
  test('out of a profile is refused', async () => {
    const { id } = await anInterview(hub);
    await recordProfile(hub.services, actor('sia'), { key: randomUUID(), child: hub.child, friends: 'Orrin, Mabel' }, hub.now);
    await expect(propose(hub, id, { text: 'She would like to see Orrin again.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
  test('out of with whom a child was last seen is refused', async () => {
    const { id } = await anInterview(hub);
    await hub.tell(aMissing({ 'Header/MessageId': 'M-9', 'Header/SentAt': '2025-11-19T23:00:00Z', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', 'LastSeen/With': 'Seen with Orrin Madeup' }));
    await expect(propose(hub, id, { text: 'She would like to see Orrin again.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
  test('who became known since it was proposed is not approved', async () => {
    const { id } = await anInterview(hub);
    const text = await propose(hub, id, { text: NAMING });
    await namesHim();
    await expect(approve(hub, text.id)).rejects.toMatchObject({ code: 'REDACTION_STALE', message: expect.not.stringMatching(/orrin/i) as string });
    expect(await stateOf(text.id)).toBe('DRAFT');
  });
  test('who became known since it was approved is no longer read', async () => {
    const { id } = await anInterview(hub);
    const text = await propose(hub, id, { text: NAMING });
    await approve(hub, text.id);
    await agree(hub, id);
    await share(hub, id);
    expect(await hub.interview('hal', id)).toMatchObject({ __typename: 'RedactedInterview' });
    await policeKnow();
    expect(await hub.interview('hal', id)).toMatchObject({ __typename: 'InterviewNotice' });
    expect(await stateOf(text.id)).toBe('STALE');
  });
});

describe('a text that names somebody known of in what its author and approver do not read', () => {
  const NAMING = 'She would like to see orrin again.';

  test.each<[string, () => Promise<unknown>]>([
    ['intelligence of the police', policeKnow],
    [
      'an interview restricted to others',
      async () => {
        const { id } = await namesHim();
        await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, restricted: true, reason: 'Invented.', allegation: false, admitted: ['mo'] }, hub.now);
      },
    ],
  ])('R1: is refused to neither of them, and read by nobody: %s', async (_, become) => {
    const { id } = await anInterview(hub);
    await become();
    const text = await propose(hub, id, { text: NAMING });
    expect(text.warnings).toEqual([]);
    expect(await stateOf(text.id)).toBe('DRAFT');
    expect(await approve(hub, text.id)).toMatchObject({ id: text.id, warnings: [expect.stringContaining('another look')] });
    expect(await stateOf(text.id)).toBe('STALE');
    await agree(hub, id);
    await share(hub, id);
    expect(await hub.interview('hal', id)).toMatchObject({ __typename: 'InterviewNotice' });
    const other = await propose(hub, id, { revision: 1, text: TEXT });
    expect(await approve(hub, other.id, { revision: 2 })).toMatchObject({ warnings: [] });
    expect(await hub.interview('hal', id)).toMatchObject({ __typename: 'RedactedInterview' });
  });
});

describe('a text for a home that names somebody of whom the hub does not know', () => {
  const text = 'She asked for jayden, who has a room next to hers, and for Tyler Imaginary.';
  const [JAYDEN, TYLER] = [text.indexOf('jayden'), text.indexOf('Tyler')];

  test('is approved only once whoever approves it has looked at each such passage, which is kept with the approval', async () => {
    const { id } = await anInterview(hub);
    const proposed = await propose(hub, id, { text });
    const unconfirmed = approve(hub, proposed.id);
    await expect(unconfirmed).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringMatching(`: 2, at ${String(JAYDEN)}-${String(JAYDEN + 6)} \\(a person\\), ${String(TYLER)}-${String(TYLER + 15)} \\(a [a-z]+\\)\\.`) as string });
    await expect(unconfirmed).rejects.toMatchObject({ message: expect.not.stringMatching(/jayden|tyler/i) as string });
    await expect(approve(hub, proposed.id, { confirmed: [JAYDEN] })).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining(': 1, at') as string });
    expect(await stateOf(proposed.id)).toBe('DRAFT');
    await approve(hub, proposed.id, { confirmed: [JAYDEN, TYLER] });
    expect(await stateOf(proposed.id)).toBe('APPROVED');
    expect(await hub.ingest.rows(`select payload -> 'leftIn' as kept from decision where kind = 'REDACTION_APPROVAL'`)).toEqual([
      { kept: [{ from: JAYDEN, until: JAYDEN + 6, kind: 'PERSON' }, { from: TYLER, until: TYLER + 15, kind: expect.stringMatching(/PERSON|PLACE/) as string }] },
    ]);
  });
  test('asks nothing of one for the police, and nothing of one that names nobody', async () => {
    const { id } = await anInterview(hub);
    const police = await propose(hub, id, { text, audience: 'POLICE', recipient: null });
    await expect(approve(hub, police.id)).resolves.toMatchObject({ warnings: [] });
    const safe = await propose(hub, id);
    await expect(approve(hub, safe.id)).resolves.toMatchObject({ warnings: [] });
  });
});

describe('whoever writes and approves texts to find out who is known', () => {
  const trying = async (id: string, revision: number): Promise<{ warnings: readonly string[] }> => {
    const text = await propose(hub, id, { revision, text: 'She would like to see orrin again.' });
    return approve(hub, text.id, { revision: revision + 1 });
  };
  const texts = async () => (await hub.ingest.rows<{ text: string }>(`select text from briefing_notice where kind = 'HELD_BACK'`)).map(({ text }) => text);
  const told = () => hub.ingest.rows(`select unnest("to") as to from briefing_notice where kind = 'HELD_BACK' order by 1`);

  test('is told of each time after the third too, by whomever it is approved', async () => {
    const { id } = await anInterview(hub);
    await policeKnow();
    for (const revision of [0, 1, 2]) {
      await trying(id, revision);
    }
    await hub.ingest.rows('delete from briefing_notice');
    const text = await propose(hub, id, { revision: 3, text: 'She would like to see orrin again.' });
    await approve(hub, text.id, { revision: 4, as: 'mo' });
    expect(await texts()).toContainEqual(expect.stringContaining('As many texts'));
  });

  test('may three times a day, then is refused whatever stands in the text, while another who is trained is not; the managers and the data protection officer are told once', async () => {
    const { id } = await anInterview(hub);
    await policeKnow();
    for (const revision of [0, 1]) {
      expect((await trying(id, revision)).warnings).toHaveLength(1);
    }
    expect(await told()).toEqual([]);
    expect((await trying(id, 2)).warnings).toHaveLength(1);
    expect(await told()).toEqual([{ to: 'DATA_PROTECTION_OFFICER:northmere' }, { to: 'TEAM_MANAGER:northmere' }]);
    await expect(trying(id, 3)).rejects.toMatchObject({ code: 'RATE_LIMITED', message: expect.stringContaining('21 November 2025 at 08:00') as string });
    const other = (await anInterview(hub, { at: '2025-11-20T07:40:00Z' })).id;
    const harmless = await propose(hub, other, { text: TEXT });
    await expect(approve(hub, harmless.id)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    expect((await approve(hub, harmless.id, { as: 'mo' })).warnings).toEqual([]);
    expect(await told()).toHaveLength(2);
    hub.now += 24 * 3_600_000;
    const again = await propose(hub, other, { text: TEXT, revision: 1 });
    expect((await approve(hub, again.id, { revision: 2 })).warnings).toEqual([]);
  });
});

describe('a text that names who is round her by no word of an interview', () => {
  const PARENT = { parent: 'pat@northmere', standing: 'RESPONSIBILITY', safeToInform: 'NO', childAsked: false, livesIndependently: false } as const;
  const parentIs = () => letParentIn(hub.services, actor('sia'), { key: randomUUID(), child: hub.child, revision: 0, ...PARENT }, hub.now);
  const carerIs = () => recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship: 'CARER', holder: 'cora@northmere' }, hub.now);
  const INCIDENT = { IncidentRef: 'INVENTED-INC-5' };
  const OTTO = { 'Report/MisperId': 'MP-5', 'Person/PersonId': 'P-5', 'Person/Surname': 'Madeup', 'Person/DateOfBirth': '2010-02-03', 'Person/Gender': 'Male' };
  const ottoIs = (minute = 40, told: Fields = {}) => hub.tell(aMissing({ ...OTTO, 'Header/MessageId': `M-${String(minute)}`, 'Header/SentAt': `2025-11-19T22:${String(minute)}:00Z`, 'Person/GivenName': 'Otto', ...INCIDENT, ...told }));
  const sheIs = () => hub.tell(aMissing({ 'Header/MessageId': 'M-3', 'Header/SentAt': '2025-11-19T22:31:00Z', 'Care/HostAuthority': 'E99000002', 'Care/PlacementURN': 'SC900001', ...INCIDENT }));
  const together = async (told?: Fields): Promise<void> => {
    await sheIs();
    await ottoIs(40, told);
  };
  const ROUND_HER: readonly [string, string, () => Promise<unknown>][] = [
    ['a parent whom it is not safe to inform', 'She would not go back to Pat.', parentIs],
    ['a carer', 'Cora rang twice.', carerIs],
    ['a child missing with her', 'otto was there the whole time.', together],
  ];

  test.each(ROUND_HER)('is refused for every audience: %s', async (_, text, become) => {
    const { id } = await anInterview(hub);
    await become();
    for (const of of [{}, ...(['POLICE', 'PARTNER', 'HOST'] as const).map((audience) => ({ audience, recipient: null }))]) {
      await expect(propose(hub, id, { text, as: 'sal', ...of })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tells of somebody.') as string });
    }
  });
  test.each(ROUND_HER)('is stale from the moment the hub learns of it: %s', async (_, text, become) => {
    const { id } = await anInterview(hub);
    const approved = await propose(hub, id, { text, audience: 'POLICE', recipient: null });
    await approve(hub, approved.id);
    expect(await stateOf(approved.id)).toBe('APPROVED');
    await become();
    expect(await stateOf(approved.id)).toBe('STALE');
  });
  test('is approved and read by nobody where the child missing with her is not theirs to see', async () => {
    const { id } = await anInterview(hub);
    await together({ 'Care/PlacingAuthority': 'E99000002' });
    const text = await propose(hub, id, { text: 'otto was there.', audience: 'POLICE', recipient: null });
    expect(await approve(hub, text.id)).toMatchObject({ warnings: [expect.stringContaining('another look')] });
    expect(await stateOf(text.id)).toBe('STALE');
  });
  test('follows what the other child is called and whether they were missing together, and is folded the same again', async () => {
    const { id } = await anInterview(hub);
    await together();
    const text = await propose(hub, id, { text: 'Ottokar was there.', audience: 'POLICE', recipient: null });
    await approve(hub, text.id);
    await ottoIs(41, { 'Person/GivenName': 'Ottokar' });
    expect(await stateOf(text.id)).toBe('STALE');
    await ottoIs(42, { 'Person/GivenName': 'Ottokar', IncidentRef: 'INVENTED-INC-6' });
    expect(await stateOf(text.id)).toBe('APPROVED');
    const { changes } = await refold(hub.ingest.services, { apply: false });
    expect([...changes.values()].filter(({ added, changed, removed }) => added + changed + removed > 0)).toEqual([]);
  });
  test('may name the parent whom it is for', async () => {
    const { id } = await anInterview(hub);
    await parentIs();
    await expect(propose(hub, id, { text: 'She would like to ring Pat.', audience: 'PARENT', recipient: 'pat@northmere' })).resolves.toMatchObject({ revision: 1 });
  });
});

describe('a text that names somebody of whom something was alleged', () => {
  const NAMING = 'She would not go near hal again.';
  const alleged = () => raise(hub, { concern: 'ALLEGATION', excluded: ['hal@larkfield'] });
  const FOR = [{}, ...(['POLICE', 'PARTNER', 'HOST'] as const).map((audience) => ({ audience, recipient: null }))];

  test.each(FOR)('is stale from the moment it is raised: %j', async (of) => {
    const { id } = await anInterview(hub);
    const text = await propose(hub, id, { text: NAMING, ...of });
    await approve(hub, text.id);
    expect(await stateOf(text.id)).toBe('APPROVED');
    await alleged();
    expect(await stateOf(text.id)).toBe('STALE');
  });
  test.each(FOR)('is refused to whoever reads the concern: %j', async (of) => {
    const { id } = await anInterview(hub);
    await alleged();
    await expect(propose(hub, id, { text: NAMING, as: 'mo', ...of })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tells of somebody.') as string });
    await expect(propose(hub, id, { text: TEXT, as: 'mo', ...of })).resolves.toMatchObject({ revision: 1 });
  });
});

describe('a text that names somebody who works with her', () => {
  const NAMING = 'She asked that sia rings her.';

  test('is confirmed for a home, and goes', async () => {
    const { id } = await anInterview(hub);
    const text = await propose(hub, id, { text: NAMING });
    await expect(approve(hub, text.id)).rejects.toMatchObject({ code: 'TEXT_UNCONFIRMED', message: expect.stringContaining('(a person)') as string });
    await approve(hub, text.id, { confirmed: [NAMING.indexOf('sia')] });
    expect(await stateOf(text.id)).toBe('APPROVED');
  });
  test.each(['POLICE', 'PARTNER'] as const)('goes to those who know them at work: %s', async (audience) => {
    const { id } = await anInterview(hub);
    const text = await propose(hub, id, { text: NAMING, audience, recipient: null });
    expect(await approve(hub, text.id)).toMatchObject({ warnings: [] });
    expect(await stateOf(text.id)).toBe('APPROVED');
  });
});

test('a text that says where she lives is refused', async () => {
  const { id } = await anInterview(hub);
  await expect(propose(hub, id, { text: 'She walked back to imaginary row.' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('tells of a place.') as string });
});
