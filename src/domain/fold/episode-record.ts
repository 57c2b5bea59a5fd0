import { isBefore, type Span } from '../interval/compare-intervals.ts';
import type { Interval } from '../interval/interval.ts';
import type { LocatedPayload, ObservationOf, ReportPayload, ReturnedPayload, SafeAndWellPayload } from '../observation/observation.ts';
import { isAhead, type SaidWhen } from '../observation/said-when.ts';
import type { KeptRecord } from './kept-record.ts';
import { saidOfKind, sourceOf, statedFields, valueOf, type Stated, type StatedFields } from './stated-fields.ts';

/** What one system says of one episode. */
export interface EpisodeRecord extends KeptRecord {
  readonly report: StatedFields<ReportPayload>;
  readonly statuses: readonly ObservationOf<'status'>[];
  readonly risks: readonly ObservationOf<'risk'>[];
  /** Null while the system has not said so; the time itself may be unknown. */
  readonly located: StatedEvent<LocatedPayload> | null;
  readonly returned: StatedEvent<ReturnedPayload> | null;
  readonly safeAndWell: Stated<SafeAndWellPayload> | null;
  /** What its messages say of a time that had not come when they were sent, or received: kept, and no event. */
  readonly ahead: readonly ('located' | 'returned')[];
  /** Episode records that it was reported of, by the hub's ids. */
  readonly named: readonly string[];
  /** When it began and ended as far as that is stated; an unknown start is known to lie no later than `known`. */
  readonly start: Interval | null;
  readonly end: Interval | 'OPEN' | 'UNKNOWN';
  /** From the first to the last moment stated of it; null when no moment is. */
  readonly known: Span | null;
}

/** An event some record states: its time, known or not, and what else is said of it. */
export interface StatedEvent<P> {
  readonly at: Stated<Interval | null>;
  readonly fields: StatedFields<P>;
}

/** Lays out what one episode record says. */
export function episodeRecord(record: KeptRecord): EpisodeRecord {
  const report = statedFields(record, saidOfKind(record.said, 'report'));
  const statuses = saidOfKind(record.said, 'status');
  const events = { located: saidOfKind(record.said, 'located'), returned: saidOfKind(record.said, 'returned') };
  const located = eventOf(record, events.located.filter((said) => !liesAhead(said)));
  const returned = eventOf(record, events.returned.filter((said) => !liesAhead(said)));
  const checked = saidOfKind(record.said, 'safeAndWell').at(-1);
  const start = valueOf(report.missingSince);
  const fitting = [located, returned].map((event) => event?.at.value).filter((time) => !time || start === null || !isBefore(time, start));
  const moments = [start, valueOf(report.reportedAt), ...statuses.map(({ payload }) => payload.at), ...fitting];
  return {
    ...record,
    report,
    statuses,
    risks: saidOfKind(record.said, 'risk'),
    located,
    returned,
    safeAndWell: checked === undefined ? null : { value: checked.payload, source: sourceOf(record, checked) },
    ahead: (['located', 'returned'] as const).filter((kind) => events[kind].some(liesAhead)),
    named: saidOfKind(record.said, 'filed').flatMap(({ payload }) => payload.episode ?? []),
    start,
    end: endOf(returned, start),
    known: hullOf(moments.filter((moment) => moment !== null && moment !== undefined)),
  };
}

/** Is the time given later than the message that gives it, by when that says it was sent or by when it was received? */
function liesAhead(said: SaidWhen & { readonly payload: { readonly at: Interval | null } }): boolean {
  const { at } = said.payload;
  return at !== null && isAhead(at, said);
}

/** A return before the start is mistyped: that there was one is all it says. */
function endOf(returned: EpisodeRecord['returned'], start: Interval | null): EpisodeRecord['end'] {
  if (returned === null) {
    return 'OPEN';
  }
  const { value } = returned.at;
  return value === null || (start !== null && isBefore(value, start)) ? 'UNKNOWN' : value;
}

/** A later message that leaves the time out does not make a known time unknown. */
function eventOf<P extends { readonly at: Interval | null }>(
  record: KeptRecord,
  said: readonly { readonly id: string; readonly order: string; readonly payload: P }[],
): StatedEvent<P> | null {
  const latest = said.at(-1);
  if (latest === undefined) {
    return null;
  }
  const timed = said.findLast(({ payload }) => payload.at !== null) ?? latest;
  return { at: { value: timed.payload.at, source: sourceOf(record, timed) }, fields: statedFields(record, said) };
}

function hullOf(moments: readonly Interval[]): Span | null {
  if (moments.length === 0) {
    return null;
  }
  return { from: Math.min(...moments.map(({ from }) => from)), until: Math.max(...moments.map(({ until }) => until)) };
}
