import { lookingAsSealer } from '../seal/as-sealer.ts';
import type { Database } from '../../store/database.ts';
import { oneStatement } from '../../store/one-statement.ts';

/** Something that was done about a child; what was said of it stays with those who may read it. */
export interface EventOfChild {
  readonly id: string;
  /** An ISO instant. */
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly action: string | null;
  readonly outcome: string | null;
}

/** Whose events, seen from which agency: all of its own child, of another's only what it did itself. */
export interface EventsAsked {
  readonly records: readonly string[];
  readonly isOwn: boolean;
  readonly agency: string;
}

const EVENTS = `select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, actor, agency, role,
    body->>'action' as action, coalesce(body->>'code', body->>'outcome') as outcome
  from audit_event where children && $1::uuid[] and ($2 or agency = $3) order by audit_event.at, id`;

/** What came in, was altered, joined, decided, asked and erased about a child. */
export function eventsOfChild(database: Database, { records, isOwn, agency }: EventsAsked): Promise<readonly EventOfChild[]> {
  return oneStatement<EventOfChild>(database, { as: 'homeward_writer', sql: EVENTS, parameters: [records, isOwn, agency] });
}

/** How far a row of a log is proved: its batch, and whether that is anchored. */
export interface SealState {
  readonly batch: number;
  readonly anchored: boolean;
}

/** The seals of these rows; a row that is not there waits for its seal. */
export function sealsOf(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, SealState>> {
  return lookingAsSealer(database, async (client) => {
    const { rows } = await client.query<SealState & { id: string }>(
      `select entry.id, entry.batch, anchor.number is not null as anchored
       from seal_entry as entry left join seal_anchor as anchor on anchor.number = entry.batch where entry.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, batch, anchored }) => [id, { batch, anchored }]));
  });
}
