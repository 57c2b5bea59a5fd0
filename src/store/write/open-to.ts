import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** Everybody a notice is for may read it: its child is not restricted. */
const EVERYBODY = `'{ALL}'::text[]`;

/**
 * Who of those a notice is for may read it, by the row `c` of its child: of a restricted one whoever is let in; the managers
 * until somebody is named; the missing team and the duty team that keep them in view while the episode it speaks of is open, or
 * the child is missing where it speaks of none; and the data protection officer, who reads nothing else of the child.
 */
const ofChild = (about: string): string => `case when c.restricted = 'NO' then ${EVERYBODY} else
    array(select substr(holder, 10) from unnest(c.named) holder where holder like 'ADMITTED:%')
    || array(select 'DATA_PROTECTION_OFFICER:' || agency from unnest(c.responsible) agency)
    || array(select 'TEAM_MANAGER:' || agency from unnest(c.responsible) agency where c.awaits_naming = 'YES')
    || array(select role || ':' || agency from unnest(c.keeps) agency, unnest(array['EDT', 'POLICE_MISSING_TEAM']) role where ${isOpen(about)}) end`;

const isOpen = (about: string): string => `coalesce((select e.is_open from episode e where e.record_ids @> array[${about}::uuid] limit 1), c.missing_now = 'YES')`;

/** For whom a notice of this person record is open as it is put up, and what it is about; both are expressions of the statement it stands in. */
export const openToOf = (record: string, about: string): string => `coalesce((select ${ofChild(about)} from child c where c.record_ids @> array[${record}::uuid] limit 1), ${EVERYBODY})`;

/** Shuts and opens what is told of these children as they themselves are shut and opened: nobody reads a notice of whom they must not know of. */
export async function storeOpenTo(em: EntityManager, children: readonly string[]): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set open_to = ${ofChild('n.about')}, watchers = case when c.restricted = 'NO' then n.watchers else '{}' end
     from child c where c.id = any ($1::uuid[]) and n.child = any (c.record_ids) and n.acknowledged_at is null
       and (n.open_to <> ${ofChild('n.about')} or (c.restricted = 'YES' and n.watchers <> '{}'))`,
    [children],
  );
}
