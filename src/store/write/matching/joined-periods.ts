import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../../database.ts';
import type { Regrouped } from '../regrouped-children.ts';

/** When two person records were shown as one child, and under which id: epoch milliseconds, `[from, until)`. */
export interface JoinedPeriod {
  readonly child: string;
  readonly from: number;
  readonly until: number | null;
}

/** Something that put person records together or took them apart. */
export interface Combination {
  readonly at: number;
  readonly children: readonly Regrouped[];
}

/** The times in which two person records were one child, by the log of what was put together. */
export async function joinedPeriods(em: EntityManager, first: string, second: string): Promise<JoinedPeriod[]> {
  const rows = await execute<{ at: string; children: string }>(
    em,
    `select (extract(epoch from at) * 1000)::text as at, (body->'children')::text as children from audit_event
     where kind = 'COMBINATION' and strpos(body::text, $1) > 0 and strpos(body::text, $2) > 0 order by audit_event.at, id`,
    [first, second],
  );
  // Written by writeDownRegrouped.
  const events = rows.map(({ at, children }) => ({ at: Math.round(Number(at)), children: JSON.parse(children) as Regrouped[] }));
  return periodsOf(events, [first, second]);
}

/** Reads the times off the events, earliest first. */
export function periodsOf(events: readonly Combination[], pair: readonly string[]): JoinedPeriod[] {
  return events.reduce<JoinedPeriod[]>((periods, { at, children }) => {
    const last = periods.at(-1);
    const open = last?.until === null ? last : null;
    const now = standingAfter(children, pair);
    if (now === 'AS_BEFORE' || now === open?.child) {
      return periods;
    }
    const ended = open === null ? periods : [...periods.slice(0, -1), { ...open, until: at }];
    return now === 'APART' ? ended : [...ended, { child: now, from: at, until: null }];
  }, []);
}

/** The id the pair is shown under after an event, or that it is shown as two; an event may also leave it as it was. */
function standingAfter(children: readonly Regrouped[], pair: readonly string[]): string {
  const both = ({ records }: { readonly records: readonly string[] }): boolean => pair.every((record) => records.includes(record));
  const joined = children.find(both);
  return joined?.child ?? (children.some(({ formerly }) => formerly.some(both)) ? 'APART' : 'AS_BEFORE');
}
