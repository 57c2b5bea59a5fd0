import { randomUUID } from 'node:crypto';
import { decideMatch, type DecideMatch, type MatchDecided } from '../../src/actions/decide-match.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { shownWhileJoined, type ShownJoined } from '../../src/actions/shown-while-joined.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import { aMissing, type Fields } from '../journeys/documents.ts';
import { NOW } from '../ingest/an-ingest.ts';
import { aDecidingHub, MINUTE, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

const AGAIN: Fields = { 'Header/MessageId': 'M-7', 'Report/MisperId': 'MP-7', 'Person/PersonId': 'P-7', 'Person/GivenName': 'Wrena', 'Care/PlacingAuthority': null };
const THEIRS: Fields = { ...AGAIN, 'Header/MessageId': 'M-8', 'Report/MisperId': 'MP-8', 'Person/PersonId': 'P-8', 'Care/PlacingAuthority': 'E99000002' };

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const record = async (key: string): Promise<string> => (await hub.ingest.rows<{ id: string }>(`select id from record where kind = 'person' and key = $1`, [key]))[0]?.id ?? '';
const children = async (): Promise<number> => (await hub.ingest.rows('select from child')).length;
const decided = async (other: string, changed: Partial<DecideMatch> = {}, who = 'nia'): Promise<MatchDecided> =>
  decideMatch(hub.services, actor(who), { key: randomUUID(), first: hub.child, second: await record(other), revision: 0, decision: 'JOIN', reason: 'An invented reason.', ...changed }, hub.now);
const queue = async (who: string): Promise<readonly Row[]> => {
  const root = { name: 'matchReview', states: ['OPEN', 'AWAITS_OTHER_AUTHORITY', 'JOINED', 'SEPARATED'], first: 20, after: null } as const;
  const wanted = { MatchReview: fields('state', 'ourDecision', 'revision') };
  return (await hub.gate.page(actor(who).viewer, { root, wanted, operation: { name: 'ATest', hash: '' }, now: hub.now })).nodes;
};
const told = (): Promise<{ to: string[]; kind: string; child: string }[]> => hub.ingest.rows(`select "to", kind, child::text as child from briefing_notice where kind = 'MATCH'`);

describe('joining a record that is nobody’s yet', () => {
  test('makes it one child with the coordinator’s own, and taking the word back makes it two again', async () => {
    await hub.tell(aMissing(AGAIN));
    const before = await hub.ingest.picture();
    expect(await queue('nia')).toMatchObject([{ state: 'OPEN', ourDecision: null, revision: 0 }]);
    expect(await decided('P-7')).toMatchObject({ revision: 1, warnings: [] });
    expect(await children()).toBe(1);
    expect(await queue('nia')).toMatchObject([{ state: 'JOINED', ourDecision: 'JOIN', revision: 1 }]);
    const undone = await decided('P-7', { revision: 1, decision: 'NONE' });
    expect(undone.warnings).toEqual([expect.stringContaining('shownWhileJoined')]);
    expect(await hub.ingest.picture()).toEqual(before);
    expect(await queue('nia')).toMatchObject([{ state: 'OPEN', ourDecision: null, revision: 2 }]);
  });
  test('is asked of nobody else, though it may be another authority’s', async () => {
    await hub.tell(aMissing(AGAIN));
    expect(await queue('hew')).toHaveLength(1);
    await decided('P-7');
    expect(await told()).toEqual([]);
  });
});

describe('joining a child of another authority', () => {
  beforeEach(() => hub.tell(aMissing(THEIRS)));

  test('joins nothing until its coordinator says the same, who is told of their own side', async () => {
    const { warnings } = await decided('P-8');
    expect(warnings).toEqual([expect.stringContaining('Nothing is joined yet')]);
    expect(await children()).toBe(2);
    expect(await told()).toEqual([{ to: ['HUB_COORDINATOR:southvale'], kind: 'MATCH', child: await record('P-8') }]);
    expect(await queue('hew')).toMatchObject([{ state: 'AWAITS_OTHER_AUTHORITY', ourDecision: null, revision: 0 }]);
    await decided('P-8', {}, 'hew');
    expect(await children()).toBe(1);
    expect(await queue('hew')).toMatchObject([{ state: 'JOINED', ourDecision: 'JOIN' }]);
  });
  test('opens nothing of it to whoever asked', async () => {
    await decided('P-8');
    const child = await hub.gate.row(actor('nia').viewer, { root: { name: 'child', id: await record('P-8') }, wanted: { Child: fields('givenName') }, operation: { name: 'ATest', hash: '' }, now: hub.now });
    expect(child).toBeNull();
  });
  test('either coordinator separates them at once, whatever the other says', async () => {
    await decided('P-8');
    await decided('P-8', {}, 'hew');
    await decided('P-8', { decision: 'SEPARATE', revision: 1 }, 'hew');
    expect(await children()).toBe(2);
    expect(await queue('nia')).toMatchObject([{ state: 'SEPARATED', ourDecision: 'JOIN' }]);
  });
  test('a restricted child is in no queue, and not there to be decided on', async () => {
    const theirs = await record('P-8');
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'An invented reason.', admitted: [], excluded: [], allegation: false }, hub.now);
    expect([await queue('nia'), await queue('hew')]).toEqual([[], []]);
    await expect(decideMatch(hub.services, actor('hew'), { key: randomUUID(), first: hub.child, second: theirs, revision: 0, decision: 'JOIN', reason: 'r' }, hub.now)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('deciding on two records', () => {
  beforeEach(() => hub.tell(aMissing(THEIRS)));

  test.each([
    ['business support, who looks through them', 'bea', 'FORBIDDEN'],
    ['a missing team that sees both children', 'pim', 'FORBIDDEN'],
    ['a social worker of one of them', 'sia', 'NOT_FOUND'],
    ['a home', 'hal', 'NOT_FOUND'],
    ['somebody elsewhere', 'gil', 'NOT_FOUND'],
  ])('is not for %s', async (_, who, code) => {
    await expect(decided('P-8', {}, who)).rejects.toMatchObject({ code });
  });
  test('of ids that name nothing, one record twice, or a pair that is none is not found', async () => {
    for (const second of [randomUUID(), hub.child, 'P-8']) {
      await expect(decided('P-8', { second })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await hub.tell(aMissing({ ...THEIRS, 'Header/MessageId': 'M-9', 'Report/MisperId': 'MP-9', 'Person/PersonId': 'P-9', 'Person/GivenName': 'Otto', 'Person/Surname': 'Invented', 'Person/DateOfBirth': '2009-11-23', 'Person/Gender': 'Male', 'Person/HomeAddress': null }));
    await expect(decided('P-9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
  test('at a revision that was replaced changes nothing; each authority has its own', async () => {
    await decided('P-8');
    await expect(decided('P-8', { decision: 'NONE' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await decided('P-8', {}, 'hew')).toMatchObject({ revision: 1 });
  });
});

describe('who was shown a wrong join', () => {
  const reads = (who: string): Promise<Row | null> =>
    hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted: { Child: fields('id', 'givenName') }, operation: { name: 'Looking', hash: '' }, now: hub.now });
  const shown = async (who: string): Promise<readonly ShownJoined[]> => shownWhileJoined(hub.services, actor(who), { first: hub.child, second: await record('P-7') }, hub.now);

  test('is listed by person, agency, role and time, and only while it stood', async () => {
    await hub.tell(aMissing(AGAIN));
    await reads('sia');
    // After the clock by which the test's hub puts records together.
    hub.now = NOW + MINUTE;
    expect(await shown('nia')).toEqual([]);
    await decided('P-7');
    await reads('pim');
    await reads('sal');
    const listed = await shown('nia');
    expect(listed.map(({ actor: who, agency, role, operation }) => [who, agency, role, operation])).toEqual(
      expect.arrayContaining([
        ['pim', 'mereshire-police', 'POLICE_MISSING_TEAM', 'Looking'],
        ['sal', 'northmere', 'SENIOR_WORKER', 'Looking'],
      ]),
    );
    expect(listed[0]?.shown).toContain('Child.givenName');
    expect(JSON.stringify(listed)).not.toContain('Wren');
  });
  test('is for the coordinators who decide', async () => {
    await hub.tell(aMissing(AGAIN));
    await expect(shown('bea')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(shown('gil')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
