import { execute, type Writing } from '../../database.ts';

/** Our figure: what happened longer ago when the hub hears of it is history that is being taken in, and goes by a person's hand. */
const HAPPENED_FOR = '28 days';

/** A record of an episode: whose it is, and from which system it came. */
export interface ToldBy {
  readonly agency: string;
  readonly system: string;
}

/** An episode of a child with a host, of which nothing was made ready for the authority that placed the child. */
export interface UntoldEpisode {
  /** Shown id. */
  readonly episode: string;
  readonly host: string;
  readonly placing: string;
  readonly toldBy: readonly ToldBy[];
}

/** When something was last known to happen in it. */
const HAPPENED = `greatest(e.missing_from_at, (e.located_at ->> 'until')::timestamptz, e.returned_until_at)`;
/** It was taken back before it left, or its receiver has answered that it was. */
const WAS_TAKEN_BACK = `(t.fault = 'TAKEN_BACK' and 'WITHDRAWN' = any (t.holds)) or exists (select from transmission l where l.corrects = t.id and l.act = 'retract')`;
/** What a person sent is followed by what corrects it as soon as it goes; and nothing is told anew while word that it was never so is still under way, which could come after it. */
const IS_TOLD = `(t.act = 'retract' and t.state in ('HELD', 'QUEUED', 'SENT'))
  or (t.matter = 'EPISODE' and t.act = 'assert' and (t.because in ('PLACEMENT_AGREEMENT', 'PLACED_BY_ANOTHER') or t.state in ('QUEUED', 'SENT', 'ACKNOWLEDGED')) and not (${WAS_TAKEN_BACK}))`;

/** The late episodes of these children, of whom others are the host than whose child it is, that those were not told of; null: of all children who are not back. */
export async function untoldEpisodes(em: Writing, children: readonly string[] | null, now: number): Promise<readonly UntoldEpisode[]> {
  return execute<UntoldEpisode>(
    em,
    `select e.id as episode, host.by as host, owner.by as placing,
       (select json_agg(distinct jsonb_build_object('agency', r.agency, 'system', r.system)) from record r where r.id = any (e.record_ids)) as "toldBy"
     from episode e, unnest(e.hosts, e.hosts_during) as host(by, during), unnest(e.responsible, e.responsible_during) as owner(by, during)
     where case when $1::uuid[] is null then e.is_open else e.child_id = any ($1) end and host.by <> owner.by and ${HAPPENED} > $2::timestamptz - interval '${HAPPENED_FOR}'
       and owner.during @> $2::timestamptz and (host.during @> $2::timestamptz or host.during @> e.missing_from_at)
       and not exists (select from transmission t where t.to_agency = owner.by and t.records && e.record_ids and (${IS_TOLD}))
     order by e.missing_from_at, e.id, owner.by, host.by`,
    [children, new Date(now).toISOString()],
  );
}
