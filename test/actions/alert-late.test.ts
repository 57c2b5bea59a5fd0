import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { alertLate, type LateServices } from '../../src/actions/alert-late.ts';
import { escalateDue } from '../../src/actions/escalate-due.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { reportReturned } from '../../src/actions/report-returned.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { anInterview, MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { toldOf } from './an-alert.ts';
import { agreeing } from './settled-before.ts';
import { actor } from './some-people.ts';

const HOUR = 60 * MINUTE;
/** A Thursday; with Kent's practice the interview is late from 07:00 on Sunday. */
const BACK = Date.parse('2025-11-20T07:00:00Z');

let hub: PractisedHub;
let looked: string[];
beforeEach(async () => {
  hub = await aPractisedHub();
  hub.goesBy('northmere', 'kent');
  looked = [];
  await reportReturned(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, at: new Date(BACK).toISOString() }, hub.now);
});
afterEach(() => hub.close());

const services = (): LateServices => {
  const { database, directory, refreshDirectory } = hub.services;
  return { database, directory, refreshDirectory, gate: hub.gate, clock: () => hub.now, log: { debug: (event) => void looked.push(event), error: (event) => void looked.push(event) } };
};
const look = (hoursAfter: number): Promise<number> => {
  hub.now = BACK + hoursAfter * HOUR;
  return alertLate(services());
};
interface Notice {
  readonly to: readonly string[];
  readonly clock: string;
  readonly over: boolean;
}
const notices = (): Promise<Notice[]> =>
  hub.ingest.rows<Notice>(`select "to", clock, acknowledged_at is not null as over from briefing_notice where kind = 'CLOCK_LATE' order by raised_at, step`);
const toldLate = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, hub.now)).filter(({ kind }) => kind === 'CLOCK_LATE');

describe('a duty of an episode that has run out of time', () => {
  test('is before the duty of the authority that owes it, once, and nothing is while it is due', async () => {
    expect(await look(72)).toBe(1);
    expect(await notices()).toEqual([]);
    await look(73);
    expect(await notices()).toEqual(['SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere', 'HUB_COORDINATOR:northmere'].map((to) => ({ to: [to], clock: 'INTERVIEW', over: false })));
    expect(await toldLate('sal')).toMatchObject([{ step: 1 }]);
    expect((await Promise.all(['mo', 'hew', 'pim', 'hal', 'sia'].map(toldLate))).flat()).toEqual([]);
    await look(74);
    expect(await notices()).toHaveLength(3);
    expect(looked).not.toContain('late-failed');
  });

  test('is raised once by two hubs that look at the same moment', async () => {
    hub.now = BACK + 73 * HOUR;
    await Promise.all([alertLate(services()), alertLate(services())]);
    expect(await notices()).toHaveLength(3);
  });

  test('says which clock and by which rule, and nothing of the child; it passes on to the next by the duty, and one answer ends it', async () => {
    await look(73);
    const [notice] = await hub.ingest.rows<{ id: string; text: string }>(`select id, text from briefing_notice where kind = 'CLOCK_LATE' and step = 1`);
    expect(notice?.text).toMatch(/^A duty to a child is late: interview \(Kent, [^)]*\)\./);
    hub.now += 31 * MINUTE;
    await escalateDue({ database: hub.services.database, clock: () => hub.now, log: { warn: () => undefined, error: () => undefined } });
    expect(await toldLate('mo')).toMatchObject([{ step: 2, notAnsweredBy: 'Not answered by: senior worker.' }]);
    await acknowledgeNotice(hub.services, actor('sal'), { id: notice?.id ?? '' }, hub.now);
    expect((await notices()).every(({ over }) => over)).toBe(true);
    await look(80);
    expect(await notices()).toHaveLength(3);
  });

  test('says that it is late no more once its clock has stopped, and goes from the briefing', async () => {
    await look(73);
    await anInterview(hub, { at: new Date(hub.now).toISOString() });
    await look(74);
    expect((await notices()).every(({ over }) => over)).toBe(true);
    expect(await hub.ingest.rows(`select distinct clock_stopped_at is not null as stopped, acknowledged_by as by from briefing_notice where kind = 'CLOCK_LATE' order by 2`)).toEqual([{ stopped: true, by: 'homeward' }]);
    expect(await toldLate('sal')).toEqual([]);
  });

  test('is history where it was late for more than a week when the hub first looked', async () => {
    await look(72 + 8 * 24);
    expect(await notices()).toEqual([]);
  });

  test('is none that was said not to be owed, and one that runs on after the episode was closed is', async () => {
    hub.goesBy('northmere', 'somerset');
    hub.now = BACK + 2 * HOUR;
    await anInterview(hub, { at: new Date(BACK + HOUR).toISOString() });
    await finaliseEpisode(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, finalised: true, departure: 'Invented.' }, hub.now);
    await look(50);
    expect(new Set((await notices()).map(({ clock }) => clock))).toContain('PAPERWORK');
    await finaliseEpisode(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 1, finalised: true, departure: 'Invented.', notOwed: ['PAPERWORK'] }, hub.now);
    await look(51);
    expect((await notices()).filter(({ clock, over }) => clock === 'PAPERWORK' && !over)).toEqual([]);
  });

  test('is not stopped by a step that is dated before what it follows', async () => {
    hub.goesBy('northmere', 'somerset');
    hub.now = BACK + 2 * HOUR;
    await anInterview(hub, { at: new Date(BACK + HOUR).toISOString() });
    await recordReturnStep(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, step: 'PAPERWORK_RECORDED', at: new Date(BACK + HOUR / 2).toISOString() }, hub.now);
    await look(50);
    expect((await notices()).map(({ clock }) => clock)).toContain('PAPERWORK');
  });
});

describe('of a restricted child', () => {
  const restricting = (...admitted: string[]): Promise<unknown> =>
    restrict(hub.services, actor('mo'), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', allegation: false, admitted }, hub.now);

  test('it is before those alone who are let in, by name', async () => {
    await restricting('mo');
    await look(73);
    expect((await notices()).map(({ to }) => to)).toEqual([['mo@northmere']]);
    expect((await Promise.all(['sal', 'nia', 'hew', 'pim'].map(toldLate))).flat()).toEqual([]);
  });

  test('what waits before a post moves to those who are let in', async () => {
    await look(73);
    await restricting('mo');
    expect(await toldLate('sal')).toEqual([]);
    await look(74);
    expect((await notices()).filter(({ over }) => !over).map(({ to }) => to)).toEqual([['mo@northmere']]);
  });
});

describe('of a child whom one authority placed in the area of another', () => {
  const DUTY_OF_NORTHMERE = ['SENIOR_WORKER:northmere', 'TEAM_MANAGER:northmere', 'HUB_COORDINATOR:northmere'];
  const before = async (): Promise<string[]> => (await notices()).filter(({ over }) => !over).flatMap(({ to }) => to);
  const EVERYBODY_OF_NORTHMERE = ['ren', 'rose', 'sal', 'tess', 'mo', 'mae', 'sia', 'sol', 'nia', 'dot', 'cyd', 'pat', 'cora', 'bea', 'ida', 'ede'];

  test('it is before the host too whose worker has the interview, and no more once nobody of theirs has', async () => {
    await assignWorker(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, revision: 0, worker: 'gus' }, hub.now);
    await look(73);
    expect((await before()).sort()).toEqual([...DUTY_OF_NORTHMERE, 'HUB_COORDINATOR:southvale'].sort());
    expect(await toldLate('hew')).toMatchObject([{ step: 1 }]);
    hub.leaves('gus');
    await look(74);
    expect((await before()).sort()).toEqual([...DUTY_OF_NORTHMERE].sort());
  });

  test('it is before the host alone where the authority that placed the child reads another hub', async () => {
    for (const person of EVERYBODY_OF_NORTHMERE) {
      hub.leaves(person);
    }
    await look(72);
    expect(await before()).toEqual([]);
    await look(73);
    expect(await before()).toEqual(['HUB_COORDINATOR:southvale']);
    await look(74);
    expect(await notices()).toHaveLength(1);
  });

  test('it is not before the host where the agreement says that the authority that placed the child interviews, or where nothing says who does', async () => {
    await look(73);
    expect(await before()).toEqual(DUTY_OF_NORTHMERE);
    await agreeing(hub, { whoInterviews: 'northmere' });
    for (const person of EVERYBODY_OF_NORTHMERE) {
      hub.leaves(person);
    }
    await look(74);
    expect((await before()).filter((to) => to.endsWith('southvale'))).toEqual([]);
  });
});
