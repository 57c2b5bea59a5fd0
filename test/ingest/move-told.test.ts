import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '../../src/actions/acknowledge-notice.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { restrict, type Restrict } from '../../src/actions/restrict.ts';
import { writeSafetyNote } from '../../src/actions/write-safety-note.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { moveByDirectory } from '../../src/ingest/follow-directory.ts';
import { aHubOfOneClock, anInterview, MINUTE, MORNING, type DecidingHub } from '../actions/a-deciding-hub.ts';
import { toldOf } from '../actions/an-alert.ts';
import { actor, aDirectoryOfPeople } from '../actions/some-people.ts';

let hub: DecidingHub;
let directory: Directory;
beforeEach(async () => {
  directory = aDirectoryOfPeople();
  hub = await aHubOfOneClock(() => directory);
});
afterEach(() => hub.close());

const after = (minutes: number): void => {
  hub.now = MORNING + minutes * MINUTE;
};
const set = (as: string, admitted: readonly string[], changed: Partial<Restrict> = {}) => restrict(hub.services, actor(as), { key: randomUUID(), child: hub.child, revision: 0, restricted: true, reason: 'Invented.', admitted, ...changed }, hub.now);
const told = async (who: string, kind = 'ACT_NOW'): Promise<string[]> => (await toldOf(hub, who, hub.now)).filter((row) => row['kind'] === kind).map(({ id }) => String(id));
/** Before whom an alert waits, one after the other. */
const before = async (kind = 'ACT_NOW'): Promise<string[]> =>
  (await hub.ingest.rows<{ to: string }>(`select array_to_string("to", ' ') as to from briefing_notice where kind = $1 and alert is not null and acknowledged_at is null order by visible_from, step, 1`, [kind])).map(({ to }) => to);
const record = async (as = 'ren') => {
  const { id: interview } = await anInterview(hub);
  const said = { topic: 'ASSOCIATE', urgency: 'ACT_NOW', content: 'Invented words that cannot wait.', source: 'Invented.', at: '2025-11-20T07:00:00Z' } as const;
  return recordIntelligence(hub.services, actor(as), { key: randomUUID(), child: hub.child, interview, ...said }, hub.now);
};

describe('intelligence to act on now that nobody has answered for', () => {
  test('comes before those whom a later restriction lets in, and no longer before whom it shuts out', async () => {
    const { revision } = await set('mo', ['mae', 'ren']);
    await record();
    expect([await before(), (await told('mae')).length]).toEqual([['mae@northmere'], 1]);
    after(2);
    await set('mae', ['mo'], { revision, excluded: ['mae'], allegation: true });
    expect([await told('mae'), await told('ren'), (await told('mo')).length, await before()]).toEqual([[], [], 1, ['mo@northmere']]);
  });

  test('comes at once before those let in where the child is restricted only then', async () => {
    await record();
    expect(await told('mae')).toEqual([]);
    after(2);
    await set('mo', ['mae']);
    expect([await before(), (await told('mae')).length]).toEqual([['mae@northmere'], 1]);
  });

  test('is not before those again who have said that they know', async () => {
    await record();
    const [notice = ''] = await told('pim');
    await acknowledgeNotice(hub.services, actor('pim'), { id: notice }, hub.now);
    const waits = await before();
    expect(waits.filter((one) => one.endsWith('police'))).toEqual([]);
    directory = { ...directory, version: directory.version + 1 };
    await moveByDirectory(hub.ingest.services);
    expect(await before()).toEqual(waits);
  });

  test('comes before others once the one it is before has left', async () => {
    await set('mo', ['mae', 'mo', 'ren']);
    await record();
    directory = { ...directory, version: directory.version + 1, people: new Map([...directory.people].map(([id, person]) => [id, { ...person, suspended: id === 'mae' }])) };
    await moveByDirectory(hub.ingest.services);
    expect(await before()).toEqual(['mo@northmere']);
  });
});

test('a safety note that nobody has read is before those of the service who may see the child, and no longer before a home that may not', async () => {
  const said = { recipient: 'larkfield', watchFor: 'Watch the invented door.', doThis: 'Ring if it opens.', ring: 'The invented desk.' };
  await writeSafetyNote(hub.services, actor('sal'), { key: randomUUID(), child: hub.child, revision: 0, ...said }, hub.now);
  expect((await before('SAFETY_NOTE'))[0]).toBe('PLACEMENT_PROVIDER:larkfield');
  after(2);
  await set('mo', ['mae']);
  expect([await before('SAFETY_NOTE'), (await told('mae', 'SAFETY_NOTE')).length, await told('hal', 'SAFETY_NOTE')]).toEqual([['mae@northmere'], 1, []]);
});
