import type { EntityManager } from '@mikro-orm/postgresql';
import { CLOCKS_RUN, EPISODE_NEWS, type EpisodeNews } from '../../domain/workflow/episode-news.ts';
import type { Risk } from '../../domain/observation/observation.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { execute } from '../database.ts';
import { isSentAfter } from './sent-of-late.ts';
import { openAlerts, type Waiting } from './waiting-alerts.ts';

/** What has happened to a child in an episode, who was alerted of it, and before whom it waits for an answer. */
export interface NewsOfEpisode extends Waiting {
  readonly news: EpisodeNews;
  /** What an alert of it says, as it is kept in `alerted`: the news, and how grave it is. */
  readonly events: readonly string[];
  /** Something of that was not alerted yet. */
  readonly isNew: boolean;
  /** The agencies whose duty was told of it, and that were not taken off it unanswered. */
  readonly heard: readonly string[];
  /** The agencies before which it is now. */
  readonly asked: readonly string[];
  /** Since when an alert of it waits, epoch milliseconds; null where none does. */
  readonly openSince: number | null;
  /** Shown ids. */
  readonly episode: string;
  readonly child: string;
  /** Every record of the episode: whichever they are joined with later, it was alerted once. */
  readonly records: readonly string[];
  readonly risk: Risk | null;
}

interface By {
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Our figures: what is older when the hub first hears of it is history that is being taken in, and stands on the briefing as long as the child is away. */
const MISSING_FOR = '7 days';
const HAPPENED_FOR = '72 hours';

const NEWS = `case when e.status = 'RETURNED' then 'CHILD_RETURNED' when e.status = 'LOCATED' then 'CHILD_LOCATED' else 'CHILD_MISSING' end`;
const IS_NEW = `case e.status when 'RETURNED' then e.returned_until_at > $2::timestamptz - interval '${HAPPENED_FOR}'
  when 'LOCATED' then coalesce((e.located_at ->> 'until')::timestamptz, e.missing_from_at) > $2::timestamptz - interval '${HAPPENED_FOR}'
  else e.missing_from_at > $2::timestamptz - interval '${MISSING_FOR}' end`;

/** Of a missing child it is news again that nobody knows any more where they are, and that the risk has risen; nobody having said it, it is answered as HIGH. */
const EVENTS = `array[${NEWS}] || case when e.status = 'MISSING' then array['MISSING UNTRACED'] else '{}' end
  || case when not e.status in ('MISSING', 'AWAY') or e.risk in ('LOW', 'VERY_LOW') then '{}' when e.risk = 'MEDIUM' then array['MISSING AT MEDIUM'] else array['MISSING AT MEDIUM', 'MISSING AT HIGH'] end`;
const IS_ALERTED = (event: string): string => `exists (select from alerted a where a.record = any (e.record_ids) and a.event = ${event})`;
/** `<role>:<agency>` or `person@agency`; those of one notice are of one agency. */
const AGENCY = `regexp_replace(n."to"[1], '^.*[:@]', '')`;
const IS_ASKED = `n.acknowledged_at is null and (n.alert is not null or n.kind = '${CLOCKS_RUN.kind}')`;

/** Of an episode the hub has looked at: that it was no history then, or that it was, and what stood of it; whatever is forgotten of what was told. */
const HEARD = `'HEARD'`;
const HISTORY = `'HISTORY'`;
const OPEN_NEWS = `briefing_notice n where n.about = any (e.record_ids) and n.kind = ${NEWS}`;
const WAITS = `exists (select from briefing_notice n where n.about = any (e.record_ids) and n.kind like 'CHILD\\_%' and n.alert is not null and n.acknowledged_at is null)`;
/** When it was said, by the message's own time where it has one. */
const LATELY = `$2::timestamptz - interval '${MISSING_FOR}'`;
const IS_LATE_WORD = isSentAfter('o."order"', LATELY, `o.recorded_at > ${LATELY}`);
/** Somebody has said something of it lately, or by hand or taking it back of the child, as a record that is gone is none of the episode's; what an archive tells is none. */
const SAID_LATELY = `(exists (select from observation o where o.record = any (e.record_ids) and ${IS_LATE_WORD})
  or exists (select from observation o join child c on o.subject = any (c.record_ids) where c.id = e.child_id and (o.act = 'retract' or o.system = '${HUB_SYSTEM}') and ${IS_LATE_WORD}))`;
const IS_UNSAID = `exists (select from unnest(${EVENTS}) said where not ${IS_ALERTED('said')})`;
/** News by its age, or whatever its age as long as the child is away or somebody waits for word; of what was history only what was said since. */
const IS_LOOKED_AT = `case when ${IS_ALERTED(HISTORY)} and not ${IS_ALERTED(HEARD)}
  then ${IS_UNSAID} and (${IS_NEW} or (e.is_open and ${SAID_LATELY})) else ${IS_NEW} or e.is_open or ${WAITS} end`;

/** Keeps of episodes that the hub hears of for the first time whether they were history then: what stands of that is no news later, and what is said of it then is. */
export async function keepFirstHeard(em: EntityManager, children: readonly string[], now: number): Promise<void> {
  await execute(
    em,
    `insert into alerted (record, event, at)
     select record, said, $2 from episode e, unnest(e.record_ids) record, unnest(case when ${IS_NEW} or ${WAITS} or ${IS_ALERTED(NEWS)} then array[${HEARD}] else array[${HISTORY}] || ${EVENTS} end) said
     where e.child_id = any ($1::uuid[]) and not ${IS_ALERTED(HEARD)} and not ${IS_ALERTED(HISTORY)} on conflict do nothing`,
    [children, new Date(now).toISOString()],
  );
}

/** Where the children's episodes stand now, as far as it is new or still so. */
export async function newsOfEpisodes(em: EntityManager, children: readonly string[], now: number): Promise<readonly NewsOfEpisode[]> {
  return execute<NewsOfEpisode>(
    em,
    `select ${NEWS} as news, ${EVENTS} as events, e.id as episode, e.child_id as child, e.record_ids as records, e.risk, e.restricted,
       ${IS_UNSAID} as "isNew",
       array(select distinct substr(a.event, length(${NEWS}) + 2) from alerted a where a.record = any (e.record_ids) and a.event like ${NEWS} || ' %') as heard,
       array(select distinct ${AGENCY} from briefing_notice n where n.about = any (e.record_ids) and n.kind in (${NEWS}, '${CLOCKS_RUN.kind}') and ${IS_ASKED}) as asked,
       (select extract(epoch from min(n.raised_at)) * 1000 from ${OPEN_NEWS} and n.alert is not null and n.acknowledged_at is null)::float8 as "openSince",
       coalesce((select w.alerts from (${openAlerts(OPEN_NEWS, 'e.id')}) w), '[]') as alerts
     from episode e where e.child_id = any ($1::uuid[]) and (${IS_LOOKED_AT}) order by e.missing_from_at, e.id`,
    [children, new Date(now).toISOString()],
  );
}

/** Keeps that this was alerted, and ends what was alerted of the same episode before: what came later says more. */
export async function markAlerted(em: EntityManager, { news, events, records }: Pick<NewsOfEpisode, 'news' | 'events' | 'records'>, { by, at }: By): Promise<void> {
  const now = new Date(at).toISOString();
  await execute(em, `delete from alerted where record = any ($1::uuid[]) and (event like $2 || ' %' or event = ${HISTORY})`, [records, news]);
  await keepAlerted(em, { records, events: ['HEARD', ...events] }, at);
  await execute(
    em,
    `update briefing_notice set acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end
     where about = any ($1::uuid[]) and kind = any ($4::text[]) and acknowledged_at is null`,
    [records, now, by, EPISODE_NEWS],
  );
}

/** Keeps that the duties of these agencies were told of it. */
export async function markHeard(em: EntityManager, { news, records }: Pick<NewsOfEpisode, 'news' | 'records'>, { agencies, at }: { readonly agencies: readonly string[]; readonly at: number }): Promise<void> {
  await keepAlerted(em, { records, events: agencies.map((agency) => `${news} ${agency}`) }, at);
}

async function keepAlerted(em: EntityManager, { records, events }: Pick<NewsOfEpisode, 'records' | 'events'>, at: number): Promise<void> {
  await execute(em, `insert into alerted (record, event, at) select record, event, $3 from unnest($1::uuid[]) record, unnest($2::text[]) event on conflict do nothing`, [records, events, new Date(at).toISOString()]);
}

/** Ends what is asked of these agencies: they answer for the child no more, and where they do again it is told them anew. */
export async function endAsked(em: EntityManager, { news, records, agencies }: Pick<NewsOfEpisode, 'news' | 'records'> & { readonly agencies: readonly string[] }, { by, at }: By): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $4, acknowledged_by = case when visible_from <= $4 then $5 end
     where n.about = any ($1::uuid[]) and n.kind in ($2, '${CLOCKS_RUN.kind}') and ${IS_ASKED} and ${AGENCY} = any ($3::text[])`,
    [records, news, agencies, new Date(at).toISOString(), by],
  );
  await execute(em, `delete from alerted where record = any ($1::uuid[]) and event = any ($2::text[])`, [records, agencies.map((agency) => `${news} ${agency}`)]);
}

const reached = (news: string): string => `array_position($2::text[], ${news})`;

/**
 * What was alerted of the children's episodes and is taken back, as a return entered by mistake: nobody is asked about it any
 * more, and what is so instead counts as never alerted, so that whoever was told otherwise hears of it. So does a graver word
 * that is not so any more: once it is so again it is news.
 */
export async function forgetTakenBack(em: EntityManager, children: readonly string[], { by, at }: By): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $3, acknowledged_by = case when visible_from <= $3 then $4 end
     where (n.kind = any ($2::text[]) or n.kind = '${CLOCKS_RUN.kind}') and n.acknowledged_at is null and (n.child = any ($1::uuid[]) or n.child = any (select unnest(c.record_ids) from child c where c.id = any ($1::uuid[])))
       and not exists (select from episode e where e.record_ids @> array[n.about] and ${reached(NEWS)} >= ${reached(`case n.kind when '${CLOCKS_RUN.kind}' then 'CHILD_RETURNED' else n.kind end`)})`,
    [children, EPISODE_NEWS, new Date(at).toISOString(), by],
  );
  await execute(
    em,
    `delete from alerted a using episode e where e.child_id = any ($1::uuid[]) and a.record = any (e.record_ids)
       and a.event not in (${HEARD}, ${HISTORY}) and (exists (select from alerted b where b.record = any (e.record_ids) and ${reached('b.event')} > ${reached(NEWS)})
         or (a.event like 'MISSING %' and not a.event = any (${EVENTS})))`,
    [children, EPISODE_NEWS],
  );
  await forgetGone(em, children);
}

/** Ends what was alerted of the children's episodes where more was alerted of them under another of their records: that they are back, say. */
export async function endOutdone(em: EntityManager, children: readonly string[], { by, at }: By): Promise<void> {
  await execute(
    em,
    `update briefing_notice n set acknowledged_at = $3, acknowledged_by = case when visible_from <= $3 then $4 end
     from episode e where e.child_id = any ($1::uuid[]) and n.about = any (e.record_ids) and n.kind = any ($2::text[]) and n.kind <> ${NEWS} and n.acknowledged_at is null and ${IS_ALERTED(NEWS)}`,
    [children, EPISODE_NEWS, new Date(at).toISOString(), by],
  );
}

/** A record that stands in no episode and is no intelligence any more, as it was cancelled, counts as never alerted: said again under the same number it is news. */
async function forgetGone(em: EntityManager, children: readonly string[]): Promise<void> {
  await execute(
    em,
    `delete from alerted a where a.record in (
         select o.record from observation o where o.subject in (select unnest($1::uuid[]) union select unnest(c.record_ids) from child c where c.id = any ($1::uuid[])))
       and a.event not in (${HEARD}, ${HISTORY}) and not exists (select from episode e where e.record_ids @> array[a.record])
       and not exists (select from intelligence i where i.record_ids @> array[a.record])`,
    [children],
  );
}

/** Who was told at once, by notices of these kinds, of the episode that a record is part of, as the notices name them. */
export async function toldAtOnce(em: EntityManager, record: string, kinds: readonly string[]): Promise<readonly string[]> {
  const rows = await execute<{ to: string }>(
    em,
    `select distinct unnest(n."to") as to from briefing_notice n join episode e on e.record_ids @> array[n.about]
     where e.record_ids @> array[$1::uuid] and n.kind = any ($2::text[]) and n.visible_from <= n.raised_at`,
    [record, kinds],
  );
  return rows.map(({ to }) => to);
}
