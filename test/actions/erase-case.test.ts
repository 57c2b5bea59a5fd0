import { randomUUID } from 'node:crypto';
import { closeAction } from '../../src/actions/close-action.ts';
import { dryErasure, eraseRecord, type ErasureServices } from '../../src/actions/erase-records.ts';
import { keepRetention } from '../../src/actions/keep-retention.ts';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { requestRiskAssessment } from '../../src/actions/request-risk-assessment.ts';
import { setAction } from '../../src/actions/set-action.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { asOwner } from '../../src/store/as-owner.ts';
import { setHold } from '../../src/store/write/erase/legal-hold-store.ts';
import { aDecidingHub, anInterview, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { answer, raise } from './concerns.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

const DAY = 86_400_000;
const PAIR = { by: 'ray', second: 'meg', agency: 'northmere', now: MORNING } as const;
const DECIDED = ['CASE_ACTION', 'CASE_ACTION_OUTCOME', 'CASE_RECORD', 'CONCERN', 'CONCERN_ANSWER', 'RETURN_STEP'];

let hub: DecidingHub;
let services: ErasureServices;
let episode: string;
beforeEach(async () => {
  hub = await aDecidingHub();
  services = { ownerUrl: hub.ingest.ownerUrl, refold: hub.services.refold };
  [{ id: episode } = { id: '' }] = await hub.ingest.rows<{ id: string }>('select id from episode');
});
afterEach(() => hub.close());

const acting = (who: string, child: object) => setAction(hub.services, actor(who), { key: randomUUID(), child: hub.child, what: 'Invented Task', owner: 'ren@northmere', due: '2025-11-20T17:00:00Z', ...child }, hub.now);
const stepping = (words: string, changed: object = {}) => recordReturnStep(hub.services, actor('sal'), { key: randomUUID(), episode, step: 'CONTACT_MADE', at: '2025-11-20', words, ...changed }, hub.now);
const writing = (changed: object) => recordCaseRecord(hub.services, actor('sal'), { key: randomUUID(), episode, record: 'STRATEGY_DISCUSSION', at: '2025-11-20', words: 'Invented Record', ...changed }, hub.now);
const eraseIt = (record: string, scope: 'RECORD' | 'CHILD' = 'RECORD') => eraseRecord(services, { ...PAIR, record, scope, reason: 'ordered' });
/** What is left in the hub of what these decisions were about: by kind, the rows shown, and the notices. */
const left = async () => {
  const decisions = await hub.ingest.rows<{ kind: string }>('select kind from decision where kind = any ($1) order by kind', [DECIDED]);
  const rows = await hub.ingest.rows<{ name: string }>(`select 'concern' as name from concern union all select 'case_action' from case_action union all select 'case_record' from case_record union all select 'return_step' from return_step`);
  const notices = await hub.ingest.rows<{ kind: string }>(`select kind from briefing_notice where kind in ('CONCERN', 'ACTION') or alert is not null`);
  return { decisions: decisions.map(({ kind }) => kind), rows: rows.map(({ name }) => name), notices: notices.length };
};
const NOTHING = { decisions: [], rows: [], notices: 0 };
const everywhere = async (words: string): Promise<number> => (await hub.ingest.rows('select from decision where payload::text like $1', [`%${words}%`])).length;

/** Heard in an interview: a concern with its answer, what was set and written for it. */
async function heard(): Promise<{ interview: string; concern: string; action: string }> {
  const interview = (await anInterview(hub)).id;
  const concern = await raise(hub, { interview, words: 'Invented Secret' });
  const { action } = await answer(hub, concern.id, { owner: 'ren@northmere' });
  await closeAction(hub.services, actor('ren'), { key: randomUUID(), action, revision: 0, state: 'DONE', outcome: 'Invented Outcome' }, hub.now);
  await acting('sal', { comesFrom: interview });
  await writing({ record: 'RISK_REVIEW', concern: concern.id });
  return { interview, concern: concern.id, action };
}

describe('what was heard in an interview goes with it', () => {
  test('when it is erased: the concern, its answer, what was set and written for it, and the notices, each with its tombstone', async () => {
    const { interview, concern, action } = await heard();
    const before = (await left()).decisions;
    expect(before).toEqual(['CASE_ACTION', 'CASE_ACTION', 'CASE_ACTION_OUTCOME', 'CASE_RECORD', 'CONCERN', 'CONCERN_ANSWER', 'RETURN_STEP']);
    const { plan } = await dryErasure(services, { record: interview, scope: 'RECORD', agency: 'northmere' });
    expect(plan.decisions).toBe(before.length);
    await eraseIt(interview);
    expect(await left()).toEqual(NOTHING);
    expect(await hub.ingest.rows(`select hash from tombstone where kind = 'DECISION' and hash = any ($1)`, [[concern, action]])).toHaveLength(2);
    expect(await hub.ingest.rows('select id from child')).toHaveLength(1);
  });

  test('when its time is over, and not before, and not under a hold', async () => {
    await heard();
    const directory = (): Directory => {
      const kept = aDirectoryOfPeople();
      const own = kept.agencies.get('northmere');
      return own === undefined ? kept : { ...kept, agencies: new Map([...kept.agencies, ['northmere', { ...own, retentionDays: { INTERVIEW: 30 } }]]) };
    };
    const keep = (days: number) => keepRetention({ ...services, directory }, { ...PAIR, now: MORNING + days * DAY, apply: true });
    const before = await left();
    await keep(20);
    expect(await left()).toEqual(before);
    await asOwner(services.ownerUrl ?? '', (em) => setHold(em, { id: randomUUID(), child: hub.child, reason: 'inquiry' }, PAIR));
    await keep(40);
    expect(await left()).toEqual(before);
    await hub.ingest.rows('update legal_hold set lifted_by = set_by, lifted_with = set_with, lifted_at = set_at');
    await keep(40);
    expect(await left()).toEqual(NOTHING);
  });

  test('and what was heard without one stays', async () => {
    const { interview } = await heard();
    await raise(hub, { words: 'Another Secret' });
    await acting('sal', { what: 'Another Task' });
    await eraseIt(interview);
    expect((await left()).decisions).toEqual(['CASE_ACTION', 'CONCERN']);
    expect([await everywhere('Invented Secret'), await everywhere('Another Secret')]).toEqual([0, 1]);
  });
});

test('what was done and written of an episode goes with it, and so does what came from that', async () => {
  await stepping('Invented Step');
  const record = await writing({});
  await acting('sal', { comesFrom: record.id });
  await acting('sal', { comesFrom: episode });
  const [police] = await hub.ingest.rows<{ id: string }>(`select id from record where kind = 'episode'`);
  await eraseIt(police?.id ?? '');
  expect(await left()).toEqual(NOTHING);
});

describe('one of them alone', () => {
  test('is erased by its own id, with every revision of it', async () => {
    const step = await stepping('Wrong Child');
    const mended = await stepping('Wrong Child again', { id: step.id, revision: 1 });
    await stepping('Right Child');
    await eraseIt(mended.id);
    expect([await everywhere('Wrong Child'), await everywhere('Right Child')]).toEqual([0, 1]);
    expect((await left()).rows).toEqual(['return_step']);
  });

  test('is a concern with what hangs from it', async () => {
    const { concern } = await heard();
    await eraseIt(concern);
    // What was set for the interview itself stays with it.
    expect((await left()).decisions).toEqual(['CASE_ACTION']);
    expect(await hub.ingest.rows('select id from interview')).toHaveLength(1);
  });

  test('is under its hold, and nobody else’s to erase', async () => {
    const { concern } = await heard();
    await expect(eraseRecord(services, { ...PAIR, agency: 'southvale', record: concern, scope: 'RECORD', reason: 'ordered' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await asOwner(services.ownerUrl ?? '', (em) => setHold(em, { id: randomUUID(), child: hub.child, reason: 'inquiry' }, PAIR));
    await expect(eraseIt(concern)).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
  });
});

test('a child of whom somebody decided something younger than its time is kept', async () => {
  const directory = (): Directory => {
    const kept = aDirectoryOfPeople();
    const own = kept.agencies.get('northmere');
    return own === undefined ? kept : { ...kept, agencies: new Map([...kept.agencies, ['northmere', { ...own, retentionDays: { CHILD: 30 } }]]) };
  };
  const due = async (at: number): Promise<number | undefined> => (await keepRetention({ ...services, directory }, { ...PAIR, now: at, apply: false })).find(({ kept }) => kept === 'CHILD')?.due;
  await hub.ingest.rows(`update placement set until_at = '2025-11-20'`);
  await hub.ingest.rows(`update observation set recorded_at = '2025-11-20'`);
  expect(await due(MORNING + 40 * DAY)).toBe(1);
  hub.now = MORNING + 35 * DAY;
  await acting('sal', { due: '2025-12-31T17:00:00Z' });
  await hub.ingest.rows(`update placement set until_at = '2025-11-20'`);
  expect(await due(MORNING + 40 * DAY)).toBe(0);
  expect(await due(MORNING + 70 * DAY)).toBe(1);
});

test('that a host asked for a risk assessment of a child is gone with the child, and so is what is told of it', async () => {
  await requestRiskAssessment(hub.services, actor('hew'), { key: randomUUID(), episode }, hub.now);
  const asked = () => hub.ingest.rows(`select r.id from assessment_request r union all select id from briefing_notice where kind = 'RISK_ASSESSMENT_ASKED'`);
  expect((await asked()).length).toBeGreaterThan(1);
  const [{ record } = { record: '' }] = await hub.ingest.rows<{ record: string }>(`select id as record from record where kind = 'person'`);
  await eraseIt(record, 'CHILD');
  expect(await asked()).toEqual([]);
});
