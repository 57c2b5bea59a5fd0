import { randomUUID } from 'node:crypto';
import { alertLate } from '../../src/actions/alert-late.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { anInterview, MINUTE } from '../actions/a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from '../actions/a-practised-hub.ts';
import { actor } from '../actions/some-people.ts';
import { fields } from '../gate/a-gate.ts';

const HOUR = 60 * MINUTE;
const BACK = Date.parse('2025-11-20T07:00:00Z');

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
  hub.goesBy('northmere', 'kent');
  await reportReturned(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, at: new Date(BACK).toISOString() }, hub.now);
});
afterEach(() => hub.close());

/** What somebody is told of what is late, but for ids, which are made by chance. */
async function toldLate(who: string): Promise<unknown[]> {
  const wanted = { BriefingNotice: [...fields('kind', 'text', 'step', 'notAnsweredBy', 'waitsFor', 'next'), { name: 'child', key: 'child', sub: { Child: fields('givenName') } }] };
  const rows = await hub.gate.rows(actor(who).viewer, { root: { name: 'notices' }, wanted, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
  return rows.filter(({ kind }) => kind === 'CLOCK_LATE');
}
async function lookAfter(hours: number): Promise<void> {
  const { database, directory, refreshDirectory } = hub.services;
  hub.now = BACK + hours * HOUR;
  await alertLate({ database, directory, refreshDirectory, gate: hub.gate, clock: () => hub.now, log: { debug: () => undefined, error: () => undefined } });
}
/** An interview that stops the clock for those alone who are let see it: whoever closes it, and whom they let in. */
async function aClosedInterview(by: string, admitted: readonly string[]): Promise<void> {
  hub.now = BACK + HOUR;
  const { id } = await anInterview(hub, { at: new Date(BACK + HOUR / 2).toISOString() });
  await restrict(hub.services, actor(by), { key: randomUUID(), interview: id, revision: 0, restricted: true, reason: 'Invented.', admitted }, hub.now);
}
/** What these people are told once everybody's turn to answer has come. */
async function toldInTheEnd(people: readonly string[]): Promise<unknown[]> {
  await lookAfter(73);
  hub.now += 3 * HOUR;
  return Promise.all(people.map(toldLate));
}

describe('what is told of a clock that has run out', () => {
  it('row 14: names the clock and its rule, and nothing of the child or of what was said; the child is there for those alone who read of them', async () => {
    await lookAfter(73);
    const [told] = await toldLate('sal');
    expect(told).toMatchObject({ child: { givenName: 'Wrenna' } });
    const [row] = await hub.ingest.rows<{ said: string }>(`select text || coalesce(waits_for, '') || coalesce(next, '') as said from briefing_notice where kind = 'CLOCK_LATE' and step = 1`);
    expect(row?.said).not.toMatch(/Wrenna|Larkfield|SC900001|Southvale/i);
    for (const who of ['hew', 'pim', 'hal', 'ash', 'sia', 'ida', 'bea', 'gil', 'cyd', 'fin']) {
      expect([who, await toldLate(who)]).toEqual([who, []]);
    }
  });

  it.each([
    { by: 'mae', admitted: ['ren'], others: ['sal', 'tess', 'mo', 'nia'] },
    { by: 'mo', admitted: ['ren'], others: ['sal', 'tess', 'mae', 'nia'] },
    { by: 'mo', admitted: ['mae'], others: ['sal', 'tess', 'nia'] },
    { by: 'mo', admitted: ['sal'], others: ['tess', 'mae', 'nia'] },
    { by: 'mae', admitted: ['sal', 'tess'], others: ['mo', 'nia'] },
    { by: 'mo', admitted: ['mae', 'sal', 'tess'], others: ['nia'] },
    { by: 'mo', admitted: ['nia'], others: ['sal', 'tess', 'mae'] },
  ])('rows 28, 63: is the same to whoever may not see an interview, whether there is one or not: closed by $by, open to $admitted', async ({ by, admitted, others }) => {
    await aClosedInterview(by, admitted);
    const closed = await toldInTheEnd(others);
    await hub.close();
    hub = await aPractisedHub();
    hub.goesBy('northmere', 'kent');
    await reportReturned(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, at: new Date(BACK).toISOString() }, hub.now);
    expect(closed).toEqual(await toldInTheEnd(others));
    expect(closed.map((told) => (told as unknown[]).length)).toEqual(others.map(() => 1));
  });

  it('rows 25, 66: of a restricted child is before those alone who are let in, and before no post', async () => {
    await restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo'] }, hub.now);
    await lookAfter(73);
    expect((await Promise.all(['sal', 'nia', 'mae', 'ede', 'hew', 'pim', 'hal'].map(toldLate))).flat()).toEqual([]);
    expect(await toldLate('mo')).toHaveLength(1);
  });
});
