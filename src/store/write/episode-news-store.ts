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
  /** The forces that say themselves that it stands so. */
  readonly forcesKnow: readonly string[];
  /** The agencies that reported something of the episode, or whose duty was told of it. */
  readonly aware: readonly string[];
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
/** Looked up by each record: a list of records, of which the planner knows nothing, has it read the whole table for every episode. */
const TOLD = `cross join lateral (select array(
    select a.event from unnest(e.record_ids) as of(record) cross join lateral (select event from alerted where alerted.record = of.record offset 0) a) as events offset 0) told`;
const OPEN = `unnest(e.record_ids) as of(record) cross join lateral (select * from briefing_notice b where b.about = of.record and b.acknowledged_at is null offset 0) n`;
/** Of an episode \`e\` beside what was alerted of it, \`told\`. */
const IS_ALERTED = (event: string): string => `(${event} = any (told.events))`;
/** `<role>:<agency>` or `person@agency`; those of one notice are of one agency. */
const AGENCY = `regexp_replace(n."to"[1], '^.*[:@]', '')`;
const IS_ASKED = `n.acknowledged_at is null and (n.alert is not null or n.kind = '${CLOCKS_RUN.kind}')`;

/** Of an episode the hub has looked at: that it was no history then, or that it was, and what stood of it; whatever is forgotten of what was told. */
const HEARD = `'HEARD'`;
const HISTORY = `'HISTORY'`;
const OPEN_NEWS = `${OPEN} where n.kind = ${NEWS}`;
const WAITS = `exists (select from ${OPEN} where n.kind like 'CHILD\\_%' and n.alert is not null)`;
/** When it was said, by the message's own time where it has one. */
const LATELY = `$2::timestamptz - interval '${MISSING_FOR}'`;
const IS_LATE_WORD = isSentAfter('o."order"', LATELY, `o.recorded_at > ${LATELY}`);
/** Somebody has said something of it lately, or by hand or taking it back of the child, as a record that is gone is none of the episode's; what an archive tells is none. */
const SAID_LATELY = `(exists (select from unnest(e.record_ids) as of(record) cross join lateral (select from observation o where o.record = of.record and ${IS_LATE_WORD} offset 0) said)
  or exists (select from child c cross join lateral unnest(c.record_ids) as of(subject) cross join lateral (
      select from observation o where o.subject = of.subject and (o.act = 'retract' or o.system = '${HUB_SYSTEM}') and ${IS_LATE_WORD} offset 0) said where c.id = e.child_id))`;
const IS_UNSAID = `not (${EVENTS} <@ told.events)`;
/** News by its age, or whatever its age as long as the child is away or somebody waits for word; of what was history only what was said since. */
const IS_LOOKED_AT = `case when ${IS_ALERTED(HISTORY)} and not ${IS_ALERTED(HEARD)}
  then ${IS_UNSAID} and (${IS_NEW} or (e.is_open and ${SAID_LATELY})) else ${IS_NEW} or e.is_open or ${WAITS} end`;

/** Keeps of episodes that the hub hears of for the first time whether they were history then: what stands of that is no news later, and what is said of it then is. */
export async function keepFirstHeard(em: EntityManager, children: readonly string[], now: number): Promise<void> {
  await execute(
    em,
    `insert into alerted (record, event, at)
     select record, said, $2 from episode e ${TOLD}, unnest(e.record_ids) record, unnest(case when ${IS_NEW} or ${WAITS} or ${IS_ALERTED(NEWS)} then array[${HEARD}] else array[${HISTORY}] || ${EVENTS} end) said
     where e.child_id = any ($1::uuid[]) and not ${IS_ALERTED(HEARD)} and not ${IS_ALERTED(HISTORY)} on conflict do nothing`,
    [children, new Date(now).toISOString()],
  );
}

/** Where the children's episodes stand now, as far as it is new or still so. */
export async function newsOfEpisodes(em: EntityManager, children: readonly string[], now: number): Promise<readonly NewsOfEpisode[]> {
  return execute<NewsOfEpisode>(
    em,
    `select ${NEWS} as news, ${EVENTS} as events, e.id as episode, e.child_id as child, e.record_ids as records, e.risk, e.restricted, e.forces_know as "forcesKnow",
       ${IS_UNSAID} as "isNew",
       array(select distinct substr(event, length(${NEWS}) + 2) from unnest(told.events) as event where event like ${NEWS} || ' %') as heard,
       array(select r.agency from unnest(e.record_ids) as of(record) join record r on r.id = of.record
         union select split_part(event, ' ', 2) from unnest(told.events) as event where event like 'CHILD\\_% %') as aware,
       array(select distinct ${AGENCY} from ${OPEN} where n.kind in (${NEWS}, '${CLOCKS_RUN.kind}') and ${IS_ASKED}) as asked,
       (select extract(epoch from min(n.raised_at)) * 1000 from ${OPEN_NEWS} and n.alert is not null)::float8 as "openSince",
       coalesce((select w.alerts from (${openAlerts(OPEN_NEWS, 'e.id')}) w), '[]') as alerts
     from episode e ${TOLD} where e.child_id = any ($1::uuid[]) and (${IS_LOOKED_AT}) order by e.missing_from_at, e.id`,
    [children, new Date(now).toISOString()],
  );
}

/** Keeps that these were alerted, and ends what was alerted of the same episodes before: what came later says more. */
export async function markAlerted(em: EntityManager, told: readonly Pick<NewsOfEpisode, 'news' | 'events' | 'records'>[], { by, at }: By): Promise<void> {
  if (told.length === 0) {
    return;
  }
  const records = told.flatMap((one) => one.records);
  const newsOf = told.flatMap(({ news, records: those }) => those.map((record) => ({ record, news })));
  await execute(
    em,
    `delete from alerted a using json_to_recordset($2::json) as told(record uuid, news text)
     where a.record = any ($1::uuid[]) and a.record = told.record and (a.event like told.news || ' %' or a.event = ${HISTORY})`,
    [records, JSON.stringify(newsOf)],
  );
  await keepAlerted(em, told.map(({ records: those, events }) => ({ records: those, events: ['HEARD', ...events], at })));
  await execute(
    em,
    `update briefing_notice set acknowledged_at = $2, acknowledged_by = case when visible_from <= $2 then $3 end
     where about = any ($1::uuid[]) and kind = any ($4::text[]) and acknowledged_at is null`,
    [records, new Date(at).toISOString(), by, EPISODE_NEWS],
  );
}

/** Keeps that the duties of these agencies were told of episodes, and when. */
export async function markHeard(em: EntityManager, heard: readonly (Pick<NewsOfEpisode, 'news' | 'records'> & { readonly agencies: readonly string[]; readonly at: number })[]): Promise<void> {
  await keepAlerted(em, heard.map(({ news, records, agencies, at }) => ({ records, events: agencies.map((agency) => `${news} ${agency}`), at })));
}

async function keepAlerted(em: EntityManager, kept: readonly (Pick<NewsOfEpisode, 'records' | 'events'> & Pick<By, 'at'>)[]): Promise<void> {
  const rows = kept.flatMap(({ records, events, at }) => records.flatMap((record) => events.map((event) => ({ record, event, at: new Date(at).toISOString() }))));
  if (rows.length > 0) {
    await execute(em, `insert into alerted (record, event, at) select record, event, at from json_to_recordset($1::json) as kept(record uuid, event text, at timestamptz) on conflict do nothing`, [JSON.stringify(rows)]);
  }
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

/** The person records of these children; of one that is gone nothing is left but the record it stood under. */
const PERSONS = `select unnest($1::uuid[]) union select unnest(c.record_ids) from child c where c.id = any ($1::uuid[])`;
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
     where n.child = any (array(${PERSONS})) and n.acknowledged_at is null and (n.kind = any ($2::text[]) or n.kind = '${CLOCKS_RUN.kind}')
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
     where n.id = any (array(select n.id from episode e ${TOLD}, ${OPEN} where e.child_id = any ($1::uuid[]) and n.kind = any ($2::text[]) and n.kind <> ${NEWS} and ${IS_ALERTED(NEWS)}))`,
    [children, EPISODE_NEWS, new Date(at).toISOString(), by],
  );
}

/** A record that stands in no episode and is no intelligence any more, as it was cancelled, counts as never alerted: said again under the same number it is news. */
async function forgetGone(em: EntityManager, children: readonly string[]): Promise<void> {
  await execute(
    em,
    `delete from alerted a where a.record in (
         select o.record from observation o where o.subject in (${PERSONS}))
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
