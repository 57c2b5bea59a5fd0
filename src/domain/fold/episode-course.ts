import { isAfter, type Span } from '../interval/compare-intervals.ts';
import type { Interval } from '../interval/interval.ts';
import type { AbsenceKind, Risk } from '../observation/observation.ts';
import { isAhead, saidBy, type SaidWhen } from '../observation/said-when.ts';
import type { EpisodeRecord } from './episode-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { EpisodePicture } from './picture.ts';
import type { Change } from './sourced.ts';
import type { AssessedRisk } from './reported-picture.ts';
import { compareText } from './standing.ts';
import { sourceOf } from './stated-fields.ts';

/** How the child's absence changed, over all records, in the order of time. */
export function statusChanges(records: readonly EpisodeRecord[]): Change<AbsenceKind>[] {
  return inTime(records.flatMap(statusesOf));
}

type Kinds = Pick<FoldContext, 'kindOf'>;

/**
 * The records whose word on the risk stands: the police's, who have a scale for it; until they state one, everybody's. So
 * nobody's own assessment takes the place of what the police said.
 */
function gradingRecords(records: readonly EpisodeRecord[], { kindOf }: Kinds): readonly EpisodeRecord[] {
  const police = records.filter(({ ref, risks }) => kindOf(ref.agency) === 'POLICE' && risks.some(({ payload }) => payload.risk !== null));
  return police.length > 0 ? records.filter(({ ref }) => kindOf(ref.agency) === 'POLICE') : records;
}

/** What others than the police assessed themselves, in the order of time. */
export function assessments(records: readonly EpisodeRecord[], { kindOf }: Kinds): AssessedRisk[] {
  return records
    .filter(({ ref }) => kindOf(ref.agency) !== 'POLICE')
    .flatMap((record) => record.risks.filter(({ payload }) => payload.passedOn !== true).map(({ payload: { risk, word, at, why } }) => ({ agency: record.ref.agency, value: risk, word, at, why: why ?? null })))
    .sort((first, second) => first.at.from - second.at.from || compareText(first.agency, second.agency));
}

/** How the risk changed, over all records, in the order of time; a message that repeats the risk changes nothing. */
export function riskChanges(all: readonly EpisodeRecord[], kinds: Kinds): Change<Risk | null>[] {
  const records = gradingRecords(all, kinds);
  return inTime(records.flatMap((record) => risksOf(record).filter(([change], place, said) => !sameAs(change, said[place - 1]?.[0]))));
}

/** The latest risk the police state; where they state none, the latest any record states. */
export function latestRisk(records: readonly EpisodeRecord[], kinds: Kinds): Change<Risk> | null {
  const known = inTime(gradingRecords(records, kinds).flatMap(risksOf)).flatMap(({ value, ...rest }) => (value === null ? [] : [{ value, ...rest }]));
  return known.at(-1) ?? null;
}

/** What the child was when missed: the earliest status, a time before the date that holds it. */
export function kindOfAbsence(changes: readonly Change<AbsenceKind>[]): AbsenceKind {
  const earliest = changes.toSorted((first, second) => (first.at?.until ?? Infinity) - (second.at?.until ?? Infinity) || byTime(first, second));
  return earliest[0]?.value ?? 'MISSING';
}

/** Back, else traced (unless the child was missed again since), else as last stated. */
export function statusOf(
  changes: readonly Change<AbsenceKind>[],
  { located, returned }: { located: { value: Interval | null } | null; returned: unknown },
): EpisodePicture['status'] {
  if (returned !== null) {
    return 'RETURNED';
  }
  const latest = changes.at(-1);
  if (located === null) {
    return latest?.value ?? 'MISSING';
  }
  return latest?.at && located.value && isAfter(latest.at, located.value) ? latest.value : 'LOCATED';
}

/** The statuses one record states; said again it is the same change, at the time said last. */
function statusesOf(record: EpisodeRecord): Told<AbsenceKind>[] {
  const changes: Told<AbsenceKind>[] = [];
  for (const said of record.statuses.toSorted(inTurn)) {
    const { status: value, at } = said.payload;
    const before = changes.at(-1)?.[0];
    const restated = before?.value === value ? before : null;
    if (restated !== null) {
      changes.pop();
    }
    changes.push([{ value, word: null, at: at ?? (restated === null ? record.start : restated.at), source: sourceOf(record, said) }, said]);
  }
  return changes;
}

/** One message may tell of several changes: they happened in the order of their times, not of their ids. */
function inTurn(first: EpisodeRecord['statuses'][number], second: typeof first): number {
  return compareText(first.order, second.order) || (first.payload.at?.from ?? 0) - (second.payload.at?.from ?? 0) || compareText(first.id, second.id);
}

function risksOf(record: EpisodeRecord): Told<Risk | null>[] {
  return record.risks.map((said) => [{ value: said.payload.risk, word: said.payload.word, at: said.payload.at, source: sourceOf(record, said) }, said]);
}

function sameAs(change: Change<unknown>, before: Change<unknown> | undefined): boolean {
  return before !== undefined && change.value === before.value && change.word === before.word;
}

/** A change, and what tells when it was said. */
type Told<T> = readonly [change: Change<T>, said: SaidWhen];

/** In the order of their times; one that is dated ahead stands where it was said, or it would hide whatever is said until then. */
function inTime<T>(told: readonly Told<T>[]): Change<T>[] {
  const dated = told.map(([change, said]) => ({ change, source: change.source, at: change.at !== null && isAhead(change.at, said) ? instant(saidBy(said)) : change.at }));
  return dated.sort(byTime).map(({ change }) => change);
}

const instant = (at: number | null): Span | null => (at === null ? null : { from: at, until: at });

const NO_TIME: Span = { from: 0, until: 0 };

type Moved = Pick<Change<unknown>, 'source'> & { readonly at: Span | null };

/** A change whose time nobody knows comes first, and one that is told by its day before whatever is told of that day by its hour. */
function byTime(first: Moved, second: Moved): number {
  const [one, other] = [first.at ?? NO_TIME, second.at ?? NO_TIME];
  return (
    one.from - other.from ||
    other.until - one.until ||
    compareText(first.source.order, second.source.order) ||
    compareText(first.source.observation, second.source.observation)
  );
}
