import { randomUUID } from 'node:crypto';
import { restrict } from '../../src/actions/restrict.ts';
import { fields } from '../gate/a-gate.ts';
import { aMissing } from '../journeys/documents.ts';
import { aDecidingHub, anInterview, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { raise, readConcern, toldNow, waiting } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const steps = () => hub.ingest.rows<{ to: string[]; step: number }>(`select "to", step from briefing_notice where kind = 'CONCERN' order by visible_from, step`);

describe('a concern', () => {
  test('needs no form and no offer, and is before the senior worker at once', async () => {
    const { id, child, warnings } = await raise(hub);
    expect({ child, warnings }).toEqual({ child: hub.child, warnings: [] });
    expect(await readConcern(hub, 'sal', id)).toMatchObject({ concern: 'HARM_DISCLOSED', words: 'Invented words of harm.', addressed: ['SENIOR_WORKER:northmere'], answeredBy: null });
    expect(await toldNow(hub, 'sal')).toEqual(['CONCERN']);
    expect(await toldNow(hub, 'sia')).toEqual(['RAISED']);
  });

  test('comes to the duty team in its time, who read of whom it is and nothing else of her', async () => {
    const { id } = await raise(hub);
    expect([await readConcern(hub, 'ede', id), await toldNow(hub, 'ede')]).toEqual([null, []]);
    after(30);
    expect(await readConcern(hub, 'ede', id)).toMatchObject({ givenName: 'Wrenna', addressed: ['EDT:northmere', 'SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere'] });
    expect(await toldNow(hub, 'ede')).toEqual(['CONCERN']);
  });

  test('of less risk has longer', async () => {
    const { id } = await raise(hub, { risk: 'LOW' });
    after(59);
    expect((await readConcern(hub, 'nia', id))?.['addressed']).toEqual(['SENIOR_WORKER:northmere']);
    after(60);
    expect((await readConcern(hub, 'nia', id))?.['addressed']).toHaveLength(2);
  });

  test('whose risk nobody said is answered as soon as at HIGH', async () => {
    const { id, warnings } = await raise(hub, { risk: null });
    expect(warnings).toEqual([expect.stringContaining('as soon as at HIGH')]);
    expect(await readConcern(hub, 'sal', id)).toMatchObject({ risk: 'HIGH' });
  });

  test('says to record as intelligence what police have to know', async () => {
    expect((await raise(hub, { concern: 'INTELLIGENCE' })).warnings).toEqual([expect.stringContaining('Police do not read a concern')]);
  });

  test('is never there for a home, a parent, the police, or another social worker', async () => {
    const { id } = await raise(hub);
    after(600);
    for (const who of ['hal', 'ash', 'pat', 'pim', 'fin', 'sol', 'cyd', 'bea', 'vic']) {
      expect([who, await readConcern(hub, who, id), await toldNow(hub, who), await waiting(hub, who)]).toEqual([who, null, [], []]);
    }
  });

  test('raised again with the same key is the same, whatever has changed since', async () => {
    const key = randomUUID();
    const first = await raise(hub, { key });
    after(20);
    expect(await raise(hub, { key })).toEqual(first);
    expect(await steps()).toHaveLength(4);
    await expect(raise(hub, { key, words: 'Other words.' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('out of an interview is raised by who held it, and names it', async () => {
    const interview = await anInterview(hub);
    const { id } = await raise(hub, { interview: interview.id });
    expect(await readConcern(hub, 'sia', id)).toMatchObject({ interview: interview.id });
    await expect(raise(hub, { interview: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('about an episode of the child keeps which; any other is refused as one that is not there', async () => {
    const [known] = await hub.ingest.rows<{ id: string }>('select id from episode');
    const episode = known?.id ?? '';
    const { id } = await raise(hub, { episode });
    expect(await hub.ingest.rows(`select payload ->> 'episode' as episode from decision where id = $1::uuid`, [id])).toEqual([{ episode }]);
    await hub.tell(aMissing({ 'Header/MessageId': 'M-9', 'Report/MisperId': 'MP-9', 'Person/PersonId': 'P-9', 'Person/GivenName': 'Otto', 'Person/Surname': 'Invented', 'Person/DateOfBirth': '2009-11-23', 'Person/Gender': 'Male', 'Person/HomeAddress': null }));
    const [other] = await hub.ingest.rows<{ id: string }>('select id from episode where child_id <> (select child_id from episode where id = $1::uuid)', [episode]);
    expect(await hub.gate.row(actor('sal').viewer, { root: { name: 'episode', id: other?.id ?? '' }, wanted: { Episode: fields('id') }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now })).toEqual(other);
    const refusals = await Promise.all([other?.id ?? '', randomUUID(), 'no id'].map((named) => raise(hub, { as: 'sal', episode: named }).catch((error: unknown) => error)));
    expect(refusals.map((refusal) => String(refusal))).toEqual(Array(3).fill(String(refusals[0])));
    expect(refusals).toMatchObject([{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }]);
  });

  test.each(['ren', 'sal', 'sia'])('is raised by who interviews: %s', async (as) => {
    expect(await raise(hub, { as })).toMatchObject({ child: hub.child });
  });

  test.each([
    ['rose', 'NOT_FOUND'],
    ['gus', 'NOT_FOUND'],
    ['sol', 'FORBIDDEN'],
    ['nia', 'FORBIDDEN'],
    ['ede', 'FORBIDDEN'],
    ['pim', 'FORBIDDEN'],
    ['hal', 'FORBIDDEN'],
  ])('is not raised by %s: %s', async (as, code) => {
    await expect(raise(hub, { as })).rejects.toMatchObject({ code });
    expect(await steps()).toEqual([]);
  });

  test.each([
    ['words', { words: ' ' }],
    ['at', { at: '2025-11-22' }],
    ['excluded', { excluded: ['mae'] }],
  ])('that says nothing that can be is refused at %s', async (where, changed) => {
    await expect(raise(hub, changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as string });
  });

  test.each([
    ['2025-11-20T08:02:00Z', false],
    ['2025-11-20T08:05:00Z', false],
    ['2025-11-20T08:06:00Z', true],
    ['2025-11-21', true],
  ])('is kept as heard now where a clock is fast: %s', async (at, isTold) => {
    const { id, warnings } = await raise(hub, { at });
    expect(warnings.some((warning) => warning.includes('"at" lies ahead'))).toBe(isTold);
    const [kept] = await hub.ingest.rows<{ heard: string }>(`select payload -> 'at' ->> 'from' as heard from decision where id = $1`, [id]);
    expect(Number(kept?.heard)).toBe(hub.now);
  });

  test('of a restricted child comes to those alone who are let in, by name', async () => {
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mae', 'ren', 'hal'] }, hub.now);
    const { id } = await raise(hub);
    expect(await steps()).toEqual([{ to: ['mae@northmere'], step: 1 }]);
    after(600);
    expect(await readConcern(hub, 'mae', id)).toMatchObject({ addressed: ['mae@northmere'] });
    for (const who of ['sal', 'mo', 'sia', 'nia', 'ede', 'hal']) {
      expect([who, await readConcern(hub, who, id), await toldNow(hub, who)]).toEqual([who, null, []]);
    }
  });
});

describe('an allegation', () => {
  test('restricts the child at once, and is before the managers it does not name', async () => {
    const { id, warnings } = await raise(hub, { concern: 'ALLEGATION', excluded: ['mae@northmere'] });
    expect(warnings).toEqual([expect.stringContaining('LADO')]);
    expect(await steps()).toEqual([{ to: ['mo@northmere'], step: 1 }]);
    expect(await toldNow(hub, 'mo')).toEqual(['CONCERN', 'LADO']);
    expect(await readConcern(hub, 'mo', id)).toMatchObject({ concern: 'ALLEGATION' });
    expect(await readConcern(hub, 'sia', id)).toMatchObject({ concern: 'ALLEGATION' });
    expect(await readConcern(hub, 'ren', id)).toMatchObject({ concern: 'ALLEGATION' });
    after(600);
    for (const who of ['mae', 'sal', 'ede', 'nia']) {
      expect([who, await readConcern(hub, who, id), await toldNow(hub, who)]).toEqual([who, null, []]);
    }
  });

  test('of the one whom the duty chain begins with is never theirs', async () => {
    const { id } = await raise(hub, { concern: 'ALLEGATION', excluded: ['mo@northmere'] });
    expect(await steps()).toEqual([{ to: ['mae@northmere'], step: 1 }]);
    expect(await readConcern(hub, 'mo', id)).toBeNull();
  });

  test('of every manager goes to those who stand in for them', async () => {
    const { id } = await raise(hub, { concern: 'ALLEGATION', excluded: ['mo@northmere', 'mae@northmere'] });
    expect(await steps()).toEqual([{ to: ['sal@northmere', 'tess@northmere'], step: 1 }, { to: ['nia@northmere'], step: 2 }]);
    expect([await readConcern(hub, 'sal', id) === null, await readConcern(hub, 'mo', id)]).toEqual([false, null]);
  });

  test('of somebody nobody can name yet is not shown to the social worker, who may be the one', async () => {
    const { id, warnings } = await raise(hub, { concern: 'ALLEGATION' });
    expect(warnings).toEqual([expect.stringContaining('LADO'), expect.stringContaining('Nobody is shut out by name')]);
    expect([await readConcern(hub, 'sia', id), await toldNow(hub, 'sia')]).toEqual([null, []]);
    expect((await steps()).map(({ to }) => to)).toEqual([['mae@northmere', 'mo@northmere']]);
  });

  test('opens nothing that was restricted before, and lets nobody back in', async () => {
    const before = { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: true, admitted: ['mae', 'sal', 'ren'], excluded: ['mo'] };
    await restrict(hub.services, actor('mae'), before, hub.now);
    const { id } = await raise(hub, { concern: 'ALLEGATION', excluded: ['sal@northmere'] });
    expect((await steps()).map(({ to }) => to)).toEqual([['mae@northmere']]);
    expect(await Promise.all(['mo', 'sal', 'sia', 'nia'].map((who) => readConcern(hub, who, id)))).toEqual([null, null, null, null]);
  });

  test('of the last who could answer goes to those who stand in, past whom an earlier allegation shut out', async () => {
    const before = { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: true, admitted: ['mae', 'ren'], excluded: ['mo'] };
    await restrict(hub.services, actor('mae'), before, hub.now);
    const { id } = await raise(hub, { concern: 'ALLEGATION', excluded: ['mae@northmere'] });
    expect((await steps()).map(({ to }) => to)).toEqual([['sal@northmere', 'tess@northmere'], ['nia@northmere']]);
    expect(await Promise.all(['mo', 'mae', 'sia'].map((who) => readConcern(hub, who, id)))).toEqual([null, null, null]);
  });
});
