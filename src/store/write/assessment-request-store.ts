import { execute, type Writing } from '../database.ts';
import { openAlerts, type Waiting } from './waiting-alerts.ts';
import type { AgreedTime } from '../../domain/transmission/transmission-deadline.ts';
import type { Risk } from '../../domain/observation/observation.ts';

/** A request of a host for the risk assessment of the authority that placed a child. */
export interface AssessmentRequest {
  readonly id: string;
  /** The person record of the child, and a record of the episode. */
  readonly child: string;
  readonly episode: string;
  readonly from: string;
  readonly to: string;
  /** `person@agency`, or the hub itself by the agreement. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly askedAt: number;
  readonly dueAt: number;
  readonly agreed: AgreedTime;
  readonly restricted: 'YES' | 'NO';
  /** Another hub told of it, and is told the answer. */
  readonly told: boolean;
}

const instant = (at: number): string => new Date(at).toISOString();
/** What an authority has assessed of a child: another assessment, or one of another time, is another word. */
const ASSESSED = (child: string, by: string): string => `select a.id::text || ' ' || extract(epoch from a.assessed_from_at)::text as said from risk_assessment a join child c on c.id = a.child_id where c.record_ids @> array[${child}] and a.made_by = ${by}`;
/** What it said itself of the risk in an episode, beside the police's grade. */
const STATED = (episode: string, by: string): string => `
  select (one -> 'at' ->> 'from') || ' ' || (one ->> 'word') as said, one ->> 'word' as word, (one -> 'at' ->> 'until')::timestamptz as until
  from episode s join episode_circumstances using (id), json_array_elements(assessed_risks) one where s.record_ids @> array[${episode}] and one ->> 'agency' = ${by}`;
const KNOWN = (child: string, episode: string, by: string): string => `${ASSESSED(child, by)} union select unnest(array[said, word]) from (${STATED(episode, by)}) stated`;

/** Keeps that it was asked; false where the same host waits for the same authority's about the same episode already, whichever record of it was named. */
export async function addAssessmentRequest(em: Writing, { id, child, episode, from, to, by, askedAt, dueAt, agreed, restricted, told }: AssessmentRequest): Promise<boolean> {
  const rows = await execute(
    em,
    `insert into assessment_request (id, child, episode, from_agency, to_agency, asked_by, asked_at, due_at, agreed, known, restricted, told)
     select $1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9::json, array(${KNOWN('$2::uuid', '$3::uuid', '$5')}), $10, $11
     where not exists (select from assessment_request r join episode e on e.record_ids @> array[r.episode] where e.record_ids @> array[$3::uuid] and r.from_agency = $4 and r.to_agency = $5 and r.outcome is null)
     on conflict (id) do nothing returning id`,
    [id, child, episode, from, to, by, instant(askedAt), instant(dueAt), JSON.stringify(agreed), restricted, told],
  );
  return rows.length > 0;
}

/** Asks another authority in the place of the one that was asked, as of then; false where it is asked already, or its word on the risk is there. */
export async function askAnother(em: Writing, { of, id, to, at }: { readonly of: string; readonly id: string; readonly to: string; readonly at: number }): Promise<boolean> {
  const rows = await execute(
    em,
    `insert into assessment_request select (json_populate_record(r, json_build_object('id', $2::uuid, 'to_agency', $3::text, 'known', array(${KNOWN('r.child', 'r.episode', '$3')}), 'outcome', null, 'settled_at', null))).*
     from assessment_request r where r.id = $1::uuid
       and not exists (select from assessment_request o join episode e on e.record_ids @> array[o.episode] where e.record_ids @> array[r.episode] and o.from_agency = r.from_agency and o.to_agency = $3 and o.outcome is null)
       and not exists (select from risk_assessment a join child c on c.id = a.child_id where c.record_ids @> array[r.child] and a.made_by = $3 and (a.valid_until ->> 'until')::timestamptz > $4::timestamptz)
     on conflict (id) do nothing returning id`,
    [of, id, to, instant(at)],
  );
  return rows.length > 0;
}

/** An episode of a child who is missing now and lives with a host that is not their own authority. */
export interface MissingPlaced {
  /** Shown ids. */
  readonly episode: string;
  readonly child: string;
  readonly host: string;
  readonly placing: string;
  readonly risk: Risk | null;
}

/** Our figure: of an older absence, heard of only now, it is for a person to ask. */
const MISSING_FOR = '7 days';

/** The children among these who are missing with a host, of whom their own authority's word on the risk is not there: none that is valid, and none asked for that was answered or still is needed. */
export async function missingPlaced(em: Writing, children: readonly string[], now: number): Promise<readonly MissingPlaced[]> {
  return execute<MissingPlaced>(
    em,
    `select e.id as episode, e.child_id as child, e.risk, host, owner as "placing" from episode e, unnest(e.hosts) host, unnest(e.responsible) owner
     where e.child_id = any ($1::uuid[]) and e.status = 'MISSING' and e.missing_from_at > $2::timestamptz - interval '${MISSING_FOR}' and host <> owner
       and not exists (select from assessment_request r where r.episode = any (e.record_ids) and r.from_agency = host and r.to_agency = owner and r.outcome is distinct from 'NOT_NEEDED')
       and not exists (select from risk_assessment a where a.child_id = e.child_id and a.made_by = owner and (a.valid_until ->> 'until')::timestamptz > $2::timestamptz)
     order by e.id, host, owner`,
    [children, instant(now)],
  );
}

/** A request that waits, beside what is shown now. */
export interface OpenRequest extends Omit<AssessmentRequest, 'by' | 'agreed'>, Waiting {
  readonly answered: boolean;
  readonly needed: boolean;
  readonly risk: Risk | null;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/**
 * The requests of these person records that wait. Answered: the authority has assessed the child anew, in a record or beside the
 * police's grade, or says there what it assessed before and was not known. Not needed: the child is back and was interviewed, or refused to be; or the episode is shown no more.
 */
export async function openRequests(em: Writing, subjects: readonly string[]): Promise<readonly OpenRequest[]> {
  return subjects.length === 0 ? [] : execute<OpenRequest>(
    em,
    `select r.id, r.child, r.episode, r.from_agency as "from", r.to_agency as "to", ${ms('r.asked_at')} as "askedAt", ${ms('r.due_at')} as "dueAt", r.told, e.risk, coalesce(e.restricted, r.restricted) as restricted,
       coalesce(w.alerts, '[]') as alerts,
       exists (select from (${ASSESSED('r.child', 'r.to_agency')}) assessed where not said = any (r.known))
         or exists (select from (${STATED('r.episode', 'r.to_agency')}) stated where not said = any (r.known) and (until > r.asked_at or not word = any (r.known))) as answered,
       e.id is not null and not (e.status = 'RETURNED' and exists (select from interview i where i.episode_ids && e.record_ids and i.state in ('COMPLETED', 'REFUSED'))) as needed
     from assessment_request r left join episode e on e.record_ids @> array[r.episode]
       left join lateral (${openAlerts('briefing_notice n where n.about = r.id')}) w on true
     where r.child = any ($1::uuid[]) and r.outcome is null order by r.asked_at, r.id`,
    [subjects],
  );
}

/** Ends a request for good. */
export async function settleRequest(em: Writing, { id, outcome, at }: { readonly id: string; readonly outcome: 'ANSWERED' | 'NOT_NEEDED'; readonly at: number }): Promise<void> {
  await execute(em, `update assessment_request set outcome = $2, settled_at = $3 where id = $1::uuid and outcome is null`, [id, outcome, instant(at)]);
}

/** Somebody has in view that a request waits, or has no longer, as far as it is before posts: what is before people by name is in nobody's view. */
export async function watchRequest(em: Writing, { id, watcher, watches }: { readonly id: string; readonly watcher: string; readonly watches: boolean }): Promise<void> {
  await execute(
    em,
    `update briefing_notice set watchers = case when $3::boolean then array_append(watchers, $2::text) else array_remove(watchers, $2::text) end
     where about = $1::uuid and alert is not null and acknowledged_at is null and watchers <> '{}' and ($2::text = any (watchers)) <> $3::boolean`,
    [id, watcher, watches],
  );
}

/** When it was asked and by when it is owed, of a request that waits; null where none does. */
export async function requestThatWaits(em: Writing, { from, to, episode }: Pick<AssessmentRequest, 'from' | 'to' | 'episode'>): Promise<Pick<AssessmentRequest, 'askedAt' | 'dueAt'> | null> {
  const rows = await execute<Pick<AssessmentRequest, 'askedAt' | 'dueAt'>>(
    em,
    `select ${ms('r.asked_at')} as "askedAt", ${ms('r.due_at')} as "dueAt" from assessment_request r join episode e on e.record_ids @> array[r.episode]
     where e.record_ids @> array[$1::uuid] and r.from_agency = $2 and r.to_agency = $3 and r.outcome is null`,
    [episode, from, to],
  );
  return rows[0] ?? null;
}

/** A request that another hub told, of an episode that is shown. */
export interface ToldRequest extends Pick<AssessmentRequest, 'episode' | 'from' | 'to' | 'askedAt' | 'dueAt'> {
  readonly risk: Risk | null;
}

/** What was told under these person records, asked here by now or not. */
export async function toldRequests(em: Writing, subjects: readonly string[]): Promise<readonly ToldRequest[]> {
  return execute<ToldRequest>(
    em,
    `select r.id as episode, o.agency as "from", o.payload ->> 'of' as "to", (o.payload -> 'at' ->> 'from')::float8 as "askedAt", (o.payload -> 'dueBy' ->> 'from')::float8 as "dueAt", e.risk
     from standing_observation o join record r on r.agency = o.agency and r.system = o.system and r.kind = 'episode' and r.key = o.payload ->> 'episodeKey'
       join episode e on e.record_ids @> array[r.id]
     where o.subject = any ($1::uuid[]) and o.kind = 'assessmentAsked'
     order by o."order", o.id`,
    [subjects],
  );
}
