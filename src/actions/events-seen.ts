import type { Practice } from '../domain/authority/practice.ts';
import { episodeEvents, type ToldOfEpisode } from '../domain/clocks/episode-events.ts';
import type { ClockEvents } from '../domain/clocks/moments.ts';
import type { Span } from '../domain/interval/compare-intervals.ts';
import { departsOf, spanOf, type CourseRow, type MomentRow } from './course-row.ts';
import { SEEN } from './course-wanted.ts';

/** Rows hang from their own episode, so each is of this one, whatever it is called. */
const THIS = '';

/** The events the clocks of an episode wait for, as the reader of this row is shown them. */
export function eventsSeen(row: CourseRow, practice: Pick<Practice, 'clocks'>, now: number): ClockEvents {
  const since = timeOf(row[SEEN.missingSince]);
  const check = row[SEEN.checkOutcome];
  const episode = {
    id: THIS,
    report: since === null ? {} : { missingSince: { value: since } },
    // Where a child is who was missed again since, nobody knows.
    locatedAt: row[SEEN.status] === 'MISSING' || row[SEEN.status] === 'AWAY' ? null : eventOf(row[SEEN.locatedAt], row[SEEN.status] === 'LOCATED'),
    returnedAt: eventOf(row[SEEN.returnedAt], row[SEEN.status] === 'RETURNED'),
    safeAndWell: check === null ? null : { value: { outcome: check, at: timeOf(row[SEEN.checkAt]) } },
  };
  return episodeEvents(episode, toldOf(row), { ...practice, now });
}

function toldOf(row: CourseRow): ToldOfEpisode {
  return {
    offers: (row[SEEN.offers] ?? []).map(({ at, attempts, ...stated }) => ({
      stated: { ...stated, at: spanOf(at) },
      attempts: attempts.map((one) => ({ stated: { ...one, at: spanOf(one.at) } })),
      episodes: [THIS],
    })),
    interviews: (row[SEEN.interviews] ?? []).map(({ state, at, ...said }) => ({ state, at: spanOf(at), departs: departsOf(said), episodes: [THIS] })),
    steps: row[SEEN.steps]?.map(({ step, at, addressee, outcome, ...said }) => ({ step, at: spanOf(at), addressee, outcome, departs: departsOf(said) })) ?? null,
    workers: row[SEEN.workers]?.map(({ person, since }) => ({ person, from: since === null ? null : Date.parse(since), until: null })) ?? null,
  };
}

/** An event that has surely happened though no source says when has no time; else it has not happened. */
function eventOf(time: MomentRow | null, hasHappened: boolean): { readonly value: Span | null } | null {
  return time === null && !hasHappened ? null : { value: timeOf(time) };
}

function timeOf(time: MomentRow | null): Span | null {
  return time === null ? null : spanOf(time);
}
