import { isAfter, isBefore } from '../interval/compare-intervals.ts';
import type { Interval } from '../interval/interval.ts';
import type { ReturnedPayload } from '../observation/observation.ts';
import { chooseFields, chooseValue, disagreeingFields } from './choose-value.ts';
import { assessments, kindOfAbsence, latestRisk, riskChanges, statusChanges, statusOf } from './episode-course.ts';
import type { EpisodeRecord, StatedEvent } from './episode-record.ts';
import { EVENT_PRIORITY, REPORT_PRIORITY, type Priority } from './field-priority.ts';
import { foldReports } from './fold-reports.ts';
import type { FoldContext } from './fold-context.ts';
import type { EpisodePicture, Flag } from './picture.ts';
import type { Sourced } from './sourced.ts';
import { shownId } from './shown-id.ts';
import { latestSource, type Stated } from './stated-fields.ts';

type Events = Pick<
  EpisodePicture,
  | 'locatedAt'
  | 'locatedPlace'
  | 'locatedHow'
  | 'returnedAt'
  | 'returnedTo'
  | 'returnMethod'
  | 'receivedBy'
  | 'returnCondition'
  | 'returnDebrief'
  | 'safeAndWell'
>;

/** One episode as all systems that report it tell it, their records by id; the provider is added by whoever knows the placements. */
export function foldEpisode(records: readonly EpisodeRecord[], context: FoldContext): Omit<EpisodePicture, 'provider' | 'statements'> {
  const report = chooseFields(records.map((record) => record.report), REPORT_PRIORITY, context);
  const missingSince = report.missingSince ?? null;
  const looked = records.map((record) => withoutEarlier(record, missingSince?.value ?? null, context));
  const events = eventsOf(looked, context);
  const changes = statusChanges(records);
  const status = statusOf(changes, { located: events.locatedAt, returned: events.returnedAt });
  const agencies = new Set(records.map(({ ref }) => ref.agency).filter((agency) => context.kindOf(agency) === 'POLICE'));
  return {
    id: shownId(records, (agency) => agencies.has(agency)),
    records: records.map((record) => ({ id: record.id, source: latestSource(record) })),
    report,
    status,
    kind: kindOfAbsence(changes),
    statusChanges: changes,
    risk: latestRisk(records, context),
    riskChanges: riskChanges(records, context),
    assessments: assessments(records, context),
    ...events,
    reports: foldReports(records, context),
    forces: [...agencies].sort(),
    forcesKnow: [...agencies].sort().filter((force) => knows(ownStatus(looked.filter(({ ref }) => ref.agency === force), context), status)),
    flags: [
      ...conflictFlags({ ...report, ...events }),
      ...missedAgainFlags(records, events.returnedAt),
      ...orderFlags(missingSince, events),
      ...earlierFlags(records, missingSince, context),
      ...aheadFlags(records),
    ],
  };
}

/** How it stands by these records alone. */
function ownStatus(records: readonly EpisodeRecord[], context: FoldContext): EpisodePicture['status'] {
  const { locatedAt: located, returnedAt: returned } = eventsOf(records, context);
  return statusOf(statusChanges(records), { located, returned });
}

/** Who says that a child is missing needs not be told that they are only away. */
function knows(own: EpisodePicture['status'], status: EpisodePicture['status']): boolean {
  return own === status || (own === 'MISSING' && status === 'AWAY');
}

function eventsOf(records: readonly EpisodeRecord[], context: FoldContext): Events {
  const located = records.map((record) => record.located).filter((event) => event !== null);
  const returned = records.map((record) => record.returned).filter((event) => event !== null);
  const checks = records.map(({ safeAndWell }) => safeAndWell).filter((check) => check !== null);
  const choose = <T>(stated: readonly (Stated<T> | undefined)[], priority: Priority): Sourced<T> | null =>
    chooseValue(stated.filter((value) => value !== undefined), priority, context) ?? null;
  const onLocating = (field: 'place' | 'how'): Sourced<string> | null => choose(located.map(({ fields }) => fields[field]), EVENT_PRIORITY.located);
  const onReturn = (field: Exclude<keyof ReturnedPayload, 'at'>): Sourced<string> | null =>
    choose(returned.map(({ fields }) => fields[field]), EVENT_PRIORITY.returned);
  return {
    locatedAt: eventTime(located, EVENT_PRIORITY.located, context),
    locatedPlace: onLocating('place'),
    locatedHow: onLocating('how'),
    returnedAt: eventTime(returned, EVENT_PRIORITY.returned, context),
    returnedTo: onReturn('to'),
    returnMethod: onReturn('method'),
    receivedBy: onReturn('receivedBy'),
    returnCondition: onReturn('condition'),
    returnDebrief: onReturn('debrief'),
    safeAndWell: choose(checks, EVENT_PRIORITY.safeAndWell),
  };
}

/** Is an event so long before the child was missed that it cannot have ended this absence, whoever filed it here? */
function isEarlier({ at: { value } }: StatedEvent<unknown>, missingSince: Interval | null, { timeTolerance }: FoldContext): boolean {
  return value !== null && missingSince !== null && value.until + timeTolerance <= missingSince.from;
}

/** A mistyped day must not end the search: such an event is kept and flagged, and ends nothing. */
function withoutEarlier(record: EpisodeRecord, missingSince: Interval | null, context: FoldContext): EpisodeRecord {
  const kept = <P>(event: StatedEvent<P> | null): StatedEvent<P> | null => (event !== null && isEarlier(event, missingSince, context) ? null : event);
  return { ...record, located: kept(record.located), returned: kept(record.returned) };
}

function earlierFlags(records: readonly EpisodeRecord[], missingSince: Sourced<Interval> | null, context: FoldContext): Flag[] {
  if (missingSince === null) {
    return [];
  }
  const flag = (event: StatedEvent<unknown> | null, what: string): Flag[] =>
    event !== null && isEarlier(event, missingSince.value, context)
      ? [{ code: 'TIMES_OUT_OF_ORDER', records: [...new Set([event.at.source.record, missingSince.source.record])].sort(), reason: `A source says that the child was ${what} before being missed: it ends nothing, so look at both times.` }]
      : [];
  return records.flatMap(({ located, returned }) => [...flag(located, 'traced'), ...flag(returned, 'back')]);
}

function aheadFlags(records: readonly EpisodeRecord[]): Flag[] {
  const words = { located: 'traced', returned: 'back' } as const;
  return records.flatMap(({ id, ahead }) =>
    ahead.map((kind) => ({ code: 'TIMES_OUT_OF_ORDER', records: [id], reason: `A source says that the child was ${words[kind]} at a time that had not come when it said so: it ends nothing, so look at that time.` }) as const),
  );
}

/** That it happened stands even when nobody knows when; a known time beats an unknown one. */
function eventTime(events: readonly StatedEvent<unknown>[], priority: Priority, context: FoldContext): Sourced<Interval | null> | null {
  const timed = events.map(({ at }) => at).filter(({ value }) => value !== null);
  return chooseValue(timed.length > 0 ? timed : events.map(({ at }) => at), priority, context) ?? null;
}

/** A flag that names the fields on which sources disagree. */
export function conflictFlags(fields: Readonly<Record<string, Sourced<unknown> | null | undefined>>): Flag[] {
  const names = disagreeingFields(fields).sort();
  if (names.length === 0) {
    return [];
  }
  const records = names.flatMap((name) => {
    const field = fields[name];
    return field ? [field.source, ...field.disagreeing.map(({ source }) => source)].map(({ record }) => record) : [];
  });
  return [{ code: 'CONFLICTING_VALUES', records: [...new Set(records)].sort(), reason: `Sources disagree on: ${names.join(', ')}.` }];
}

/** A return stands, but a record that says the child was missing after it must be looked at. */
function missedAgainFlags(records: readonly EpisodeRecord[], returnedAt: Sourced<Interval | null> | null): Flag[] {
  const returned = returnedAt?.value;
  if (returnedAt === null || returned === undefined || returned === null) {
    return [];
  }
  const after = records.filter(({ statuses }) => statuses.some(({ payload }) => payload.at !== null && isAfter(payload.at, returned)));
  if (after.length === 0) {
    return [];
  }
  const ids = [...new Set([returnedAt.source.record, ...after.map(({ id }) => id)])].sort();
  return [{ code: 'CONFLICTING_VALUES', records: ids, reason: 'A source says the child was missing after the stated return.' }];
}

function orderFlags(missingSince: Sourced<Interval> | null, { locatedAt, returnedAt }: Events): Flag[] {
  return [
    ...outOfOrder(locatedAt, missingSince, 'The child was traced before being missed.'),
    ...outOfOrder(returnedAt, missingSince, 'The child was back before being missed.'),
    ...outOfOrder(returnedAt, locatedAt, 'The child was back before being traced.'),
  ];
}

function outOfOrder(later: Sourced<Interval | null> | null, earlier: Sourced<Interval | null> | null, reason: string): Flag[] {
  if (!later?.value || !earlier?.value || !isBefore(later.value, earlier.value)) {
    return [];
  }
  return [{ code: 'TIMES_OUT_OF_ORDER', records: [...new Set([later.source.record, earlier.source.record])].sort(), reason }];
}

