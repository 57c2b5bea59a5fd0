import { execute, type Writing } from '../../database.ts';
import type { RowFacts } from '../read-facts.ts';

/** What is true of a transmission at one instant. */
export interface TransmissionFacts {
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly recipient: string;
  readonly came: 'YES' | 'NO';
  readonly restricted: 'YES' | 'NO';
  readonly named: readonly string[];
}

/** One transmission, by its id. */
export async function factsOfTransmission(em: Writing, id: string, now: number): Promise<RowFacts<TransmissionFacts> | null> {
  const [row] = await execute<{ read: string }>(
    em,
    `select json_build_object('id', t.id, 'child', coalesce(c.id, t.child), 'childRecords', coalesce(c.record_ids, array[t.child]),
       'facts', json_build_object('fromAgency', t.from_agency, 'toAgency', t.to_agency, 'recipient', t.recipient, 'came', t.came, 'restricted', t.restricted,
         'named', array(select held.by from unnest(t.named, t.named_during) as held(by, during) where held.during @> $2::timestamptz order by 1)))::text as read
     from transmission t left join child c on c.record_ids @> array[t.child] where t.id = $1::uuid`,
    [id, new Date(now).toISOString()],
  );
  // Written by the statement above; the words are those of the columns.
  return row === undefined ? null : (JSON.parse(row.read) as RowFacts<TransmissionFacts>);
}
