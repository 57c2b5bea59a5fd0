import type { Database } from '../../store/database.ts';
import { oneStatement } from '../../store/one-statement.ts';

/** An emergency access to the child, and what came of looking at it afterwards. */
export interface Emergency {
  readonly id: string;
  /** `person@agency`. */
  readonly person: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Null while it is under review. */
  readonly outcome: string | null;
}

/** A child as the logs name it: by any of its person records, for after a join or its undoing the shown one is another. */
export interface ChildOfLog {
  readonly records: readonly string[];
  /** Does the agency answer for the child: as an authority, or as a force while no authority does? */
  readonly isOwn: boolean;
  readonly emergencies: readonly Emergency[];
}

const CHILD = `select record_ids::text[] as records,
    $2 = any (responsible) or (responsible = '{}' and $2 = any (forces)) as "isOwn"
  from child where record_ids @> array[$1::uuid]`;

const EMERGENCIES = `select opened.id, opened.payload->>'person' as person, opened.payload->>'reason' as reason,
    (extract(epoch from opened.at) * 1000)::float8 as from, (opened.payload->>'until')::float8 as until,
    (select review.payload->>'outcome' from decision as review
      where review.kind = 'EMERGENCY_REVIEW' and review.about = opened.id order by review.revision desc limit 1) as outcome
  from decision as opened where opened.kind = 'EMERGENCY' and opened.child = any ($1::uuid[]) order by opened.at, opened.id`;

/** What is known of a child by any record id of it. One that is erased keeps its log under the id that is asked. */
export async function childOfLog(database: Database, id: string, agency: string): Promise<ChildOfLog> {
  const [child = { records: [id], isOwn: false }] = await oneStatement<Pick<ChildOfLog, 'records' | 'isOwn'>>(database, {
    as: 'homeward_writer',
    sql: CHILD,
    parameters: [id, agency],
  });
  const emergencies = await oneStatement<Emergency>(database, { as: 'homeward_writer', sql: EMERGENCIES, parameters: [child.records] });
  return { ...child, emergencies };
}
