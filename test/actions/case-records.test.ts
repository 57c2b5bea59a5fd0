import { randomUUID } from 'node:crypto';
import type { Acted } from '../../src/actions/action-services.ts';
import { recordCaseRecord, type RecordCaseRecord } from '../../src/actions/record-case-record.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { fields } from '../gate/a-gate.ts';
import { aDecidingHub, MORNING, type DecidingHub } from './a-deciding-hub.ts';
import { raise } from './concerns.ts';
import { actor, aDirectoryOfPeople } from './some-people.ts';

/** Northmere goes by 24 hours for looked after children, and five for any. */
function withTriggers(): Directory {
  const directory = aDirectoryOfPeople();
  const strategy = { lookedAfterHours: 24, missingHours: 5, episodesIn30Days: null, atRisk: null };
  return { ...directory, agencies: new Map([...directory.agencies].map(([id, agency]) => [id, id === 'northmere' ? { ...agency, strategy } : agency])) };
}

let hub: DecidingHub;
let episode: string;
beforeAll(async () => {
  hub = await aDecidingHub(withTriggers);
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode');
  episode = found?.id ?? '';
});
afterAll(() => hub.close());

const write = ({ as = 'sal', ...changed }: Partial<RecordCaseRecord> & { readonly as?: string } = {}): Promise<Acted> => {
  const input: RecordCaseRecord = { key: randomUUID(), episode, record: 'CE_SCREEN', at: '2025-11-20T07:30:00Z', outcome: 'Invented outcome.', ...changed };
  return recordCaseRecord(hub.services, actor(as), input, MORNING);
};
const WANTED = {
  CaseRecord: [...fields('id', 'record', 'outcome', 'grounds', 'present', 'words', 'concern', 'departure', 'by', 'byRole', 'revision'), { name: 'intelligence', key: 'intelligence', first: 5, sub: { FullIntelligence: fields('id', 'content') } }],
};
const read = (who: string, id: string): Promise<Row | null> =>
  hub.gate.row(actor(who).viewer, { root: { name: 'caseRecord', id }, wanted: WANTED, operation: { name: 'ATest', hash: 'a hash' }, now: MORNING });
const steps = (kind: string) => hub.ingest.rows(`select step, outcome, words, addressee, revision from return_step where step = $1`, [kind]);

describe('a record beside the interview', () => {
  test('is read as the whole interview is', async () => {
    const { id, revision, warnings } = await write({ words: 'Invented words.', departure: 'Invented reason.' });
    expect({ revision, warnings }).toEqual({ revision: 1, warnings: [] });
    for (const who of ['ren', 'sal', 'mo', 'nia', 'sia']) {
      expect([who, await read(who, id)]).toMatchObject([who, { record: 'CE_SCREEN', words: 'Invented words.', departure: 'Invented reason.', by: 'sal@northmere', byRole: 'SENIOR_WORKER' }]);
    }
    for (const who of ['hew', 'pim', 'hal', 'pat', 'ede', 'bea', 'sol', 'cyd']) {
      expect([who, await read(who, id)]).toEqual([who, null]);
    }
  });

  test('of a host is read by its own service and the responsible authority', async () => {
    const { id } = await write({ as: 'hew', record: 'CARER_INFORMATION', words: 'Invented.' });
    expect(await read('hew', id)).toMatchObject({ by: 'hew@southvale' });
    expect(await read('sal', id)).toMatchObject({ by: 'hew@southvale' });
  });

  test.each([
    ['STRATEGY_DISCUSSION', 'STRATEGY_MEETING'],
    ['RISK_REVIEW', 'RISK_CONSIDERED'],
    ['CARER_INFORMATION', 'PARENTS_ASKED'],
  ] as const)('%s is the step %s too, which says nothing of what it says', async (record, step) => {
    const before = (await steps(step)).length;
    const first = await write({ record, outcome: 'Secret outcome.', words: 'Secret words.', grounds: ['Secret.'], present: ['ren'], departure: 'Secret departure.' });
    expect(await steps(step)).toHaveLength(before + 1);
    await write({ record, id: first.id, revision: 1, outcome: 'Another.', grounds: ['g'], present: ['ren'], at: '2025-11-20T07:00:00Z' });
    const after = await steps(step);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ outcome: null, words: null, addressee: null });
    expect(JSON.stringify(after)).not.toContain('Secret');
  });

  test('of a strategy discussion has the triggers that are reached as its grounds where nobody gives any', async () => {
    const { id, warnings } = await write({ record: 'STRATEGY_DISCUSSION', present: ['ren'] });
    expect(warnings).toEqual([expect.stringContaining('missing 5 hours or more')]);
    expect(await read('sal', id)).toMatchObject({ grounds: ['missing 5 hours or more'] });
    const own = await write({ record: 'STRATEGY_DISCUSSION', present: ['ren'], grounds: ['Invented risk.'] });
    expect(own.warnings).toEqual([]);
    expect(await read('sal', own.id)).toMatchObject({ grounds: ['Invented risk.'] });
  });

  test('is kept whatever is missing in it, and that is said', async () => {
    const ours = "(Homeward's default, after Somerset 5.2.2; Birmingham 2022, Birmingham Children's Trust response)";
    expect((await write({ record: 'STRATEGY_DISCUSSION', outcome: null })).warnings).toEqual([expect.stringContaining('kept as its grounds'), `nobody is named who took part ${ours}`, `say what came of it ${ours}`]);
    expect((await write({ record: 'FIB_FORM' })).warnings).toEqual([expect.stringContaining('hangs from no concern')]);
  });

  test('for the FIB leads through its concern to the item, for those who may read that', async () => {
    const concern = await raise(hub, { concern: 'INTELLIGENCE' });
    const item = { key: randomUUID(), child: hub.child, concern: concern.id, topic: 'VEHICLE', urgency: 'ROUTINE', at: '2025-11-20', content: 'An invented van.', source: 'The child.' } as const;
    const { id: intelligence } = await recordIntelligence(hub.services, actor('ren'), item, MORNING);
    const { id, warnings } = await write({ record: 'FIB_FORM', concern: concern.id });
    expect(warnings).toEqual([]);
    expect(await read('sal', id)).toMatchObject({ concern: concern.id, intelligence: [{ id: intelligence, content: 'An invented van.' }] });
    const other = await write({ record: 'FIB_FORM' });
    expect(await read('sal', other.id)).toMatchObject({ intelligence: [] });
    await expect(recordIntelligence(hub.services, actor('pim'), { ...item, key: randomUUID() }, MORNING)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is changed at the revision that was read, by the agency that wrote it', async () => {
    const { id } = await write();
    const second = await write({ id, revision: 1, as: 'ren', outcome: 'Second.' });
    expect(await read('sal', second.id)).toMatchObject({ outcome: 'Second.', byRole: 'RETURN_WORKER', revision: 2 });
    await expect(write({ id, revision: 1 })).rejects.toMatchObject({ code: 'STALE_REVISION' });
    await expect(write({ id: second.id, revision: 2, record: 'RISK_REVIEW' })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(write({ id: second.id, revision: 2, as: 'hew' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const guests = await write({ as: 'hew' });
    await expect(write({ id: guests.id, revision: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(write({ id: randomUUID(), revision: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('sent again with the same key is the same', async () => {
    const key = randomUUID();
    expect(await write({ key })).toEqual(await write({ key }));
  });

  test.each(['ren', 'sal', 'mo', 'nia', 'sia', 'hew'])('is written by who works with the child: %s', async (as) => {
    expect(await write({ as })).toMatchObject({ child: hub.child });
  });
  test.each([
    ['rose', 'NOT_FOUND'],
    ['sol', 'FORBIDDEN'],
    ['ede', 'FORBIDDEN'],
    ['bea', 'FORBIDDEN'],
    ['pim', 'FORBIDDEN'],
    ['hal', 'FORBIDDEN'],
  ])('is not written by %s: %s', async (as, code) => {
    await expect(write({ as })).rejects.toMatchObject({ code });
  });

  test.each([
    ['at', { at: '2025-11-23' }],
    ['grounds', { grounds: Array<string>(51).fill('x') }],
    ['present[0]', { present: [' '] }],
  ])('is refused at %s where it says nothing that can be', async (where, changed) => {
    await expect(write(changed)).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`"${where}"`) as string });
  });
});
