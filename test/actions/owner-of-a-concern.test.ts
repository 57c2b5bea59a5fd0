import { randomUUID } from 'node:crypto';
import { KEPT_FROM_OWNER, READS_THE_WORDS_ALONE } from '../../src/actions/letting-owner-read.ts';
import { closeAction } from '../../src/actions/close-action.ts';
import { recordCaseRecord } from '../../src/actions/record-case-record.ts';
import { setAction, type SetAction } from '../../src/actions/set-action.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, MINUTE, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { toldOf } from './an-alert.ts';
import { answer, ownActions, raise } from './concerns.ts';
import { actor } from './some-people.ts';

const WORDS = 'Ask at the flat by the wharf where he waits for her.';
const operation = { name: 'ATest', hash: 'a hash' };
const wanted = { CaseAction: fields('id', 'what', 'outcome') };
type Way = (hub: DecidingHub, who: string, id: string) => Promise<unknown>;

/** Every way in which somebody comes to read the words of an action, or by its mere being there of the concern behind it. */
const WAYS: Readonly<Record<string, Way>> = {
  ownActions: (hub, who) => ownActions(hub, who),
  'caseAction by its id': (hub, who, id) => hub.gate.row(actor(who).viewer, { root: { name: 'caseAction', id }, wanted, operation, now: hub.now }),
  'caseActions of the child': (hub, who) =>
    hub.gate.row(actor(who).viewer, { root: { name: 'child', id: hub.child }, wanted: { Child: [{ name: 'caseActions', key: 'caseActions', first: 50, sub: wanted }] }, operation, now: hub.now }),
  'the concern': (hub, who) => hub.gate.rows(actor(who).viewer, { root: { name: 'concerns' }, wanted: { Concern: fields('action', 'owner') }, operation, now: hub.now }),
  'what they are told': async (hub, who, id) => (await toldOf(hub, who, hub.now)).filter(({ about }) => about === id),
  'what they are told once it is overdue': async (hub, who, id) => (await toldOf(hub, who, hub.now + 240 * MINUTE)).filter(({ about }) => about === id),
};
const SAYS_NOTHING: Readonly<Record<string, unknown>> = { ownActions: [], 'caseAction by its id': null, 'the concern': [], 'what they are told': [], 'what they are told once it is overdue': [] };

/** Each way in which a concern leaves somebody something to do: the action's id and what whoever set it is warned of. */
const due = new Date(MORNING + 60 * MINUTE).toISOString();
const set = (hub: DecidingHub, changed: Partial<SetAction>) => setAction(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, what: WORDS, owner: 'pim@mereshire-police', due, ...changed }, hub.now);
interface Left {
  readonly id: string;
  readonly warnings: readonly string[];
}
const BY: Readonly<Record<string, (hub: DecidingHub, ownerReads?: boolean) => Promise<Left>>> = {
  'as the answer to a concern': async (hub, ownerReads) => {
    const { action, warnings } = await answer(hub, (await raise(hub)).id, { action: WORDS, owner: 'pim@mereshire-police', due, ...(ownerReads === undefined ? {} : { ownerReads }) });
    return { id: action, warnings };
  },
  'beside a concern': async (hub, ownerReads) => set(hub, { comesFrom: (await raise(hub)).id, ...(ownerReads === undefined ? {} : { ownerReads }) }),
  'from a record of a concern': async (hub, ownerReads) => {
    const [episode] = await hub.ingest.rows<{ id: string }>('select id from episode');
    const form = { key: randomUUID(), episode: episode?.id ?? '', record: 'FIB_FORM', at: '2025-11-20T07:30:00Z', concern: (await raise(hub)).id, words: 'Invented.' } as const;
    const { id } = await recordCaseRecord(hub.services, actor('sal'), form, hub.now);
    return set(hub, { comesFrom: id, ...(ownerReads === undefined ? {} : { ownerReads }) });
  },
};

let hub: DecidingHub;
beforeAll(async () => {
  hub = await aDecidingHub();
});
beforeEach(async () => {
  hub.now = MORNING;
  await hub.ingest.rows('delete from briefing_notice');
});
afterAll(() => hub.close());

describe.each(Object.entries(BY))('what police are to do %s', (_how, leave) => {
  test('is read by none of them in any way until whoever sets it lets its owner, and says so; it is set all the same', async () => {
    const { id, warnings } = await leave(hub);
    expect(warnings).toContain(KEPT_FROM_OWNER);
    for (const [way, read] of Object.entries(WAYS)) {
      const found = await read(hub, 'pim', id);
      expect([way, JSON.stringify(found).includes(WORDS)]).toEqual([way, false]);
      expect([way, way in SAYS_NOTHING ? found : null]).toEqual([way, SAYS_NOTHING[way] ?? null]);
    }
    expect(JSON.stringify(await WAYS['caseActions of the child']?.(hub, 'sal', id))).toContain(WORDS);
  });

  test('is read by its owner and by no colleague where whoever sets it says that they may, who reads no more of it', async () => {
    const { id, warnings } = await leave(hub, true);
    expect(warnings).toContain(READS_THE_WORDS_ALONE);
    expect((await ownActions(hub, 'pim')).find((row) => row['id'] === id)).toMatchObject({ what: WORDS, comesFrom: null });
    expect((await toldOf(hub, 'pim', hub.now)).map(({ kind, about }) => [kind, about])).toContainEqual(['ACTION', id]);
    expect(await WAYS['the concern']?.(hub, 'pim', id)).toEqual([]);
    await hub.ingest.rows(`update case_action set owner = 'pia@mereshire-police', doer = array['pia@mereshire-police'] where id = '${id}'`);
    expect(JSON.stringify(await WAYS['caseActions of the child']?.(hub, 'pim', id))).not.toContain(id);
  });
});

describe('what comes from a concern', () => {
  test('is its owner’s without a word where they may read the concern, and with one where they read what is done anyway', async () => {
    const to = async (owner: string) => (await set(hub, { owner, comesFrom: (await raise(hub)).id })).warnings;
    expect([await to('sia@northmere'), await to('mo@northmere'), await to('bea@northmere')]).toEqual([[], [], [READS_THE_WORDS_ALONE]]);
    expect(await to('rose@northmere')).toEqual([KEPT_FROM_OWNER]);
  });

  test('is said anew to an owner who may read it then, and kept again by words of others that they may not', async () => {
    const { id } = await set(hub, { comesFrom: (await raise(hub)).id });
    const anew = await set(hub, { id, revision: 0, what: 'Knock at number nine.', ownerReads: true });
    expect(anew.warnings).toEqual([READS_THE_WORDS_ALONE]);
    expect((await ownActions(hub, 'pim')).find((row) => row['id'] === id)).toMatchObject({ what: 'Knock at number nine.' });
    const closed = await closeAction(hub.services, actor('sal'), { key: randomUUID(), action: id, revision: 1, state: 'DONE', outcome: WORDS }, hub.now);
    expect(closed.warnings).toEqual([KEPT_FROM_OWNER]);
    expect(await WAYS['caseAction by its id']?.(hub, 'pim', id)).toBeNull();
  });

  test('tells a host who sets it nothing of who is what to the child: the same word of whoever reads it and whoever does not', async () => {
    const own = async () => (await raise(hub, { as: 'hew' }).catch(() => null))?.id ?? null;
    expect(await own()).toBeNull();
    const warned = async (owner: string) => (await setAction(hub.services, actor('hew'), { key: randomUUID(), child: hub.child, what: WORDS, owner, due }, hub.now)).warnings;
    expect(await warned('sia@northmere')).toEqual(await warned('sol@northmere'));
  });
});
