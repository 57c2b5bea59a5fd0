import type { EntityManager } from '@mikro-orm/postgresql';
import { ACT_NOW } from '../../domain/workflow/act-now-notice.ts';
import { SAFETY_NOTE_NOTICE } from '../../domain/workflow/safety-note-notice.ts';
import { execute } from '../database.ts';
import { waitingOf, type Waiting } from './waiting-alerts.ts';

/** What was told of a child and waits for somebody to know of it. */
interface OpenTold extends Waiting {
  readonly id: string;
  /** The person record of the child. */
  readonly person: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
}

/** Intelligence that cannot wait, and at which agencies somebody has said that they know of it. */
export interface OpenActNow extends OpenTold {
  readonly answeredAt: readonly string[];
}

/** Of a notice about what waits. */
const NOTICES = `briefing_notice n where n.about = w.about and n.kind = $2 and n.alert is not null`;
const FIRST = `select n.child as person, (extract(epoch from n.raised_at) * 1000)::float8 as "raisedAt" from ${NOTICES} and n.acknowledged_at is null order by n.raised_at limit 1`;

/** The intelligence on these children that cannot wait and that not every agency asked knows of. */
export async function openActNow(em: EntityManager, children: readonly string[]): Promise<readonly OpenActNow[]> {
  return children.length === 0 ? [] : execute<OpenActNow>(
    em,
    `select w.about as id, i.restricted, w.alerts, f.*,
       array(select distinct split_part(n.acknowledged_by, '@', 2) from ${NOTICES} and n.acknowledged_by like '%@%') as "answeredAt"
     from (${waitingOf('$1', '$2')}) w join intelligence i on i.record_ids @> array[w.about] cross join lateral (${FIRST}) f order by w.about`,
    [children, ACT_NOW.kind],
  );
}

/** A safety note, and who approved it in which role. */
export interface OpenNote extends OpenTold {
  readonly recipient: string;
  readonly approvedBy: { readonly person: string; readonly agency: string; readonly role: string };
}

/** The safety notes of these children that nobody has read. */
export async function openNotes(em: EntityManager, children: readonly string[]): Promise<readonly OpenNote[]> {
  return children.length === 0 ? [] : execute<OpenNote>(
    em,
    `select w.about as id, s.restricted, s.recipient, w.alerts, f.*, json_build_object('person', d.person, 'agency', d.agency, 'role', d.role) as "approvedBy"
     from (${waitingOf('$1', '$2')}) w join safety_note s on s.id = w.about cross join lateral (${FIRST}) f
       join lateral (select * from decision d where (d.about = s.id and d.matter = 'APPROVED') or d.id = s.id order by d.at desc limit 1) d on true order by w.about`,
    [children, SAFETY_NOTE_NOTICE.kind],
  );
}
