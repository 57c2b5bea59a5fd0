import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readBriefing } from '../../src/actions/read-briefing.ts';
import { demonstrationDirectory } from '../../src/cli/demonstration/demonstration-directory.ts';
import type { Hub } from '../../src/hub.ts';
import { loadDirectory } from '../../src/directory/load-directory.ts';
import { aChild, anEpisode, aPlacement, moment, put, type AThingOfAChild, type Rows } from '../gate/a-world.ts';
import { aCaseAction, aCaseRecord, aConcern, aReturnStep } from '../gate/case-of-a-child.ts';
import { anOffer, aReturnInterview } from '../gate/told-of-a-child.ts';
import { ratios, sideBySide, type Way } from './side-by-side.ts';

const DAY = 86_400_000;
const CHILDREN = 2000;
const MISSING = 200;
const SHOWN = 5;
const PAST = 9;
const EPISODES = 2000;
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
    const [missing, others] = [children.slice(0, MISSING), children.slice(MISSING)];
    const past = (child: string, from: number, count: number) => Array.from({ length: count }, (_, nth) => episodeOf(child, now - (from + nth + 1) * 40 * DAY)).flat();
    await putAll(client, children.map((child) => aChild({ id: child, standing: STANDING })));
    // As many past episodes as an entry shows: what is read beyond them is read of the child's history.
    await putAll(client, missing.flatMap((child) => [...episodeOf(child, null), ...past(child, 0, SHOWN)]));
    await putAll(client, others.slice(0, EPISODES - MISSING * (1 + SHOWN)).flatMap((child) => past(child, 0, 1)));
    const small = await measure(hub, client, print);
    await putAll(client, children.flatMap((child) => past(child, SHOWN, PAST)));
    const large = await measure(hub, client, print);
    print(`With ten times the episodes ${(large.rows / small.rows).toFixed(2)} times the rows read, ${(large.entries / small.entries).toFixed(2)} times the entries of indexes`);
  } finally {
    await client.end();
  }
}

/** An episode with all that an entry is made of; missing now, or back at this instant. */
function episodeOf(child: string, back: number | null): Rows[] {
  const [id, since] = [randomUUID(), new Date((back ?? Date.now()) - DAY).toISOString()];
  const returned = back === null ? null : new Date(back).toISOString();
  const columns = { is_open: back === null, status: back === null ? 'MISSING' : 'RETURNED', missing_since: moment(since), missing_from_at: since, located_at: null, returned_at: returned === null ? null : moment(returned), returned_until_at: returned, finalised_at: null };
  const of = { child, standing: STANDING };
  const told = (columns: Record<string, unknown>) => ({ id: randomUUID(), ...of, columns });
  return [
    anEpisode({ id, ...of, columns }),
    anOffer(told({ outcome: 'ACCEPTED', attempts: [], episode_ids: [id], offered_from_at: since })),
    aReturnStep(told({ episode: id, done_from_at: since })),
    ...(back === null ? [] : [...aReturnInterview(told({ episode_ids: [id], held_from_at: returned })), ...afterwards(told, { id, since, returned })]),
  ];
}

/** What is written, raised and set after a return, and a placement that ended with it. */
function afterwards(told: (columns: Record<string, unknown>) => AThingOfAChild, { id, since, returned }: { id: string; since: string; returned: string | null }): Rows[] {
  return [
    aCaseRecord({ ...told({ episode: id, done_from_at: since }), originator: 'northmere' }),
    aConcern({ ...told({ heard_from_at: since }), originator: 'northmere' }),
    aCaseAction({ ...told({ state: 'DONE', due: since }), owner: 'northmere' }),
    aPlacement(told({ from_at: since, until_at: returned })),
  ];
}

async function putAll(client: pg.Client, things: readonly Rows[]): Promise<void> {
  for (let from = 0; from < things.length; from += 1000) {
    await put({ client, close: () => client.end() }, things.slice(from, from + 1000));
  }
}

/** What one briefing reads of the picture's tables, and of their indexes. */
interface Read {
  readonly rows: number;
  readonly entries: number;
}

/** Prints how long each way takes, and answers how much one briefing reads. */
async function measure(hub: Hub, client: pg.Client, print: (line: string) => void): Promise<Read> {
  await analyse(hub);
  const ways: Way[] = [
    { name: 'hand-written SQL, no policy, no disclosure', run: () => client.query({ name: 'large', text: BY_HAND, values: ['northmere'] }).then(({ rows }) => (JSON.parse((rows as { rows: string }[])[0]?.rows ?? '[]') as unknown[]).length) },
    { name: 'the full briefing through the gate', run: () => gated(hub) },
  ];
  const [byHand, through] = [await ways[0]?.run(), await ways[1]?.run()];
  const { rows } = await client.query<{ episodes: string }>('select count(*) as episodes from episode');
  print(`\nFull briefing: ${String(through)} children missing (by hand ${String(byHand)}) among ${String(rows[0]?.episodes)} episodes, ${String(ROUNDS.rounds)} rounds of ${String(ROUNDS.times)}`);
  ratios(await sideBySide(ways, ROUNDS), { unit: 'briefings', perRound: ROUNDS.times }).forEach(print);
  const before = await readSoFar(hub, client);
  await gated(hub);
  const after = await readSoFar(hub, client);
  const read = { rows: after.rows - before.rows, entries: after.entries - before.entries };
  print(`One briefing reads ${String(read.rows)} rows, and ${String(read.entries)} entries of indexes`);
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
async function analyse({ ownerUrl }: Hub): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl ?? undefined });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

const TABLES = `('child', 'placement', 'episode', 'offer', 'interview', 'interview_full', 'return_step', 'case_record', 'concern', 'case_action')`;

/** What the server has counted, after every connection has handed in what it counted itself. */
async function readSoFar({ database: { pool } }: Hub, client: pg.Client): Promise<Read> {
  await Promise.all([client, ...Array.from({ length: pool.options.max }, () => pool)].map((one) => one.query('select pg_stat_force_next_flush()')));
  const { rows: [counted] } = await client.query<{ rows: string; entries: string }>(`select
    (select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_user_tables where relname in ${TABLES}) as rows,
    (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ${TABLES}) as entries`);
  return { rows: Number(counted?.rows), entries: Number(counted?.entries) };
}
