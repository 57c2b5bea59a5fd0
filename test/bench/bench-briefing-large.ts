import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { readBriefing } from '../../src/actions/read-briefing.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import type { Hub } from '../../src/hub.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { aChild, anEpisode, moment, put, type Rows } from '../gate/a-world.ts';
import { aReturnStep } from '../gate/case-of-a-child.ts';
import { anOffer } from '../gate/told-of-a-child.ts';
import { ratios, sideBySide, type Way } from './side-by-side.ts';

const DAY = 86_400_000;
const CHILDREN = 2000;
const MISSING = 200;
const PAST = 9;
const ROUNDS = { rounds: 7, times: 3 };
const VIEWER = { person: 'northmere-coordinator', agency: 'northmere', role: 'HUB_COORDINATOR' } as const;
const STANDING = { responsible: ['northmere'], forces: ['mereshire-police'] };
const fields = (...names: string[]) => names.map((name) => ({ name, key: name }));

/** The same rows by hand: no policy, no masks, no disclosure, no clocks. */
const BY_HAND = `select coalesce(json_agg(o), '[]'::json)::text as rows from (
  select e.id, e.status, e.risk, e.missing_since, e.located_at, e.returned_at, e.finalised_at,
    (select row_to_json(c) from (select c.id, c.given_name, c.family_name, c.date_of_birth, c.legal_status from child c where c.id = e.child_id) c) as child,
    (select coalesce(json_agg(s), '[]'::json) from (select step, at, addressee, outcome, words, by, written_at from return_step where episode = e.id order by done_from_at desc, id desc limit 40) s) as steps,
    (select coalesce(json_agg(f), '[]'::json) from (select at, outcome, explanation, attempts from offer where child_id = e.child_id and e.id = any (episode_ids) order by offered_from_at desc, id desc limit 10) f) as offers,
    (select coalesce(json_agg(l), '[]'::json) from (select id, status, missing_since from episode where child_id = e.child_id order by missing_from_at desc, id desc limit 5) l) as last
  from episode e where e.is_open and e.responsible @> array[$1] order by e.missing_from_at desc, e.id desc) o`;

/** The full briefing of 200 children missing, out of 2,000 children with 2,000 episodes and then with 20,000: by hand and through the gate. */
export async function benchBriefingLarge(hub: Hub, print: (line: string) => void): Promise<void> {
  await loadDirectory(hub.database, demonstrationDirectory, { by: 'bench', now: Date.now() });
  await hub.directory.refresh();
  const client = new pg.Client({ connectionString: hub.database.pool.options.connectionString });
  await client.connect();
  try {
    await client.query('set role homeward_writer');
    const children = Array.from({ length: CHILDREN }, () => randomUUID());
    const now = Date.now();
    await putAll(client, children.flatMap((child, nth) => [aChild({ id: child, standing: STANDING }), ...episodeOf(child, nth < MISSING ? null : now - 40 * DAY)]));
    const small = await measure(hub, client, print);
    await putAll(client, children.flatMap((child) => Array.from({ length: PAST }, (_, past) => episodeOf(child, now - (past + 2) * 40 * DAY)).flat()));
    const large = await measure(hub, client, print);
    print(`Rows read with ten times the episodes: ${(large / small).toFixed(2)} times as many`);
  } finally {
    await client.end();
  }
}

/** An episode with an offer and a step; missing now, or back at this instant. */
function episodeOf(child: string, back: number | null): Rows[] {
  const [id, since] = [randomUUID(), new Date((back ?? Date.now()) - DAY).toISOString()];
  const returned = back === null ? null : new Date(back).toISOString();
  const columns = { is_open: back === null, status: back === null ? 'MISSING' : 'RETURNED', missing_since: moment(since), missing_from_at: since, located_at: null, returned_at: returned === null ? null : moment(returned), returned_until_at: returned, finalised_at: null };
  return [
    anEpisode({ id, child, standing: STANDING, columns }),
    anOffer({ id: randomUUID(), child, standing: STANDING, columns: { outcome: 'ACCEPTED', attempts: [], episode_ids: [id] } }),
    aReturnStep({ id: randomUUID(), child, standing: STANDING, columns: { episode: id } }),
  ];
}

async function putAll(client: pg.Client, things: readonly Rows[]): Promise<void> {
  for (let from = 0; from < things.length; from += 1000) {
    await put({ client, close: () => client.end() }, things.slice(from, from + 1000));
  }
}

/** Prints how long each way takes, and answers how many rows one briefing reads. */
async function measure(hub: Hub, client: pg.Client, print: (line: string) => void): Promise<number> {
  await analyse(client);
  const ways: Way[] = [
    { name: 'hand-written SQL, no policy, no disclosure', run: () => client.query({ name: 'large', text: BY_HAND, values: ['northmere'] }).then(({ rows }) => (JSON.parse((rows as { rows: string }[])[0]?.rows ?? '[]') as unknown[]).length) },
    { name: 'the full briefing through the gate', run: () => gated(hub) },
  ];
  const [byHand, through] = [await ways[0]?.run(), await ways[1]?.run()];
  const { rows } = await client.query<{ episodes: string }>('select count(*) as episodes from episode');
  print(`\nFull briefing: ${String(through)} children missing (by hand ${String(byHand)}) among ${String(rows[0]?.episodes)} episodes, ${String(ROUNDS.rounds)} rounds of ${String(ROUNDS.times)}`);
  ratios(await sideBySide(ways, ROUNDS), { unit: 'briefings', perRound: ROUNDS.times }).forEach(print);
  const before = await rowsRead(client);
  await gated(hub);
  const read = (await rowsRead(client)) - before;
  print(`Rows one briefing reads: ${String(read)}`);
  return read;
}

async function gated(hub: Hub): Promise<number> {
  const entries = {
    episode: { Episode: fields('id', 'status', 'risk', 'missingSince') },
    child: { Child: fields('id', 'givenName', 'familyName', 'dateOfBirth', 'legalStatus') },
    lastEpisodes: { Episode: fields('id', 'status', 'missingSince') },
    sources: false,
    course: true,
  };
  const request = { authority: 'northmere', at: null, now: Date.now(), operation: { name: 'Bench', hash: 'bench' }, entries, quarantine: null, sources: null, notices: null, alerts: null, concerns: null };
  return (await readBriefing({ gate: hub.gate, directory: hub.directory.current() }, VIEWER, request)).missing.length;
}

/** As the tables' owner, who alone may look at all of them for the planner. */
async function analyse(client: pg.Client): Promise<void> {
  await client.query('reset role');
  await client.query('analyze');
  await client.query('set role homeward_writer');
}

/** What the server says it has read of the tables of the picture; it says so a second late. */
async function rowsRead(client: pg.Client): Promise<number> {
  await wait(2500);
  const { rows } = await client.query<{ read: string }>(
    `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as read from pg_stat_user_tables where relname in ('child', 'episode', 'offer', 'interview', 'return_step', 'case_record', 'placement', 'concern')`,
  );
  return Number(rows[0]?.read);
}
