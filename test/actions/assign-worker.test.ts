import { randomUUID } from 'node:crypto';
import { assignWorker, type AssignWorker, type WorkerAssigned } from '../../src/actions/assign-worker.ts';
import { recordAttempt } from '../../src/actions/record-attempt.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { anInterview, MINUTE } from './a-deciding-hub.ts';
import { aPractisedHub, type PractisedHub } from './a-practised-hub.ts';
import { actor } from './some-people.ts';

let hub: PractisedHub;
beforeEach(async () => {
  hub = await aPractisedHub();
});
afterEach(() => hub.close());

const assigning = (changed: Partial<AssignWorker> = {}, who = 'nia'): Promise<WorkerAssigned> => {
  hub.now += MINUTE;
  return assignWorker(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, worker: 'rose', ...changed }, hub.now);
};
const steps = (): Promise<unknown[]> => hub.ingest.rows(`select addressee from return_step where step = 'WORKER_ASSIGNED'`);

describe('giving a return to a worker', () => {
  test('is a step of the return too, with what is recorded of the worker', async () => {
    const said = { independentOfPlacement: 'YES', independentOfAuthority: 'NO', capacity: 'RETURN_WORKER', chosenByChild: true, departure: 'She asked for Rose, invented.' } as const;
    const { step, id } = await assigning({ episode: hub.episode, ...said });
    expect(await hub.step('nia', step ?? '')).toMatchObject({
      step: 'WORKER_ASSIGNED',
      addressee: 'rose@northmere',
      outcome: 'independentOfPlacement YES; independentOfAuthority NO; capacity RETURN_WORKER; chosenByChild YES',
      departure: 'She asked for Rose, invented.',
      by: 'nia@northmere',
      at: { from: new Date(hub.now).toISOString() },
    });
    const [kept] = await hub.ingest.rows<{ payload: object }>('select payload from decision where id = $1', [id]);
    expect(kept?.payload).toMatchObject({ worker: 'rose@northmere', ...said });
  });

  test('is told to the worker at once, and that they are to go today where the coordinator asked for a visit on this day (Birmingham)', async () => {
    const told = () => hub.ingest.rows<{ to: string[]; text: string }>(`select "to", text from briefing_notice where kind = 'ASSIGNED' order by raised_at`);
    await assigning({ episode: hub.episode });
    expect(await told()).toEqual([{ to: ['rose@northmere'], text: expect.stringContaining('given to you') as string }]);
    await triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'SAME_DAY_VISIT' }, (hub.now += MINUTE));
    expect((await told()).slice(1).map(({ to, text }) => [to, text.includes('today, by the end of the day')]).sort()).toEqual([[['ren@northmere'], true], [['rose@northmere'], true]]);
    await assigning({ worker: 'ren', revision: 1, episode: hub.episode });
    expect((await told()).at(-1)).toEqual({ to: ['ren@northmere'], text: expect.stringContaining('today, by the end of the day') as string });
    hub.now += 24 * 60 * MINUTE;
    await assigning({ worker: 'ren', revision: 2, episode: hub.episode });
    expect((await told()).at(-1)).toEqual({ to: ['ren@northmere'], text: expect.stringContaining('given to you') as string });
  });

  test('that begins later is said to the coordinator, and told to the worker as to come, whatever was asked for today', async () => {
    await triageReturn(hub.services, actor('nia'), { key: randomUUID(), episode: hub.episode, revision: 0, outcome: 'SAME_DAY_VISIT' }, (hub.now += MINUTE));
    const { warnings } = await assigning({ episode: hub.episode, from: new Date(hub.now + 30 * 60 * MINUTE).toISOString() });
    expect(warnings).toContainEqual(expect.stringContaining('until then the worker does not see the return'));
    expect(await hub.ingest.rows(`select text from briefing_notice where kind = 'ASSIGNED' and 'rose@northmere' = any("to")`)).toEqual([{ text: expect.stringContaining('at a later time') as string }]);
    expect((await assigning({ revision: 1, episode: hub.episode })).warnings).not.toContainEqual(expect.stringContaining('begins at'));
  });

  test('takes a worker with their agency or without, and says so where the two differ', async () => {
    await assigning({ worker: 'rose@northmere' });
    const [kept] = await hub.ingest.rows<{ payload: object }>(`select payload from decision where kind = 'ASSIGNMENT' order by at desc limit 1`);
    expect(kept?.payload).toMatchObject({ worker: 'rose@northmere' });
    await expect(assigning({ worker: 'gus@southvale', revision: 1 })).rejects.toMatchObject({ code: 'BAD_INPUT', message: '"worker" names somebody of another agency than "agency" says, or than yours where it is left out.' });
  });

  test('may give it to the child’s own social worker (Kent; West Sussex out of the county), who offers, tries and interviews, and to no other', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const { step, warnings } = await assigning({ worker: 'sia', capacity: 'SOCIAL_WORKER', independentOfPlacement: 'YES', episode: hub.episode });
    expect(await hub.step('nia', step ?? '')).toMatchObject({ addressee: 'sia@northmere' });
    expect(warnings).toEqual([]);
    const offered = { key: randomUUID(), child: hub.child, episodes: [hub.episode], at: '2025-11-20T08:01:00Z', offeredTo: 'CHILD' } as const;
    const offer = await recordOffer(hub.services, actor('sia'), offered, hub.now);
    const tried = { key: randomUUID(), offer: offer.id, at: '2025-11-20T08:02:00Z', method: 'PHONE', endedIt: false } as const;
    expect(await recordAttempt(hub.services, actor('sia'), tried, hub.now + 2 * MINUTE)).toMatchObject({ child: hub.child });
    expect(await anInterview(hub, { offer: offer.id }, 'sia')).toMatchObject({ child: hub.child });
    for (const worker of ['sol', 'mo']) {
      await expect(assigning({ worker })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('own social worker') as string });
    }
    await expect(recordOffer(hub.services, actor('sol'), { ...offered, key: randomUUID() }, hub.now)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('of no episode, or that is over, is no step', async () => {
    expect(await assigning()).toMatchObject({ step: null });
    expect(await assigning({ revision: 1, episode: hub.episode, from: '2025-11-20T07:00:00Z', until: '2025-11-20T07:30:00Z' })).toMatchObject({ step: null });
    expect(await steps()).toEqual([]);
  });

  test('again to the next, and the former ended, leaves both as steps and one as worker', async () => {
    await assigning({ episode: hub.episode });
    await assigning({ worker: 'ren', revision: 1, until: new Date(hub.now).toISOString(), from: '2025-11-20T07:00:00Z' });
    expect(await steps()).toEqual([{ addressee: 'rose@northmere' }]);
    const [row] = await hub.ingest.rows<{ named: string[] }>('select named from child');
    expect(row?.named).toContain('WORKER:rose@northmere');
  });

  test('of an episode that is not this child’s is refused, and nothing is stored', async () => {
    await expect(assigning({ episode: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await hub.ingest.rows<{ named: string[] }>('select named from child'))[0]?.named).not.toContain('WORKER:rose@northmere');
  });

  test('at a revision that somebody else has replaced stores neither', async () => {
    await assigning();
    await expect(assigning({ episode: hub.episode })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await steps()).toEqual([]);
  });

  test('sent again with the same key gets the first answer', async () => {
    const key = randomUUID();
    const first = await assigning({ key, episode: hub.episode });
    expect(await assigning({ key, episode: hub.episode })).toEqual(first);
    expect(await steps()).toHaveLength(1);
  });

  test('by the host gives it to its own worker', async () => {
    const { step } = await assigning({ worker: 'gus', episode: hub.episode }, 'hew');
    expect(await hub.step('hew', step ?? '')).toMatchObject({ addressee: 'gus@southvale' });
  });
});

describe('the worker of before', () => {
  test('is who held the last interview, else who was assigned before', async () => {
    expect(await assigning()).toMatchObject({ previousWorker: 'ren@northmere' });
    await anInterview(hub, { interviewer: 'sal' }, 'ren');
    expect(await assigning({ revision: 1 })).toMatchObject({ previousWorker: 'sal@northmere' });
  });

  test('is not told to a host, but of its own service', async () => {
    await anInterview(hub);
    expect(await assigning({ worker: 'gus' }, 'hew')).toMatchObject({ previousWorker: null });
    await anInterview(hub, {}, 'gus');
    expect(await assigning({ worker: 'gus', revision: 1 }, 'hew')).toMatchObject({ previousWorker: 'gus@southvale' });
  });

  test('who was assigned and never interviewed is suggested, and nobody is said to have interviewed', async () => {
    hub.goesBy('northmere', 'birmingham');
    const { previousWorker, warnings } = await assigning({ independentOfPlacement: 'YES', independentOfAuthority: 'YES' });
    expect({ previousWorker, warnings }).toEqual({ previousWorker: 'ren@northmere', warnings: [] });
  });

  test('who left is suggested no more', async () => {
    hub.leaves('ren');
    expect(await assigning()).toMatchObject({ previousWorker: null });
  });
});

describe('what the practice asks of who interviews', () => {
  const BHM = '(Birmingham 2022, Planning)';
  const INDEPENDENT = { independentOfPlacement: 'YES', independentOfAuthority: 'YES' } as const;

  test('Birmingham 2022, Planning: independence of both is recorded, unless the child chose', async () => {
    hub.goesBy('northmere', 'birmingham');
    expect((await assigning()).warnings).toEqual([`whether the interviewer is independent is not recorded ${BHM}`]);
    const dependent = { independentOfPlacement: 'NO', independentOfAuthority: 'NO' } as const;
    expect((await assigning({ revision: 1, ...dependent })).warnings).toEqual([
      `the interviewer is not independent of the placement ${BHM}`,
      `the interviewer is not independent of the responsible authority ${BHM}`,
    ]);
    expect((await assigning({ revision: 2, ...dependent, chosenByChild: true })).warnings).toEqual([]);
  });

  test('Birmingham 2022, Child known to services: another worker than before', async () => {
    hub.goesBy('northmere', 'birmingham');
    await anInterview(hub);
    expect((await assigning(INDEPENDENT)).warnings).toEqual(['another worker held the interview before (Birmingham 2022, Child known to services)']);
    expect((await assigning({ ...INDEPENDENT, worker: 'ren', revision: 1 })).warnings).toEqual([]);
  });

  test('Somerset 4.2: the worker holding the case or a worker for missing children', async () => {
    hub.goesBy('northmere', 'somerset');
    expect((await assigning({ capacity: 'EARLY_HELP' })).warnings).toEqual(['the practice asks for somebody in another capacity (Somerset 4.2)']);
    expect((await assigning({ capacity: 'MISPER_WORKER', revision: 1 })).warnings).toEqual([]);
    expect((await assigning({ revision: 2 })).warnings).toEqual(['in what capacity the interview is held is not recorded (Somerset 4.2)']);
  });

  test('West Sussex, Who completes the RHI; What makes a good RHI: independent of the placement', async () => {
    hub.goesBy('northmere', 'west-sussex');
    const warnings = (await assigning({ independentOfPlacement: 'NO', capacity: 'SOCIAL_WORKER' })).warnings;
    expect(warnings).toEqual(['the interviewer is not independent of the placement (West Sussex, Who completes the RHI; What makes a good RHI)']);
  });

  test('what was recorded of the worker stands for their interview too, until its form says otherwise', async () => {
    hub.goesBy('northmere', 'birmingham');
    await assigning({ ...INDEPENDENT, worker: 'ren', revision: 1 });
    const told = { answers: { toldAboutSharing: 'All of it.' } };
    expect((await anInterview(hub, told)).warnings).toEqual([]);
    expect((await anInterview(hub, { answers: { ...told.answers, independentOfPlacement: 'NO' } })).warnings).toEqual([
      `the interviewer is not independent of the placement ${BHM}`,
      'whether the interviewer is independent is said otherwise than when they were assigned (Birmingham 2022, Planning)',
    ]);
  });

  test('of somebody who is sent away again asks for nothing', async () => {
    hub.goesBy('northmere', 'birmingham');
    await assigning(INDEPENDENT);
    expect((await assigning({ revision: 1, from: '2025-11-20T07:00:00Z', until: new Date(hub.now).toISOString() })).warnings).toEqual([]);
  });
});
