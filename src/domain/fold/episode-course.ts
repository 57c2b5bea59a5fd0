import { isAfter } from '../interval/compare-intervals.ts';
import type { Interval } from '../interval/interval.ts';
import type { AbsenceKind, Risk } from '../observation/observation.ts';
import type { EpisodeRecord } from './episode-record.ts';
import type { Change, EpisodePicture } from './picture.ts';
import { compareText } from './standing.ts';
import { sourceOf } from './stated-fields.ts';

/** How the child's absence changed, over all records, in the order of time. */
export function statusChanges(records: readonly EpisodeRecord[]): Change<AbsenceKind>[] {
  return records.flatMap(statusesOf).sort(byTime);
}

/** How the risk changed, over all records, in the order of time; a message that repeats the risk changes nothing. */
export function riskChanges(records: readonly EpisodeRecord[]): Change<Risk | null>[] {
  return records.flatMap((record) => risksOf(record).filter((change, place, all) => !sameAs(change, all[place - 1]))).sort(byTime);
}

/** The latest risk any record states. */
export function latestRisk(records: readonly EpisodeRecord[]): Change<Risk> | null {
  return (
    records
      .flatMap(risksOf)
      .flatMap(({ value, ...rest }) => (value === null ? [] : [{ value, ...rest }]))
      .sort(byTime)
      .at(-1) ?? null
  );
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
function statusesOf(record: EpisodeRecord): Change<AbsenceKind>[] {
  const changes: Change<AbsenceKind>[] = [];
  for (const said of record.statuses.toSorted(inTurn)) {
    const { status: value, at } = said.payload;
    const before = changes.at(-1);
    const restated = before?.value === value ? before : null;
    if (restated !== null) {
      changes.pop();
    }
    changes.push({ value, word: null, at: at ?? (restated === null ? record.start : restated.at), source: sourceOf(record, said) });
  }
  return changes;
}

/** One message may tell of several changes: they happened in the order of their times, not of their ids. */
function inTurn(first: EpisodeRecord['statuses'][number], second: typeof first): number {
  return compareText(first.order, second.order) || (first.payload.at?.from ?? 0) - (second.payload.at?.from ?? 0) || compareText(first.id, second.id);
}

function risksOf(record: EpisodeRecord): Change<Risk | null>[] {
  return record.risks.map((said) => ({
    value: said.payload.risk,
    word: said.payload.word,
    at: said.payload.at,
    source: sourceOf(record, said),
  }));
}

function sameAs(change: Change<unknown>, before: Change<unknown> | undefined): boolean {
  return before !== undefined && change.value === before.value && change.word === before.word;
}

/** A change whose time nobody knows comes first. */
function byTime(first: Change<unknown>, second: Change<unknown>): number {
  return (
    (first.at?.from ?? 0) - (second.at?.from ?? 0) ||
    compareText(first.source.order, second.source.order) ||
    compareText(first.source.observation, second.source.observation)
  );
}
