import type { Interval } from '../interval/interval.ts';
import type { PlacementPayload } from '../observation/observation.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { PlacementPicture } from './picture.ts';
import { compareText } from './standing.ts';
import type { TakenBackOf } from './taken-back.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';
import { statementsOfPlacement } from './statements-of-picture.ts';
import type { RecordHistory } from './words-of-records.ts';

const NOTHING: TakenBackOf = () => [];

/** The child's placements as their keepers state them, latest first, with what the directory knows of the home. */
export function foldPlacements(records: readonly KeptRecord[], context: FoldContext, takenBackOf: TakenBackOf = NOTHING): PlacementPicture[] {
  return records.flatMap((record) => placementOf({ ...record, takenBack: takenBackOf(record.ref) }, context)).sort(latestFirst);
}

function placementOf(record: KeptRecord & RecordHistory, context: FoldContext): PlacementPicture[] {
  const said = saidOfKind(record.said, 'placement');
  const latest = said.at(-1);
  if (latest === undefined) {
    return [];
  }
  // Every field of a placement is always stated, so that the latest statement is all of it.
  const stated: PlacementPayload = latest.payload;
  const home = stated.urn === null ? null : context.homeOf(stated.urn);
  return [
    {
      id: record.id,
      record: sourceOf(record, latest),
      stated,
      provider: home?.provider ?? null,
      homeName: home?.name ?? null,
      hostAuthority: home?.authority ?? null,
      statements: statementsOfPlacement(record, { record: sourceOf(record, latest), stated }, context),
    },
  ];
}

/** The provider a child was placed with at that time; the day a placement ends belongs to the next one. */
export function providerAt(placements: readonly PlacementPicture[], time: Interval | null): string | null {
  const placed = placements.find(
    ({ stated }) => time !== null && stated.from.from <= time.from && (stated.until === null || time.from < stated.until.from),
  );
  return placed?.provider ?? null;
}

function latestFirst(first: PlacementPicture, second: PlacementPicture): number {
  return second.stated.from.from - first.stated.from.from || compareText(first.id, second.id);
}
