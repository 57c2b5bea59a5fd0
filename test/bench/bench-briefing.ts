import pg from 'pg';
import type { BriefingWanted } from '../../src/actions/briefing-wanted.ts';
import { readBriefing } from '../../src/actions/read-briefing.ts';
import { serveHub } from '../../src/compose.ts';
import type { Hub } from '../../src/hub.ts';
import type { WantedField } from '../../src/gate/read-request.ts';
import { receive } from '../../src/ingest/receive.ts';
import { takeWaiting } from '../../src/ingest/take-waiting.ts';
import { birthOf, missingMessage } from './bench-ingest.ts';
import { ratios, sideBySide, type Way } from './side-by-side.ts';

const HOUR = 3_600_000;
/** Numbers of these children, apart from those of the other benchmark. */
const FIRST = 1_000_000;
const CHILDREN = 200;
const PAST_EPISODES = 10;
const PERSON = 'northmere-coordinator';
const VIEWER = { person: PERSON, agency: 'northmere', role: 'HUB_COORDINATOR' } as const;

const fields = (...names: string[]): WantedField[] => names.map((name) => ({ name, key: name }));
const WANTED: BriefingWanted = {
  episode: { Episode: fields('id', 'status', 'risk', 'missingSince') },
  child: { Child: fields('id', 'givenName', 'familyName', 'dateOfBirth', 'legalStatus') },
  lastEpisodes: { Episode: fields('id', 'status', 'missingSince') },
  sources: false,
  course: false,
};
const QUERY = `query Bench { briefing(authority: "northmere") { missing { inWords strategy { reached }
  episode { id status risk missingSince { from text } } child { id givenName familyName dateOfBirth { text } legalStatus }
  lastEpisodes { id status missingSince { text } } } } }`;

/** The same children by hand: no policy, no masks, no disclosure, no clocks. */
const BY_HAND = `select coalesce(json_agg(o), '[]'::json)::text as rows from (
  select e.id, e.status, e.risk, e.missing_since as "missingSince",
    (select row_to_json(c) from (select c.id, c.given_name as "givenName", c.family_name as "familyName", c.date_of_birth as "dateOfBirth",
      c.legal_status as "legalStatus" from child c where c.id = e.child_id) c) as child,
    (select coalesce(json_agg(l), '[]'::json) from (select l.id, l.status, l.missing_since as "missingSince" from episode l
      where l.child_id = e.child_id order by l.missing_from_at desc, l.id desc limit 5) l) as "lastEpisodes"
  from episode e where e.is_open and e.responsible @> array[$1] order by e.missing_from_at desc, e.id desc) o`;

const DAY = 24 * HOUR;
const ddmmyyyy = (at: number): string => new Date(at).toISOString().slice(0, 10).split('-').reverse().join('/');

/** Past episodes of the same children, as their council's yearly return has them. */
function history(now: number): string {
  const rows = Array.from({ length: CHILDREN }, (_, child) =>
    Array.from({ length: PAST_EPISODES }, (_, past) => {
      const start = now - (past + 1) * 31 * DAY;
      return [`C${String(FIRST + child)}`, [...birthOf(FIRST + child)].reverse().join('/'), 'M', ddmmyyyy(start), ddmmyyyy(start + DAY)].join(',');
    }),
  );
  return ['CHILD,DOB,MISSING,MIS_START,MIS_END', ...rows.flat()].join('\n');
}

/** Children missing now, each with a history, by the same pipeline as anyone's. */
async function fill(hub: Hub): Promise<void> {
  const now = Date.now();
  const sender = { fileName: null, signature: null, receivedBy: 'bench', now };
  const extracted = new Date(now).toISOString();
  await receive(hub.ingest, { ...sender, adapter: 'ssda903', agency: 'northmere', system: 'northmere-903', extracted, bytes: Buffer.from(history(now)) });
  const police = { ...sender, adapter: 'police-compact', agency: 'mereshire-police', system: 'mereshire-compact', extracted: null };
  for (let child = 0; child < CHILDREN; child += 1) {
    const text = missingMessage(FIRST + child, now - 5 * HOUR - child * 60_000, 'E99000001');
    await receive(hub.ingest, { ...police, bytes: Buffer.from(text) });
  }
  await takeWaiting(hub.ingest);
}

async function handWritten(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ rows: string }>({ name: 'by-hand', text: BY_HAND, values: ['northmere'] });
  // As much use of the answer as a program makes: it is parsed.
  return (JSON.parse(rows[0]?.rows ?? '[]') as unknown[]).length;
}

/** The briefing by hand, through the gate, and whole over HTTP with a checked token. */
export async function benchBriefing(hub: Hub, print: (line: string) => void): Promise<void> {
  await fill(hub);
  const client = new pg.Client({ connectionString: hub.database.pool.options.connectionString });
  const serving = await serveHub({ ...hub, close: () => Promise.resolve() }, () => Date.now(), { demonstration: false, commands: [] });
  try {
    await client.connect();
    await client.query('set role homeward_writer');
    const ways: Way[] = [
      { name: 'hand-written SQL, no policy, no disclosure', run: () => handWritten(client) },
      { name: 'the briefing through the gate', run: () => gated(hub) },
      { name: 'the briefing over HTTP and GraphQL', run: () => whole(hub, serving.port) },
    ];
    const answers = await Promise.all(ways.map((way) => way.run()));
    print(`\nBriefing: ${String(answers[0])} children missing now, ${String(PAST_EPISODES)} past episodes each, 7 rounds of 20`);
    if (new Set(answers).size !== 1) {
      print(`NOT COMPARABLE: the ways answered ${answers.join(', ')} children`);
    }
    ratios(await sideBySide(ways, { rounds: 7, times: 20 }), { unit: 'briefings', perRound: 20 }).forEach(print);
  } finally {
    await serving.stop();
    await client.end();
  }
}

async function gated(hub: Hub): Promise<number> {
  const operation = { name: 'Bench', hash: 'bench' };
  const request = { authority: 'northmere', at: null, now: Date.now(), operation, entries: WANTED, quarantine: null, sources: null, notices: null, alerts: null, concerns: null };
  return (await readBriefing({ gate: hub.gate, directory: hub.directory.current() }, VIEWER, request)).missing.length;
}

async function whole(hub: Hub, port: number): Promise<number> {
  const token = hub.demonstration?.demonstrationToken(PERSON, Date.now()) ?? '';
  const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY }),
  });
  // The shape is that of QUERY; an error has no data and fails here.
  return ((await response.json()) as { data: { briefing: { missing: unknown[] } } }).data.briefing.missing.length;
}
