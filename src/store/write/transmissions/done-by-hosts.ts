import { execute, type Writing } from '../../database.ts';
import { HELD_OF_LATE } from '../held-of-late.ts';

/** What a host did for a child of another authority, as that host tells it, and the system that it comes from. */
export interface DoneByHost {
  /** Record id of the interview, or of the offer that led to none. */
  readonly id: string;
  readonly system: string;
}

/** What was held, refused or ended lately of these children by whom they are not; of what was done by an authority whose child it was at the time nothing is owed. */
export async function doneByHosts(em: Writing, children: readonly string[], now: number): Promise<readonly DoneByHost[]> {
  return execute<DoneByHost>(
    em,
    `select i.id, r.system from interview i join record r on r.id = i.id
     where i.child_id = any ($1::uuid[]) and i.state in ('COMPLETED', 'REFUSED', 'NOT_HELD') and i.held_from_at > $2::timestamptz - ${HELD_OF_LATE} and r.agency = i.held_by
       and not exists (select from unnest(i.responsible, i.responsible_during) as own(by, during)
         where own.by = i.held_by and (own.during @> $2::timestamptz or own.during @> i.held_from_at))
     order by i.held_from_at, i.id`,
    [children, new Date(now).toISOString()],
  );
}
