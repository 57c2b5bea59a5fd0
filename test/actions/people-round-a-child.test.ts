import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { assignWorker, type AssignWorker } from '../../src/actions/assign-worker.ts';
import { confirmRelationship } from '../../src/actions/confirm-relationship.ts';
import { finaliseEpisode } from '../../src/actions/finalise-episode.ts';
import { recordRelationship, type RecordRelationship } from '../../src/actions/record-relationship.ts';
import { aDecidingHub, anInterview, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { actor } from './some-people.ts';

let hub: DecidingHub;
beforeEach(async () => {
  hub = await aDecidingHub();
});
afterEach(() => hub.close());

const named = async (): Promise<readonly string[]> => (await hub.ingest.rows<{ named: string[] }>('select named from child'))[0]?.named ?? [];
const assigning = (changed: Partial<AssignWorker> = {}, who = 'nia'): Promise<Acted> =>
  assignWorker(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, worker: 'rose', ...changed }, MORNING);
const naming = (changed: Partial<RecordRelationship> = {}, who = 'nia'): Promise<Acted> =>
  recordRelationship(hub.services, actor(who), { key: randomUUID(), child: hub.child, revision: 0, relationship: 'IRO', holder: 'ida', ...changed }, MORNING);

describe('assigning a worker', () => {
  test('lets the worker in at once', async () => {
    expect(await named()).not.toContain('WORKER:rose@northmere');
    expect(await assigning()).toMatchObject({ revision: 1, child: hub.child });
    expect(await named()).toContain('WORKER:rose@northmere');
  });

  test("names a return worker of the agency or the child's own social worker, from before until after", async () => {
    await expect(assigning({ worker: 'mo' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(assigning({ agency: 'southvale' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(assigning({ from: '2025-11-21', until: '2025-11-20' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('is the coordinator’s', async () => {
    await expect(assigning({}, 'sia')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(assigning({}, 'gil')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('by the host authority lets its own worker in as its guest, and reads no interview that another service held', async () => {
    const { id } = await anInterview(hub);
    await expect(assigning({}, 'hew')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(assigning({ worker: 'rose', agency: 'northmere' }, 'hew')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await assigning({ worker: 'gus' }, 'hew');
    expect(await named()).toContain('GUEST_WORKER:gus@southvale');
    expect(await hub.interview('gus', id)).toMatchObject({ __typename: 'InterviewNotice' });
    const own = await anInterview(hub, {}, 'gus');
    expect(await hub.interview('gus', own.id)).toMatchObject({ __typename: 'FullInterview' });
  });

  test('by the host authority ends nothing that the responsible authority said of the same worker', async () => {
    await assigning({ worker: 'gus', agency: 'southvale' });
    await assigning({ worker: 'gus', from: '2025-01-01', until: '2025-01-02' }, 'hew');
    expect(await named()).toContain('WORKER:gus@southvale');
  });

  test('at a revision that somebody else has replaced changes nothing', async () => {
    await assigning();
    await expect(assigning({ until: '2025-11-20T09:00:00Z' })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    expect(await assigning({ revision: 1, until: '2025-11-20T09:00:00Z' })).toMatchObject({ revision: 2 });
  });

  test('two at once of the same matter: one stands, the other is told', async () => {
    const both = await Promise.allSettled([assigning(), assigning({ from: '2025-11-20T07:00:00Z' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('naming somebody round a child', () => {
  test('of the coordinator counts at once', async () => {
    expect(await naming()).toMatchObject({ warnings: [] });
    expect(await named()).toContain('IRO:ida@northmere');
  });

  test('of business support counts when the coordinator has confirmed it', async () => {
    const recorded = await naming({}, 'bea');
    expect(recorded.warnings).toHaveLength(1);
    expect(await named()).not.toContain('IRO:ida@northmere');
    const confirming = { key: randomUUID(), relationship: recorded.id, revision: recorded.revision };
    await expect(confirmRelationship(hub.services, actor('bea'), confirming, MORNING)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await confirmRelationship(hub.services, actor('nia'), confirming, MORNING)).toMatchObject({ revision: 2 });
    expect(await named()).toContain('IRO:ida@northmere');
  });

  test('of business support never takes away what a coordinator confirmed', async () => {
    await naming();
    await expect(naming({ revision: 1, until: '2025-11-20T09:00:00Z' }, 'bea')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await named()).toContain('IRO:ida@northmere');
  });

  test('that another word has replaced cannot be confirmed', async () => {
    const recorded = await naming({}, 'bea');
    await naming({ revision: 1, reason: 'Another invented word.' }, 'bea');
    const stale = { key: randomUUID(), relationship: recorded.id, revision: 2 };
    await expect(confirmRelationship(hub.services, actor('nia'), stale, MORNING)).rejects.toMatchObject({ code: 'STALE_REVISION' });
  });

  test('needs somebody who can be that to a child', async () => {
    await expect(naming({ holder: 'sia' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(naming({ relationship: 'ADDED_FORCE', holder: 'larkfield', reason: 'Invented.' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('of the police is another force, with a reason', async () => {
    const force = { relationship: 'ADDED_FORCE', holder: 'farshire-police' } as const;
    await expect(naming(force, 'pim')).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(naming({ ...force, reason: 'Invented.' }, 'gil')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(naming({}, 'pim')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await naming({ ...force, reason: 'Seen there, invented.' }, 'pim');
    expect(await hub.ingest.rows('select forces from child')).toEqual([{ forces: expect.arrayContaining(['farshire-police']) as unknown }]);
  });
});

describe('naming a decision-maker', () => {
  test.each([
    ['a senior worker, who could not decide', { holder: 'sal' }],
    ['a social worker of another authority', { holder: 'vic', agency: 'southvale' }],
  ])('refuses %s', async (_, changed) => {
    await expect(naming({ relationship: 'DECISION_MAKER', ...changed })).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });

  test('takes a social worker of the authority whose child it is', async () => {
    await naming({ relationship: 'DECISION_MAKER', holder: 'sia@northmere' });
    expect(await named()).toContain('DECISION_MAKER:sia@northmere');
  });
});

describe('finalising an episode', () => {
  test('ends what its interviewer sees as its author', async () => {
    const { id } = await anInterview(hub);
    const author = async (): Promise<boolean> => {
      const held = `named_during[array_position(named, 'AUTHOR:ren@northmere')] @> $2::timestamptz`;
      const [row] = await hub.ingest.rows<{ held: boolean }>(`select ${held} as held from interview where id = $1`, [id, new Date(MORNING)]);
      return row?.held ?? false;
    };
    expect(await author()).toBe(true);
    const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
    const finalising = { key: randomUUID(), episode: episode?.id ?? '', revision: 0, finalised: true };
    await expect(finaliseEpisode(hub.services, actor('pim'), { ...finalising, key: randomUUID() }, MORNING)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await finaliseEpisode(hub.services, actor('ren'), finalising, MORNING)).toMatchObject({ warnings: [] });
    expect(await author()).toBe(false);
  });

  test('before there is a return form is kept, of a silent practice with a word on the statutory interview alone', async () => {
    const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
    const finalising = { key: randomUUID(), episode: episode?.id ?? '', revision: 0, finalised: true };
    expect((await finaliseEpisode(hub.services, actor('sal'), finalising, MORNING)).warnings).toEqual([expect.stringMatching(/^still to do: statutory interview due in .*\(Statutory guidance 2014, paragraph 32/)]);
  });
});
