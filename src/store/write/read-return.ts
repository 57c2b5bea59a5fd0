import type { EntityManager } from '@mikro-orm/postgresql';
import type { AttemptPayload, OfferPayload } from '../../domain/observation/observation.ts';
import type { Span } from '../../domain/interval/compare-intervals.ts';
import { execute } from '../database.ts';

/** An offer of a child as it stands, whichever system keeps it. */
export interface StandingOffer extends Pick<OfferPayload, 'outcome' | 'explanation' | 'reason' | 'askAgainOn'> {
  readonly id: string;
  readonly at: Span;
  readonly coveredBy: string | null;
  readonly tried: NonNullable<OfferPayload['tried']>;
  readonly attempts: readonly (Pick<AttemptPayload, 'coreHours'> & { readonly at: Span })[];
  readonly episodes: readonly string[];
}
/** An interview that was held, or refused when it was to take place. */
export interface StandingInterview {
  readonly id: string;
  readonly state: 'COMPLETED' | 'REFUSED';
  readonly at: Span;
  /** `person@agency`; null where nobody says. */
  readonly interviewer: string | null;
  readonly heldBy: string;
  readonly ceScreen: boolean;
  /** Whoever recorded it said why the practice was not followed; null: not for this reader. */
  readonly departs: boolean | null;
  readonly episodes: readonly string[];
}
/** One of the child's episodes, as far as its return goes. */
export interface StandingEpisode {
  readonly id: string;
  readonly records: readonly string[];
  readonly missingSince: Span | null;
  readonly locatedAt: Span | null;
  readonly returnedAt: Span | null;
  readonly isBack: boolean;
  /** Away without authorisation at any time of it. */
  readonly wasAway: boolean;
  readonly finalised: boolean;
}

/** What stands of a child's returns, whoever told it and whoever reads it. */
export interface StandingReturns {
  readonly birth: Span | null;
  readonly legalStatus: string | null;
  readonly episodes: readonly StandingEpisode[];
  readonly offers: readonly StandingOffer[];
  readonly interviews: readonly StandingInterview[];
}

/** A time as its picture keeps it. */
const span = (column: string): string =>
  `case when ${column} is null then null else json_build_object('from', (extract(epoch from (${column} ->> 'from')::timestamptz) * 1000)::bigint,
    'until', (extract(epoch from (${column} ->> 'until')::timestamptz) * 1000)::bigint) end`;

const EPISODES = `select json_build_object('id', e.id, 'missingSince', ${span('e.missing_since')}, 'locatedAt', ${span('e.located_at')}, 'returnedAt', ${span('e.returned_at')},
    'isBack', e.status = 'RETURNED', 'records', e.record_ids,
    'wasAway', e.kind = 'AWAY' or exists (select 1 from json_array_elements(e.status_changes) s where s ->> 'status' = 'AWAY'), 'finalised', e.finalised_at is not null) as row
  from episode e where e.child_id = c.id order by e.missing_from_at, e.id`;
const OFFERS = `select json_build_object('id', o.id, 'at', ${span('o.at')}, 'outcome', o.outcome, 'explanation', o.explanation, 'reason', o.reason, 'askAgainOn', o.ask_again_on, 'coveredBy', o.covered_by, 'tried', o.tried,
    'episodes', o.episode_ids, 'attempts', (select coalesce(json_agg(json_build_object('at', ${span("a -> 'at'")}, 'coreHours', a ->> 'coreHours')), '[]')
      from json_array_elements(o.attempts) a)) as row
  from offer o where o.child_id = c.id order by o.offered_from_at, o.id`;
const INTERVIEWS = `select json_build_object('id', i.id, 'state', i.state, 'at', ${span('i.at')}, 'interviewer', f.interviewer, 'heldBy', i.held_by,
    'ceScreen', f.ce_screen is not null, 'departs', f.departure is not null, 'episodes', i.episode_ids) as row
  from interview i join interview_full f on f.id = i.id
  where i.child_id = c.id and i.state in ('COMPLETED', 'REFUSED')
    and not exists (select 1 from offer o where o.id = i.id) order by i.held_from_at, i.id`;
const listOf = (rows: string): string => `(select coalesce(json_agg(row), '[]') from (${rows}) those)`;

/** What stands of the returns of the child shown under this id; null where there is none. */
export async function standingReturns(em: EntityManager, child: string): Promise<StandingReturns | null> {
  const [found] = await execute<{ read: string }>(
    em,
    `select json_build_object('birth', ${span('c.date_of_birth')}, 'legalStatus', c.legal_status,
       'episodes', ${listOf(EPISODES)}, 'offers', ${listOf(OFFERS)}, 'interviews', ${listOf(INTERVIEWS)})::text as read
     from child c where c.id = $1::uuid`,
    [child],
  );
  // The statement above builds exactly this.
  return found === undefined ? null : (JSON.parse(found.read) as StandingReturns);
}
