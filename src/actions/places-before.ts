import { OWN } from './briefing-wanted.ts';
import { spanOf, type MomentRow } from './course-row.ts';

/** Where a child was seen or stayed before, as this reader is shown it. */
export interface PlaceBefore {
  /** LAST_SEEN before an earlier episode, LOCATED in one, or STAYED, as the child told in an interview. */
  readonly how: 'LAST_SEEN' | 'LOCATED' | 'STAYED';
  readonly place: string;
  /** Epoch milliseconds: when that episode began, or the interview was; null: no source says, or not for this reader. */
  readonly at: number | null;
}

/** What is asked of the child for it; null: not for this reader. */
export interface PlacesRow {
  readonly [OWN.before]?: readonly { readonly id: string; readonly missingSince: MomentRow | null; readonly lastSeenPlace: string | null; readonly locatedPlace: string | null }[] | null;
  readonly [OWN.stayed]?: readonly { readonly at: MomentRow | null; readonly placesStayed: readonly string[] | null }[] | null;
}

/** Every place of the earlier episodes and interviews once, the latest first; the episode of the entry itself says its own. */
export function placesBefore(child: PlacesRow, episode: string): readonly PlaceBefore[] {
  const earlier = (child[OWN.before] ?? []).filter(({ id }) => id !== episode);
  const seen = earlier.flatMap(({ missingSince, lastSeenPlace, locatedPlace }) => [...placeOf('LOCATED', locatedPlace, missingSince), ...placeOf('LAST_SEEN', lastSeenPlace, missingSince)]);
  const stayed = (child[OWN.stayed] ?? []).flatMap(({ at, placesStayed }) => (placesStayed ?? []).flatMap((place) => placeOf('STAYED', place, at)));
  const all = [...stayed, ...seen].toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  return all.filter(({ how, place }, nth) => all.findIndex((one) => one.how === how && one.place === place) === nth);
}

function placeOf(how: PlaceBefore['how'], place: string | null, at: MomentRow | null): PlaceBefore[] {
  return place === null || place.trim() === '' ? [] : [{ how, place, at: at === null ? null : spanOf(at).from }];
}
