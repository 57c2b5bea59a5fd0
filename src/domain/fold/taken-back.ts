import type { RecordRef } from '../record/record.ts';
import { episodeRecord, type EpisodeRecord } from './episode-record.ts';
import { groupBy } from './group-by.ts';
import type { KeptRecord } from './kept-record.ts';
import { startsApart } from './episode-nearness.ts';
import { mayBeOne } from './match-episodes.ts';
import { byOrder, compareText, refKey, type TakenBack } from './standing.ts';

/** What one record said and took back. */
export type TakenBackOf = (ref: RecordRef) => readonly TakenBack[];

/** What each record said and took back. */
export function takenBackByRecord(takenBack: readonly TakenBack[]): TakenBackOf {
  const byRecord = groupBy(takenBack, ({ said }) => refKey(said.record));
  return (ref) => byRecord.get(refKey(ref)) ?? [];
}

/** Records of which nothing stands, each under the person record it was filed under last. */
export function recordsGone(takenBack: readonly TakenBack[], idOf: (ref: RecordRef) => string): KeptRecord[] {
  return [...groupBy(takenBack, ({ said }) => refKey(said.record)).values()].flatMap((those) => {
    const said = those.map((one) => one.said).sort(byOrder);
    const last = said.at(-1);
    return last === undefined ? [] : [{ ref: last.record, id: idOf(last.record), said, subjects: [idOf(last.subject)] }];
  });
}

/**
 * The episode that a record of which nothing stands would have been a part of, so that what it said is seen beside the
 * others: the nearest that keeps no record of the same system; null where there is none.
 */
export function formerEpisode(gone: KeptRecord, groups: readonly EpisodeRecord[][], tolerance: number): EpisodeRecord[] | null {
  const stated = episodeRecord(gone);
  // What was taken back before it ended did not go on for ever.
  const former: EpisodeRecord = { ...stated, end: stated.end === 'OPEN' ? 'UNKNOWN' : stated.end };
  const near = groups.flatMap((group) => {
    const others = group.filter((record) => mayBeOne(former, record, tolerance));
    const ofItsSystem = group.some(({ ref }) => ref.agency === gone.ref.agency && ref.system === gone.ref.system);
    return others.length === 0 || ofItsSystem ? [] : [{ group, apart: Math.min(...others.map((record) => startsApart(former, record))), id: group[0]?.id ?? '' }];
  });
  const byNearness = near.sort((first, second) => (first.apart === second.apart ? compareText(first.id, second.id) : first.apart - second.apart));
  return byNearness[0]?.group ?? null;
}
