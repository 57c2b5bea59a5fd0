import { execute, type Writing } from '../../database.ts';
import { asTransmission, TRANSMISSION_JSON, type Transmission } from './transmission-row.ts';

/** Marks what was owed by now and of which no receipt has come, the longest overdue first: each once, whoever asks. */
export async function takeOverdue(em: Writing, at: number): Promise<readonly Transmission[]> {
  const rows = await execute<{ read: string }>(
    em,
    `with due as (select id from transmission where due_at < $1 and overdue_told_at is null and acknowledged_at is null order by due_at, id limit 100 for no key update skip locked)
     update transmission t set overdue_told_at = $1 from due where t.id = due.id returning ${TRANSMISSION_JSON} as read`,
    [new Date(at).toISOString()],
  );
  return rows.map(({ read }) => asTransmission(read));
}
