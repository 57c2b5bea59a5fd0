import { randomUUID } from 'node:crypto';
import type { ActionServices } from '../../src/actions/action-services.ts';
import { assignWorker } from '../../src/actions/assign-worker.ts';
import { restrict } from '../../src/actions/restrict.ts';
import { triageReturn } from '../../src/actions/triage-return.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import { demonstrationDocuments } from '../../src/cli/demonstration/documents.ts';
import { loadDemonstration } from '../../src/cli/demonstration/load-demonstration.ts';
import { as } from '../../src/cli/demonstration/teller.ts';
import { openSenderKeys } from '../../src/cli/demonstration/sender-keys.ts';
import { DirectoryKeeper } from '../../src/directory/directory-keeper.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import { refreshPicture } from '../../src/ingest/refresh-picture.ts';
import { aDirectoryFile } from '../directory/a-directory-file.ts';
import { anIngest, NOW, someServices, type TestIngest } from '../ingest/an-ingest.ts';
import { aFolder, type Folder } from '../support/a-folder.ts';
import { ADAPTERS } from './demonstration/the-adapters.ts';

const DAY = 24 * 3_600_000;
/** The children of the README's walks and two more do for what these tests look at. */
const SMALL = { children: 2, seed: 'small' };
const WALKED = { children: 0, seed: 'none' };

interface Visited {
  readonly actions: ActionServices;
  readonly directory: DirectoryKeeper;
  readonly gate: Gate;
}

/** What of the story the log says was left out. */
let leftOut: unknown[];
let hub: TestIngest;
let keys: Folder;
beforeEach(async () => {
  leftOut = [];
  keys = aFolder();
  hub = await anIngest();
});
afterEach(async () => {
  keys.remove();
  await hub.close();
});

/** Starts the hub at some moment, as far as the demonstration goes; answers how many documents came to its door. */
async function start(at: number, size = WALKED, visit: (visited: Visited) => Promise<void> = () => Promise.resolve()): Promise<number> {
  const { database } = hub.services;
  const directory = new DirectoryKeeper(database);
  await directory.refresh();
  const ingest = someServices(database, { adapters: ADAPTERS, directory: () => directory.current(), refreshDirectory: () => directory.refresh(), clock: () => at });
  const actions: ActionServices = {
    database,
    directory: () => directory.current(),
    refreshDirectory: () => directory.refresh(),
    idKey: ingest.idKey,
    log: ingest.log,
    refold: (em, records) => refreshPicture(em, ingest, records),
    preview: () => Promise.resolve({ level: null, fields: [] }),
  };
  const gate = createGate({ pool: database.pool, keys: { cursor: Buffer.alloc(32, 1) }, log: ingest.log, viewerStands: () => 'STANDS' });
  let visited = false;
  // The story begins by looking its children up: whoever acts before that acts while the demonstration loads.
  const page: typeof gate.page = async (viewer, request) => {
    const isFirst = !visited;
    visited = true;
    await (isFirst ? visit({ actions, directory, gate }) : undefined);
    return gate.page(viewer, request);
  };
  const senderKeys = await openSenderKeys({ production: false, folder: keys.path });
  let received = 0;
  const log: typeof ingest.log = {
    ...ingest.log,
    info: (event, fields) => {
      received += event === 'document-received' ? 1 : 0;
      ingest.log.info(event, fields);
    },
  };
  await loadDemonstration({ database, directory, ingest: { ...ingest, log }, actions, gate: { ...gate, page }, senderKeys, log: { warn: (...said) => void leftOut.push(said) } }, at, size);
  return received;
}

/** What came as files; what the invented people did is told of by the hub itself. */
const documents = (): Promise<unknown[]> => hub.rows(`select sha256, state from source_document where adapter <> 'homeward' order by sha256`);

it('an empty hub gets the whole demonstration, and a later start adds nothing to it', async () => {
  await start(NOW, SMALL);
  const before = [await documents(), await hub.picture()];
  // One file is sent twice, as happens.
  expect(before[0]).toHaveLength(new Set(demonstrationDocuments(NOW, SMALL).map(({ files }) => JSON.stringify(files))).size);
  expect(await start(NOW + DAY, SMALL)).toBe(0);
  expect([await documents(), await hub.picture()]).toEqual(before);
});

it('tells of an interview that the home reads in the text approved for it, of an offer that waits, and of what another force knows', async () => {
  await start(NOW);
  const own = `select i.state from interview i join child c using (child_id) where c.given_name in ('Ada', 'Dev') order by i.state`;
  expect(await hub.rows(own)).toEqual([{ state: 'COMPLETED' }, { state: 'OFFERED' }]);
  expect(await hub.rows(`select recipient from interview_redacted`)).toEqual([{ recipient: 'larkfield-homes' }]);
  const another = `select c.given_name, i.originator, 'westhaven-police' = any (c.forces) as involved from intelligence i join child c using (child_id) where i.originator like 'westhaven%'`;
  expect(await hub.rows(another)).toEqual([{ given_name: 'Fern', originator: 'westhaven-police', involved: true }]);
  expect(await hub.rows(`select released from intelligence where origin = 'INTERVIEW'`)).toEqual([{ released: 'YES' }]);
});

it('tells what is done after a return, of a concern that waits, and of what partners know', async () => {
  await start(NOW);
  const steps = `select c.given_name || ' ' || s.step as step from return_step s join child c using (child_id) order by 1`;
  expect((await hub.rows<{ step: string }>(steps)).map(({ step }) => step)).toEqual(['Ada BRIEFING_ANSWER', 'Dev RETURN_NOTIFIED', 'Dev TRIAGE']);
  expect(await hub.rows(`select given_name, answered_at from concern`)).toEqual([{ given_name: 'Dev', answered_at: null }]);
  expect(await hub.rows(`select owner, state from case_action order by owner`)).toEqual([
    { owner: 'larkfield-homes', state: 'OPEN' },
    { owner: 'northmere-worker@northmere', state: 'OPEN' },
  ]);
});

describe('where somebody acts on its children while it loads', () => {
  const idOf = async (name: string): Promise<{ child: string; episode: string }> => {
    const [found] = await hub.rows<{ child: string; episode: string }>(`select c.id as child, e.id as episode from child c join episode e on e.child_id = c.id and not e.is_open where c.given_name = $1 order by e.missing_from_at desc limit 1`, [name]);
    return found ?? { child: '', episode: '' };
  };
  const acting = ({ actions, directory, gate }: Visited) => {
    const teller = { hub: { actions, directory, gate, log: { warn: () => undefined } }, now: NOW };
    return { actions, as: (persona: string) => as(teller, persona) };
  };

  it('the story goes on over what they decided, and what it leaves to them is named in the log', async () => {
    await start(NOW, WALKED, async (visited) => {
      const { actions, as: who } = acting(visited);
      const [ada, dev] = [await idOf('Ada'), await idOf('Dev')];
      for (const { child } of [ada, dev]) {
        await assignWorker(actions, who('northmere-coordinator'), { key: randomUUID(), child, revision: 0, worker: 'northmere-worker' }, NOW);
      }
      await triageReturn(actions, who('northmere-coordinator'), { key: randomUUID(), episode: dev.episode, revision: 0, outcome: 'SAME_DAY_VISIT' }, NOW);
    });
    const own = `select c.given_name || ' ' || i.state as held from interview i join child c using (child_id) where c.given_name in ('Ada', 'Dev') order by 1`;
    expect(await hub.rows(own)).toEqual([{ held: 'Ada COMPLETED' }, { held: 'Dev OFFERED' }]);
    expect(await hub.rows(`select count(*)::int as concerns from concern`)).toEqual([{ concerns: 1 }]);
    expect(await hub.rows(`select outcome from return_step where step = 'TRIAGE'`)).toEqual([{ outcome: 'SAME_DAY_VISIT' }]);
    expect(leftOut).toEqual([['story-left-out', { story: 'dev-triage', code: 'STALE_REVISION' }]]);
    leftOut = [];
    await start(NOW + DAY);
    expect(await hub.rows(own)).toEqual([{ held: 'Ada COMPLETED' }, { held: 'Dev OFFERED' }]);
  });

  it('a child whom nobody of the story may see any more is left out, and all others are told of', async () => {
    await start(NOW, WALKED, async (visited) => {
      const { actions, as: who } = acting(visited);
      const { child } = await idOf('Ada');
      await restrict(actions, who('northmere-manager'), { key: randomUUID(), child, revision: 0, restricted: true, reason: 'Invented.', admitted: ['northmere-manager'] }, NOW);
    });
    expect(leftOut).toEqual([['story-left-out', { story: 'ada', code: 'NOT_FOUND' }]]);
    expect(await hub.rows(`select c.given_name from concern join child c using (child_id)`)).toEqual([{ given_name: 'Dev' }]);
  });

  it('nothing is left out where nobody did', async () => {
    await start(NOW);
    await start(NOW + DAY);
    expect(leftOut).toEqual([]);
  });
});

it('a start that was cut off between its files is completed by the next', async () => {
  await start(NOW);
  const whole = [await documents(), await hub.picture()];
  // As after a kill: the directory is in force, some files are there, one of them not yet taken, others never came.
  const kept = await hub.rows<{ id: string }>(`select id from source_document where adapter <> 'homeward' order by sha256 limit 5`);
  const cutOff = await hub.rows('select * from source_document where id = any ($1) order by sha256', [kept.map(({ id }) => id)]);
  await hub.clear();
  for (const document of cutOff) {
    await hub.rows(`insert into source_document select * from json_populate_record(null::source_document, $1::json)`, [
      JSON.stringify({ ...document, bytes: `\\x${(document['bytes'] as Buffer).toString('hex')}`, state: 'RECEIVED' }),
    ]);
  }
  await start(NOW + DAY);
  expect([await documents(), await hub.picture()]).toEqual(whole);
});

it('a hub with a directory of its own is left alone', async () => {
  await loadDirectory(hub.services.database, aDirectoryFile(), { by: 'cli:somebody', now: NOW });
  await start(NOW);
  expect(await documents()).toEqual([]);
});

it('a hub whose operator has put a directory in place of the invented one gets no more of it', async () => {
  await loadDirectory(hub.services.database, demonstrationDirectory, { by: 'demonstration', now: NOW });
  await loadDirectory(hub.services.database, aDirectoryFile(), { by: 'cli:somebody', now: NOW });
  await start(NOW);
  expect(await documents()).toEqual([]);
});

it('a hub whose directory knows the signing hubs by other keys, or not at all, gets all but what they sent', async () => {
  const earlier = demonstrationDirectory.replace(/ {2}- \{ id: westhaven-hub,.*\n/, '').replace(/ {2}- id: westhaven-hub-client\n(?: {4}.*\n)+/, '');
  await loadDirectory(hub.services.database, earlier, { by: 'demonstration', now: NOW });
  await start(NOW);
  const sent = new Set(demonstrationDocuments(NOW, WALKED).map(({ adapter }) => adapter).filter((adapter) => adapter !== 'authority-exchange'));
  const taken = await hub.rows<{ adapter: string }>(`select distinct adapter from source_document where adapter <> 'homeward'`);
  expect(new Set(taken.map(({ adapter }) => adapter))).toEqual(sent);
});
