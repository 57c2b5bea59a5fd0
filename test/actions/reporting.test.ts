import { randomUUID } from 'node:crypto';
import type { Reported } from '../../src/actions/state-report.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { reportLocated, type ReportLocated } from '../../src/actions/report-located.ts';
import { reportMissing, type ReportMissing } from '../../src/actions/report-missing.ts';
import { reportReturned, type ReportReturned } from '../../src/actions/report-returned.ts';
import { updateRisk, type UpdateRisk } from '../../src/actions/update-risk.ts';
import { fields } from '../gate/a-gate.ts';
import { aMissing } from '../journeys/documents.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
let known: string;
beforeEach(async () => {
  hub = await aDecidingHub();
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode');
  known = found?.id ?? '';
});
afterEach(() => hub.close());

type Sent<Input> = Partial<Input> & { readonly as?: string };
const missing = ({ as = 'hal', ...changed }: Sent<ReportMissing> = {}): Promise<Reported> => {
  const child = changed.id || changed.newChild ? {} : { child: hub.child };
  return reportMissing(hub.services, actor(as), { key: randomUUID(), missingSince: '2025-11-20T06:30:00Z', ...child, ...changed }, MORNING);
};
const located = (episode: string, { as = 'hal', ...changed }: Sent<ReportLocated> = {}): Promise<Reported> =>
  reportLocated(hub.services, actor(as), { key: randomUUID(), episode, at: '2025-11-20T07:00:00Z', ...changed }, MORNING);
const returned = (episode: string, { as = 'hal', ...changed }: Sent<ReportReturned> = {}): Promise<Reported> =>
  reportReturned(hub.services, actor(as), { key: randomUUID(), episode, at: '2025-11-20T07:30:00Z', condition: 'Cold, invented.', debrief: 'Invented talk.', ...changed }, MORNING);
const assess = (episode: string, { as = 'sia', ...changed }: Sent<UpdateRisk> = {}): Promise<Reported> =>
  updateRisk(hub.services, actor(as), { key: randomUUID(), episode, risk: 'HIGH', why: 'Invented grounds.', ...changed }, MORNING);

const aMissingAgain = (): ReturnType<typeof aMissing> =>
  aMissing({
    'Header/MessageId': 'M-9',
    'Header/SentAt': '2025-11-20T07:00:00Z',
    'Report/MisperId': 'MP-2',
    'Report/MissingSince': '2025-11-20T06:35:00Z',
    'Report/Circumstances': 'Told by the police.',
    'Care/PlacementURN': 'SC900001',
    'Care/HostAuthority': 'E99000002',
  });
const operation = { name: 'ATest', hash: 'a hash' };
const EPISODE = fields('status', 'risk', 'circumstances', 'returnCondition', 'assessedRisks', 'policeReferences');
const REPORT = { HomeReport: fields('matter', 'circumstances', 'condition', 'debrief', 'revision') };
const reads = async (who: string, id: string): Promise<Record<string, unknown> | null> => {
  const wanted = { Episode: [...EPISODE, { name: 'homeReports', key: 'homeReports', first: 10, sub: REPORT }, { name: 'reports', key: 'reports' }] };
  return hub.gate.row(actor(who).viewer, { root: { name: 'episode', id }, wanted, operation, now: MORNING });
};
const shown = async (record: string): Promise<Record<string, unknown> | undefined> =>
  (await hub.ingest.rows(`select e.status, e.risk, e.is_open, c.circumstances from episode e join episode_circumstances c using (id) where e.record_ids @> array[$1::uuid]`, [record]))[0];
const atOnce = (about: string): Promise<unknown[]> => hub.ingest.rows(`select "to" from briefing_notice where about = $1 and kind = 'CHILD_MISSING' and alert is null order by 1`, [about]);
const episodes = async (): Promise<number> => (await hub.ingest.rows('select 1 from episode')).length;

describe('a home that reports its child missing', () => {
  test('makes an open episode of its own placement, and tells the coordinator and the duty team', async () => {
    const { episode, child, revision } = await missing({ circumstances: 'Left by an invented window.' });
    expect({ child, revision }).toEqual({ child: hub.child, revision: 1 });
    expect(await shown(episode)).toMatchObject({ status: 'MISSING', is_open: true, circumstances: 'Left by an invented window.' });
    expect(await atOnce(episode)).toEqual(expect.arrayContaining([{ to: ['EDT:northmere'] }, { to: ['HUB_COORDINATOR:northmere'] }]));
  });

  test('tells the police of the area, and no other force', async () => {
    const { episode } = await missing({ circumstances: 'Invented.' });
    expect(await reads('pim', episode)).toMatchObject({ status: 'MISSING', circumstances: 'Invented.' });
    expect(await reads('gil', episode)).toBeNull();
  });

  test('reads what it reported itself, and nothing of what others reported', async () => {
    const { episode } = await missing({ circumstances: 'What the home saw.' });
    await missing({ as: 'sal', circumstances: 'What the authority knows.' });
    const row = await reads('hal', episode);
    expect(row).toMatchObject({ status: 'MISSING', homeReports: [{ matter: 'MISSING', circumstances: 'What the home saw.', revision: 1 }] });
    expect(JSON.stringify(row)).not.toContain('What the authority knows.');
    expect(row).not.toHaveProperty('circumstances', expect.any(String));
  });

  test('and the police’s own message later are one episode, both sources side by side', async () => {
    const { episode } = await missing({ missingSince: '2025-11-20T06:30:00Z', circumstances: 'What the home saw.' });
    await hub.tell(aMissingAgain());
    expect(await episodes()).toBe(2);
    const row = await reads('nia', episode);
    expect(row).toMatchObject({ circumstances: 'Told by the police.', reports: [{ originator: 'larkfield', circumstances: 'What the home saw.' }] });
    expect(JSON.stringify(await reads('hal', episode))).not.toContain('Told by the police.');
  });

  test('corrects it at the revision it read, and withdraws what was a mistake', async () => {
    const { id, episode } = await missing({ circumstances: 'First.' });
    expect(await missing({ id, revision: 1, circumstances: 'Second.' })).toMatchObject({ id, revision: 2 });
    expect(await shown(episode)).toMatchObject({ circumstances: 'Second.' });
    await expect(missing({ id, revision: 1 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await missing({ id, revision: 2, withdraw: true });
    expect(await shown(episode)).toBeUndefined();
    await expect(missing({ id, revision: 3 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is answered the same for the same key, and refused another content under it', async () => {
    const key = randomUUID();
    const first = await missing({ key });
    expect(await missing({ key })).toEqual(first);
    await expect(missing({ key, circumstances: 'Another.' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  const since = async (episode: string) => (await hub.ingest.rows<{ since: string }>(`select missing_since ->> 'from' as since from episode where $1 = any(record_ids)`, [episode]))[0]?.since;
  test.each([
    ['2025-11-20T08:02:00Z', []],
    ['2025-11-20T08:05:00Z', []],
    ['2025-11-20T08:05:01Z', [expect.stringContaining('"missingSince" lies ahead') as string]],
    ['2025-11-21T08:00:00Z', [expect.stringContaining('"missingSince" lies ahead') as string]],
  ])('is kept as of now where a clock is fast: %s', async (missingSince, said) => {
    const { episode, warnings } = await missing({ missingSince });
    expect(warnings.filter((warning) => warning.includes('lies ahead'))).toEqual(said);
    expect(Date.parse((await since(episode)) ?? '')).toBe(MORNING);
  });
  test('is refused a time to come by name and without its words', async () => {
    await expect(missing({ missingSince: '2025-11-21T08:00:01Z' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"missingSince"') as unknown });
    await expect(missing({ missingSince: null })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"missingSince"') as unknown });
    await expect(missing({ child: null })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('"newChild"') as unknown });
  });
});

describe('who reports and changes', () => {
  test('nobody changes or withdraws what another reported', async () => {
    const { id } = await missing();
    await expect(missing({ as: 'nia', id, revision: 1, withdraw: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(missing({ as: 'ash', id, revision: 1, withdraw: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(missing({ as: 'hal', id: randomUUID(), revision: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('not who does not see the child, nor who sees it and has no part in it', async () => {
    await expect(missing({ as: 'ash' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(missing({ as: 'gil' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(missing({ as: 'mo' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(assess(known, { as: 'bea' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('business support, typing from an e-mail, twice: one episode, and it is said', async () => {
    const first = await missing({ as: 'bea' });
    const second = await missing({ as: 'sal', missingSince: '2025-11-20T06:40:00Z' });
    expect(second.warnings).toContainEqual(expect.stringContaining('already'));
    expect(second.episode).toBe(first.episode);
    expect(await episodes()).toBe(2);
  });

  test('a carer speaks for themselves, not for the authority that approved them', async () => {
    const carer = { key: randomUUID(), child: hub.child, revision: 0, relationship: 'CARER', holder: 'cora', agency: 'northmere' } as const;
    await recordRelationship(hub.services, actor('nia'), carer, MORNING);
    const { episode } = await missing({ as: 'bea', circumstances: 'Typed at the office.' });
    await missing({ as: 'cora', circumstances: 'Seen by the carer.' });
    expect(await reads('cora', episode)).toMatchObject({ homeReports: [{ circumstances: 'Seen by the carer.' }] });
    const { id } = await located(episode, { as: 'bea' });
    await expect(located(episode, { as: 'cora', id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('located and returned', () => {
  test('Statutory guidance 2014, paragraph 32: that a child is back, reported when the news of it is old, is before the coordinators of the responsible authority and of the host, once, and whoever reported it is told nothing', async () => {
    const { episode } = await missing();
    const kinds = async (who: string): Promise<unknown[]> => (await toldOf(hub, who, MORNING)).map(({ kind }) => kind).filter((kind) => kind === 'RETURNED');
    const { id } = await returned(episode);
    expect([await kinds('nia'), await kinds('hew'), await kinds('hal')]).toEqual([['RETURNED'], ['RETURNED'], []]);
    await returned(episode, { id, revision: 1, condition: 'Warm, invented.' });
    expect(await kinds('nia')).toEqual(['RETURNED']);
    await returned(episode, { id, revision: 2, withdraw: true });
    expect([await kinds('nia'), await kinds('hew')]).toEqual([[], []]);
  });

  test('a report that a child is missing, withdrawn, is before nobody any more', async () => {
    const { id } = await missing();
    expect((await toldOf(hub, 'nia', MORNING)).map(({ kind }) => kind)).toEqual(['CHILD_MISSING']);
    await missing({ id, revision: 1, withdraw: true });
    expect([await toldOf(hub, 'nia', MORNING), await toldOf(hub, 'sal', MORNING)]).toEqual([[], []]);
  });

  test('located is not returned', async () => {
    const { episode } = await missing();
    expect((await located(episode, { place: 'An invented station', how: 'By an invented friend' })).warnings).toContainEqual(expect.stringContaining('not returned'));
    expect(await shown(episode)).toMatchObject({ status: 'LOCATED', is_open: true });
    await returned(episode);
    expect(await shown(episode)).toMatchObject({ status: 'RETURNED', is_open: false });
  });

  test('the home reads in what condition the child came back, whoever says so, and its own debrief', async () => {
    const { episode } = await missing();
    await returned(episode, { as: 'sal', condition: 'Tired, invented.', debrief: 'For the authority alone.' });
    expect(await reads('hal', episode)).toMatchObject({ returnCondition: 'Tired, invented.', homeReports: [{ matter: 'MISSING' }] });
    await returned(episode);
    const row = await reads('hal', episode);
    expect(row).toMatchObject({ returnCondition: 'Cold, invented.', homeReports: [{ debrief: 'Invented talk.', condition: 'Cold, invented.' }, { matter: 'MISSING' }] });
    expect(JSON.stringify(row)).not.toContain('For the authority alone.');
    expect(await reads('ash', episode)).toBeNull();
  });

  test('of an episode that only the police reported stands with theirs, whatever its time', async () => {
    await returned(known, { as: 'sal', at: '2025-11-01T06:00:00Z' });
    expect(await episodes()).toBe(1);
    expect(await shown(known)).toMatchObject({ status: 'RETURNED' });
  });

  test('before being missed is kept, and said; by a day or a year it ends no search, whoever else reported the child missing', async () => {
    const { episode } = await missing();
    for (const [at, as] of [['2024-11-20T07:30:00Z', 'sal'], ['2025-11-19T06:00:00Z', 'hal']] as const) {
      const { id, warnings } = await returned(episode, { as, at });
      expect(warnings).toContainEqual(expect.stringContaining('before being missed: it ends nothing'));
      expect(await shown(episode)).toMatchObject({ status: 'MISSING', is_open: true });
      await returned(episode, { as, id, revision: 1, at: '2025-11-20T07:40:00Z' });
      expect(await shown(episode)).toMatchObject({ status: 'RETURNED', is_open: false });
      await returned(episode, { as, id, revision: 2, withdraw: true });
    }
  });

  test('withdrawn, the child is missing still', async () => {
    const { episode } = await missing();
    const { id } = await returned(episode);
    await returned(episode, { id, revision: 1, withdraw: true });
    expect(await shown(episode)).toMatchObject({ status: 'MISSING', is_open: true });
  });

  test('a return withdrawn from another system’s episode leaves that as it was', async () => {
    const before = await shown(known);
    const { id } = await returned(known, { as: 'sal' });
    await returned(known, { as: 'sal', id, revision: 1, withdraw: true });
    expect(await shown(known)).toEqual(before);
    expect(await episodes()).toBe(1);
  });
});

describe('risk', () => {
  test('another’s assessment stands beside the police’s and never in its place', async () => {
    await assess(known, { as: 'pim', risk: 'MEDIUM', word: 'Medium', why: null });
    const { warnings } = await assess(known);
    expect(warnings).toEqual([]);
    expect(await reads('nia', known)).toMatchObject({ risk: 'MEDIUM', assessedRisks: [{ agency: 'northmere', risk: 'HIGH', why: 'Invented grounds.' }] });
  });

  test('is somebody’s assessment while the police state none', async () => {
    const { episode } = await missing();
    await assess(episode, { as: 'hal', risk: 'MEDIUM' });
    expect(await shown(episode)).toMatchObject({ risk: 'MEDIUM' });
    await assess(episode, { as: 'pim', risk: 'LOW' });
    expect(await shown(episode)).toMatchObject({ risk: 'LOW' });
  });

  test('the police’s hub record is no reference of theirs', async () => {
    const { episode } = await missing({ as: 'pim' });
    expect(await reads('nia', episode)).toMatchObject({ policeReferences: [] });
  });
});
