import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** Everybody a notice is for may read it: its child is not restricted. */
const EVERYBODY = `'{ALL}'::text[]`;

/** Has whoever a notice is for a part in the child: at an agency that ever had to do with them by what is known now, or by name? */
const HAS_A_PART = `(regexp_replace(addressee, '^.*[:@]', '') = any (c.responsible || c.hosts || c.forces || c.providers || c.candidates || c.partners) 
    or exists (select from unnest(c.named) holder where substr(holder, strpos(holder, ':') + 1) = addressee and not starts_with(holder, 'GUEST_WORKER:')))`;
/** Whoever has to do with the child no more is told nothing more of them; that two records may be one child also comes to whose other one it may be. */
const WITH_A_PART = `case when n.kind = 'MATCH' or (select bool_and(${HAS_A_PART}) from unnest(n."to") addressee) then ${EVERYBODY}
    else array(select addressee from unnest(n."to") addressee where ${HAS_A_PART}) end`;

/**
 * Who of those a notice is for may read it, by the row `c` of its child: of a restricted one whoever is let in; the managers
 * until somebody is named; the missing team and the duty team that keep them in view while the episode it speaks of is open, or
 * the child is missing where it speaks of none; and the data protection officer, who reads nothing else of the child.
 */
const ofChild = (about: string, ofAnOpenOne: string): string => `case when c.restricted = 'NO' then ${ofAnOpenOne} else
    array(select substr(holder, 10) from unnest(c.named) holder where holder like 'ADMITTED:%')
    || array(select 'DATA_PROTECTION_OFFICER:' || agency from unnest(c.responsible) agency)
    || array(select 'TEAM_MANAGER:' || agency from unnest(c.responsible) agency where c.awaits_naming = 'YES')
    || array(select role || ':' || agency from unnest(c.keeps) agency, unnest(array['EDT', 'POLICE_MISSING_TEAM']) role where ${isOpen(about)}) end`;

const isOpen = (about: string): string => `coalesce((select e.is_open from episode e where e.record_ids @> array[${about}::uuid] limit 1), c.missing_now = 'YES')`;

/** For whom a notice of this person record is open as it is put up, and what it is about; both are expressions of the statement it stands in. */
export const openToOf = (record: string, about: string): string => `coalesce((select ${ofChild(about, EVERYBODY)} from child c where c.record_ids @> array[${record}::uuid] limit 1), ${EVERYBODY})`;

const NOW_OPEN_TO = ofChild('n.about', WITH_A_PART);

/** Shuts and opens what is told of these children as they themselves are shut and opened: nobody reads a notice of whom they must not know of. */
export async function storeOpenTo(em: EntityManager, children: readonly string[]): Promise<void> {
  await execute(
    em,
    // Once for all of them: by a list of records of each child the planner has what waits read anew for every one.
    `with who as materialized (select unnest(record_ids) as record, c.* from child c where id = any ($1::uuid[])),
     told as materialized (
       select n.id, ${NOW_OPEN_TO} as open_to, case when c.restricted = 'NO' then n.watchers else '{}' end as watchers
       from (select * from briefing_notice where child = any (array(select record from who)) and acknowledged_at is null offset 0) n join who c on c.record = n.child)
     update briefing_notice n set open_to = told.open_to, watchers = told.watchers from told
     where n.id = told.id and n.id = any (array(select id from told)) and (n.open_to <> told.open_to or n.watchers <> told.watchers)`,
    [children],
  );
}
