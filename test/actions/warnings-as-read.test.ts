import { randomUUID } from 'node:crypto';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { letParentIn } from '../../src/actions/let-parent-in.ts';
import { recordCaseRecord, type RecordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordInterview } from '../../src/actions/record-interview.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { recordRelationship } from '../../src/actions/record-relationship.ts';
import { recordReturnStep } from '../../src/actions/record-return-step.ts';
import { restrict } from '../../src/actions/restrict.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import { anInterview, MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { raise } from './concerns.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
});
afterEach(() => hub.close());

/** An interview that only the two managers and Sal may see. */
const closedInterview = async (changed: Parameters<typeof anInterview>[1] = {}): Promise<string> => {
  const { id } = await anInterview(hub, { at: '2025-11-20T07:00:00Z', interviewer: 'sal', ...changed });
  await restrict(hub.services, actor('mo'), { key: randomUUID(), interview: id, revision: 0, restricted: true, reason: 'Invented.', admitted: ['mo', 'mae', 'sal'] }, hub.now);
  return id;
};
/** What Sal writes of a concern out of an interview that is closed. */
const closedRecord = async (changed: Pick<RecordCaseRecord, 'record'> & Partial<RecordCaseRecord>) => {
  const { id } = await raise(hub, { as: 'sal', interview: await closedInterview() });
  return recordCaseRecord(hub.services, actor('sal'), { key: randomUUID(), episode: hub.episode, at: '2025-11-20T07:30:00Z', outcome: 'Invented.', concern: id, ...changed }, hub.now);
};
/** Once as it is, and once with what is hidden from whoever asks beside it. */
const twice = async (work: () => Promise<unknown>, hidden: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const without = await work();
  await hidden();
  hub.now += MINUTE;
  return [without, await work()];
};

const assigning = async (): Promise<unknown> => {
  const key = randomUUID();
  const standing = await hub.ingest.rows<{ n: number }>(`select count(*)::int as n from decision where kind = 'ASSIGNMENT' and payload ->> 'worker' = 'rose@northmere'`);
  const { previousWorker, warnings } = await assignWorker(hub.services, actor('nia'), { key, child: hub.child, revision: standing[0]?.n ?? 0, worker: 'rose', independentOfPlacement: 'YES', independentOfAuthority: 'YES' }, hub.now);
  return { previousWorker, warnings };
};
const finalising = async (who = 'nia'): Promise<unknown> => {
  const standing = await hub.ingest.rows<{ n: number }>(`select count(*)::int as n from decision where kind = 'FINALISED'`);
  return (await finaliseEpisode(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, revision: standing[0]?.n ?? 0, finalised: true }, hub.now)).warnings;
};

describe('a warning is worked out of nothing its reader does not read', () => {
  test('who interviewed the child before, of an interview that is closed to the coordinator', async () => {
    hub.goesBy('northmere', 'birmingham');
    const [without, beside] = await twice(assigning, () => closedInterview());
    expect(beside).toEqual(without);
  });

  test('a screen for exploitation in an interview, or hung from a concern, that is closed to the coordinator', async () => {
    hub.goesBy('northmere', 'somerset');
    const [without, beside] = await twice(finalising, async () => {
      await closedInterview({ answers: { ceScreen: 'Invented.' } });
      await closedRecord({ record: 'CE_SCREEN' });
    });
    expect(without).toContainEqual(expect.stringContaining('the screen for exploitation is missing (Somerset 4.12)'));
    expect(beside).toEqual(without);
  });

  test('that is there for whoever reads it', async () => {
    hub.goesBy('northmere', 'somerset');
    await closedRecord({ record: 'CE_SCREEN' });
    expect(await finalising('sal')).not.toContainEqual(expect.stringContaining('screen'));
  });

  test('whether a form is done before the end, of an interview that is closed to the coordinator', async () => {
    hub.goesBy('northmere', 'kent');
    const [without, beside] = await twice(finalising, () => closedInterview());
    expect(without).toContainEqual(expect.stringContaining('the episode is finalised before the form is done'));
    expect(beside).toEqual(without);
  });

  test('whether a child lives independently, which is told to the decision-maker alone', async () => {
    hub.goesBy('northmere', 'somerset');
    await hub.wasBorn('2008-05-06');
    await recordRelationship(hub.services, actor('nia'), { key: randomUUID(), child: hub.child, revision: 0, relationship: 'DECISION_MAKER', holder: 'sia' }, hub.now);
    const letter = async (who: string): Promise<unknown> =>
      (await recordReturnStep(hub.services, actor(who), { key: randomUUID(), episode: hub.episode, step: 'LETTER_SENT', addressee: 'PARENT_OR_CARER', at: '2025-11-20T07:30:00Z' }, hub.now)).warnings;
    const letIn = { key: randomUUID(), child: hub.child, revision: 0, parent: 'pat@northmere', standing: 'RESPONSIBILITY', safeToInform: 'YES', childAsked: true, livesIndependently: true } as const;
    const [without, beside] = await twice(() => letter('ren'), () => letParentIn(hub.services, actor('sia'), letIn, hub.now));
    expect(beside).toEqual(without);
    expect(await letter('sia')).toEqual(['by age the letter goes to the child alone (Somerset 4.6)']);
  });

  test('how often a child refused, of an interview that is closed to the worker', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const offering = async (): Promise<unknown> =>
      (await recordOffer(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [hub.episode], at: '2025-11-20T07:30:00Z', offeredTo: 'CHILD', outcome: 'DECLINED_BY_PARENT' }, hub.now)).warnings;
    const [without, beside] = await twice(offering, () => closedInterview({ state: 'REFUSED', answers: {} }));
    expect(beside).toEqual(without);
  });

  test('how many forms there are, of an interview that is closed to the worker', async () => {
    hub.goesBy('northmere', 'birmingham');
    const interviewing = async (): Promise<unknown> =>
      (await recordInterview(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [hub.episode], state: 'COMPLETED', at: '2025-11-20T07:40:00Z', answers: { independentOfPlacement: 'YES', independentOfAuthority: 'YES' } }, hub.now)).warnings;
    const [without, beside] = await twice(interviewing, () => closedInterview());
    expect(beside).toEqual(without);
  });
});

test('that the risk was considered is as closed as the review that shows it: only those who read the concern see the step', async () => {
  await closedRecord({ record: 'RISK_REVIEW' });
  const [step] = await hub.ingest.rows<{ id: string }>(`select id from return_step where step = 'RISK_CONSIDERED'`);
  const reads = async (who: string): Promise<Row | null> => hub.step(who, step?.id ?? '');
  expect([await reads('nia'), await reads('ren'), await reads('sia')]).toEqual([null, null, null]);
  expect(await reads('mae')).toMatchObject({ step: 'RISK_CONSIDERED' });
  const open = await recordCaseRecord(hub.services, actor('sal'), { key: randomUUID(), episode: hub.episode, record: 'RISK_REVIEW', at: '2025-11-20T07:35:00Z', outcome: 'Invented.' }, hub.now);
  const rows = await hub.gate.row(actor('nia').viewer, { root: { name: 'episode', id: hub.episode }, wanted: { Episode: [{ name: 'returnSteps', key: 'returnSteps', first: 5, sub: { ReturnStep: fields('step') } }] }, operation: { name: 'ATest', hash: 'a hash' }, now: hub.now });
  expect([open.warnings, rows?.['returnSteps']]).toEqual([[], [{ step: 'RISK_CONSIDERED' }]]);
});
