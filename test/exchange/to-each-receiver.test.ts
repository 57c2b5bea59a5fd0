import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gradeIntelligence } from '../../src/actions/grade-intelligence.ts';
import { recordIntelligence } from '../../src/actions/record-intelligence.ts';
import { recordOffer } from '../../src/actions/record-offer.ts';
import type { Channel } from '../../src/directory/exchange-directory.ts';
import type { ToDeliver } from '../../src/exchange/delivery.ts';
import { readBytes } from '../../src/ingest/conformance/read-outcome.ts';
import type { Subject } from '../../src/ingest/conformance/samples.ts';
import { subjects } from '../adapters/read-sample.ts';
import { actor } from '../actions/some-people.ts';
import { aDeliveringHub, anExchangingDirectory, type DeliveringHub } from './a-delivering-hub.ts';

const SIGNAL = new AbortController().signal;
const FORMATS = await subjects();
/** The case systems and warehouses of authorities. */
const OF_AUTHORITIES = FORMATS.filter(({ adapter }) => adapter.manifest.renders?.includes('INTERVIEW') === true);

/** A folder of Northmere's for each format, with what its samples are written with. */
const own = ({ adapter: { manifest }, settings }: Subject): Channel => ({ id: `own-${manifest.id}`, kind: 'FOLDER', agency: 'northmere', folder: `own-${manifest.id}`, adapter: manifest.id, settings: settings as Record<string, unknown> | null, system: null }); // Of a folder's samples: an object, or none.

let hub: DeliveringHub;
let offer: string;
let episode: string;
const bureauItem = { topic: 'HOT_SPOT', at: '2025-11-20T07:30:00Z', content: 'Invented words on the invented arcade.', source: 'The child said so.', namedPeople: [{ name: 'Jory Inventedperson', category: 'SUSPECT', reviewOn: '2026-05-01' }] } as const;

beforeAll(async () => {
  const directory = anExchangingDirectory(...OF_AUTHORITIES.map(own), { id: 'grades', kind: 'FOLDER', agency: 'northmere', folder: 'grades', adapter: 'police-intelligence', settings: null, system: null });
  const exchange = directory.exchange.map((entry) => ({ ...entry, matters: ['INTERVIEW', 'EPISODE', 'OFFER', 'INTELLIGENCE'] as const }));
  hub = await aDeliveringHub(() => ({ ...directory, exchange }));
  const [found] = await hub.ingest.rows<{ id: string }>('select id from episode order by missing_from_at limit 1');
  episode = found?.id ?? '';
  const { id } = await recordOffer(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, episodes: [episode], at: '2025-11-20T06:30:00Z', offeredTo: 'CHILD', outcome: 'ACCEPTED' }, hub.now);
  offer = id;
});
afterEach(() => {
  rmSync(hub.outbox, { recursive: true, force: true });
});
afterAll(() => hub.close());

/** What lies in a folder once this was sent there, as the adapter of its format reads it back. */
async function readBack({ adapter, settings }: Subject, changed: Partial<ToDeliver>): Promise<readonly { readonly kind: string; readonly payload: unknown }[] | string> {
  const prepared = await hub.prepare(changed);
  if (prepared.outcome !== 'READY') {
    return prepared.code;
  }
  await prepared.send(SIGNAL);
  const files = existsSync(hub.outbox) ? readdirSync(hub.outbox, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(xml|zip)$/.test(name)) : [];
  const outcomes = await Promise.all(files.map((name) => readBytes({ adapter, settings }, readFileSync(path.join(hub.outbox, name)))));
  expect(outcomes.flatMap(({ refusals }) => refusals)).toEqual([]);
  return outcomes.flatMap(({ observations }) => observations);
}
const kinds = (read: Awaited<ReturnType<typeof readBack>>): string[] => (typeof read === 'string' ? [read] : [...new Set(read.map(({ kind }) => kind))].sort());
const toOwn = (subject: Subject, changed: Partial<ToDeliver>): Partial<ToDeliver> => ({ id: randomUUID(), to: 'northmere', recipient: 'sia@northmere', channel: `own-${subject.adapter.manifest.id}`, ...changed });

describe('sent into a folder and read back by the adapter of its format', () => {
  it.each(OF_AUTHORITIES.map((subject) => [subject.adapter.manifest.id, subject] as const))('%s: an episode says when the child was missed', async (_id, subject) => {
    const read = await readBack(subject, toOwn(subject, { matter: 'EPISODE', records: [episode] }));
    expect(kinds(read)).toEqual(expect.arrayContaining(['person', 'report']));
    expect(JSON.stringify(read)).toContain('2025-11-1');
  });

  it.each(OF_AUTHORITIES.map((subject) => [subject.adapter.manifest.id, subject] as const))('%s: an offer is an offer', async (_id, subject) => {
    expect(kinds(await readBack(subject, toOwn(subject, { matter: 'OFFER', records: [offer] })))).toEqual(expect.arrayContaining(['offer']));
  });

  it.each(OF_AUTHORITIES.map((subject) => [subject.adapter.manifest.id, subject] as const))('%s: an interview says what its recipient may read', async (_id, subject) => {
    const read = await readBack(subject, toOwn(subject, { matter: 'INTERVIEW', records: [hub.interviewId] }));
    expect(kinds(read)).toEqual(expect.arrayContaining(['interview']));
    // A format that has no place for what was said lists that as lost, and says that the interview was held.
    const lost = subject.adapter.renderer?.losses(subject.settings).some(({ field }) => field === 'interview.answers') === true;
    expect(JSON.stringify(read).includes('Invented words of the child.')).toBe(!lost);
  });
});

describe('intelligence', () => {
  const BUREAU: Partial<ToDeliver> = { matter: 'INTELLIGENCE', to: 'mereshire-police', recipient: 'POLICE_INTELLIGENCE:mereshire-police', channel: 'to-mereshire-police' };
  const POLICE = FORMATS.find(({ adapter }) => adapter.manifest.id === 'police-intelligence');
  const readByBureau = async (records: readonly string[]): Promise<string> => JSON.stringify(POLICE === undefined ? '' : await readBack(POLICE, { id: randomUUID(), ...BUREAU, records }));
  const record = async (urgency: 'ROUTINE' | 'ACT_NOW'): Promise<string> =>
    (await recordIntelligence(hub.services, actor('ren'), { key: randomUUID(), child: hub.child, interview: hub.interviewId, urgency, ...bureauItem }, hub.now)).id;
  const noticesTo = async (about: string): Promise<string[]> => (await hub.ingest.rows<{ to: string[] }>(`select "to" from briefing_notice where about = '${about}'`)).flatMap(({ to }) => to).sort();

  it('goes to the bureau as a 3x5x2 report, with the place and the people who target children in it', async () => {
    const read = await readByBureau([await record('ACT_NOW')]);
    expect(read).toContain('"kind":"intelligence"');
    for (const said of ['HOT_SPOT', 'Invented words on the invented arcade.', 'Jory Inventedperson']) {
      expect(read).toContain(said);
    }
  });

  it('that cannot wait is told to the missing team of the force at once, who waits for no file', async () => {
    expect(await noticesTo(await record('ACT_NOW'))).toEqual(expect.arrayContaining(['POLICE_MISSING_TEAM:mereshire-police']));
  });

  it('goes to no bureau before a senior worker has released it', async () => {
    expect(await hub.prepare({ id: randomUUID(), ...BUREAU, records: [await record('ROUTINE')] })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
  });

  it('goes back to its author once it has a grade, with that grade and what came of it, and never before', async () => {
    const id = await record('ACT_NOW');
    const back: Partial<ToDeliver> = { matter: 'INTELLIGENCE', records: [id], from: 'mereshire-police', to: 'northmere', recipient: 'HUB_COORDINATOR:northmere', channel: 'grades' };
    expect(await hub.prepare({ ...back, id: randomUUID() })).toEqual({ outcome: 'NEVER', code: 'NOTHING_TO_SEND' });
    await gradeIntelligence(hub.services, actor('fin'), { key: randomUUID(), intelligence: id, revision: 0, sourceEvaluation: '1', assessment: 'B', handling: 'P', recipients: [], result: 'ACTIONED', resultWords: 'Invented: the arcade was looked at.' } as never, hub.now); // The rest of the input is optional.
    const read = JSON.stringify(POLICE === undefined ? '' : await readBack(POLICE, { ...back, id: randomUUID() }));
    expect(read).toMatch(/"sourceEvaluation":"1","assessment":"B","handling":"P"/);
    expect(read).toMatch(/"result":"ACTIONED","resultWords":"Invented: the arcade was looked at."/);
  });
});
