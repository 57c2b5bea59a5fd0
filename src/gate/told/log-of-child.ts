import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { HubError } from '../../domain/errors.ts';
import { groundFor } from '../../policy/purpose.ts';
import { POLICY_VERSION } from '../../policy/rules.ts';
import type { Purpose, ReadingRole, Viewer } from '../../policy/viewer.ts';
import { faultOf } from '../../store/connection.ts';
import type { Database } from '../../store/database.ts';
import type { DisclosureBody, ObjectClass } from '../disclosed-objects.ts';
import { disclosureHash, INSERT_DISCLOSURE, type Outcome } from '../disclosure-row.ts';

/** One answer of the log, as far as it was about the child and the agency answers for it. */
export interface LogEntryOfChild {
  readonly id: string;
  /** An ISO instant. */
  readonly at: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: ReadingRole;
  readonly purpose: Purpose;
  readonly lawfulBasis: string;
  readonly operation: string;
  readonly shown: readonly ObjectClass[];
}

/** Whose log is looked through, by whom, and for which time: epoch milliseconds, `[from, until)`. */
export interface LogAsked {
  readonly viewer: Viewer;
  readonly child: string;
  readonly records: readonly string[];
  readonly from: number | null;
  readonly until: number | null;
  readonly operation: string;
  readonly now: number;
  /** May this be asked at all? A refusal is written down too. */
  readonly refused: boolean;
}

/** The log's own ceiling and nothing else: whoever looks through it reads no child. */
const OPEN = `begin; set local role homeward_reader; set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'`;
const SETTINGS = `select set_config('app.agency', $1, true), set_config('app.person', $2, true), set_config('app.role', $3, true),
  set_config('app.ceiling', '{disclosures}', true), set_config('app.now', $4, true)`;
const PAGE = 500;
const NEXT = `select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, agency, role, purpose,
    lawful_basis as "lawfulBasis", operation, body
  from disclosure where children && $1::uuid[] and outcome = 'SHOWN' and at >= $2 and at < $3 and (at, id) > ($4, $5::uuid)
  order by at, id limit ${String(PAGE)}`;
const FIRST = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/** Everything the log says of a child, written down like any look at it; in the second wall's own bounds: what the agency answers for. */
export async function logOfChild(database: Database, asked: LogAsked): Promise<readonly LogEntryOfChild[]> {
  const client = await database.pool.connect();
  let inDoubt = true;
  try {
    const { viewer, now } = asked;
    await client.query(OPEN);
    await client.query(SETTINGS, [viewer.agency, viewer.person, viewer.role, new Date(now).toISOString()]);
    const entries = asked.refused ? [] : await everyEntry(client, asked);
    await client.query(INSERT_DISCLOSURE, lookedThrough(asked, entries.length > 0));
    if ((await client.query('commit')).command !== 'COMMIT') {
      throw new HubError('INTERNAL', 'The disclosure could not be written, so nothing is shown.');
    }
    inDoubt = false;
    return entries;
  } catch (error) {
    throw faultOf(error);
  } finally {
    client.release(inDoubt);
  }
}

type StoredEntry = Omit<LogEntryOfChild, 'shown'> & { readonly body: DisclosureBody };

async function everyEntry(client: PoolClient, { viewer, records, from, until }: LogAsked): Promise<readonly LogEntryOfChild[]> {
  const instant = (time: number | null, open: string): string => (time === null ? open : new Date(time).toISOString());
  const between = [[...records], instant(from, '-infinity'), instant(until, 'infinity')];
  const entries: LogEntryOfChild[] = [];
  for (let last: Pick<StoredEntry, 'at' | 'id'> | undefined = FIRST; last !== undefined; ) {
    const { rows }: { rows: StoredEntry[] } = await client.query<StoredEntry>(NEXT, [...between, last.at, last.id]);
    for (const { body, ...entry } of rows) {
      const shown = shownOf(body, records, viewer.agency);
      entries.push(...(shown.length === 0 ? [] : [{ ...entry, shown }]));
    }
    last = rows.length < PAGE ? undefined : rows.at(-1);
  }
  return entries;
}

/** The classes of objects that were of this child and that the agency answers for; an answer may hold many children. */
function shownOf({ classes, controllers, children, objects }: DisclosureBody, records: readonly string[], agency: string): readonly ObjectClass[] {
  const places = new Set<number>();
  for (const [place, answering, , , child] of objects) {
    const of = child === null ? null : children[child];
    if (of !== null && of !== undefined && records.includes(of) && controllers[answering]?.includes(agency) === true) {
      places.add(place);
    }
  }
  return classes.filter((_, place) => places.has(place));
}

/** That this log was looked through: nothing of the child was shown but that it is in it. */
function lookedThrough({ viewer, child, operation, now, refused }: LogAsked, found: boolean): unknown[] {
  const { purpose, lawfulBasis } = groundFor(viewer.role, 'read');
  const fields = ['actor', 'agency', 'at', 'objects', 'purpose', 'role'];
  const body: DisclosureBody = {
    classes: found ? [{ type: 'DisclosureRecord', bits: 0, level: 'DisclosureRecord', fields }] : [],
    controllers: found ? [[viewer.agency]] : [],
    children: found ? [child] : [],
    objects: found ? [[0, 0, child, 1, 0]] : [],
  };
  const who = [viewer.person, viewer.agency, viewer.role];
  const outcome: Outcome = refused ? 'REFUSED' : found ? 'SHOWN' : 'NOTHING';
  const content = [randomUUID(), new Date(now).toISOString(), ...who, purpose, lawfulBasis, operation, '', POLICY_VERSION, [viewer.agency], body.children, outcome];
  const text = JSON.stringify(body);
  return [...content, text, disclosureHash(content, text)];
}
