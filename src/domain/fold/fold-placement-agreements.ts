import type { PlacementAgreementPayload } from '../observation/observation.ts';
import type { KeptRecord } from './kept-record.ts';
import type { FoldContext } from './fold-context.ts';
import type { PlacementAgreementPicture } from './picture.ts';
import { authorityOf } from './police-stay.ts';
import { compareText } from './standing.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';

/** What was agreed for the child's placements in other authorities' areas (SOM 7.1.2), the latest first. */
export function foldPlacementAgreements(records: readonly KeptRecord[], context: FoldContext): PlacementAgreementPicture[] {
  return records.flatMap((record) => agreementOf(record, context)).sort(latestFirst);
}

function agreementOf(record: KeptRecord, context: FoldContext): PlacementAgreementPicture[] {
  const latest = saidOfKind(record.said, 'placementAgreement').at(-1);
  if (latest === undefined) {
    return [];
  }
  // Every field is always stated, so that the latest statement is all of it.
  const stated = latest.payload;
  return [{ id: record.id, record: sourceOf(record, latest), stated, hostAuthority: hostOf(stated, context) }];
}

function hostOf({ hostAuthority, placementUrn }: PlacementAgreementPayload, context: FoldContext): string | null {
  const stated = hostAuthority === null ? null : authorityOf(hostAuthority, context);
  const home = placementUrn === null ? null : context.homeOf(placementUrn);
  return stated ?? home?.authority ?? null;
}

function latestFirst(first: PlacementAgreementPicture, second: PlacementAgreementPicture): number {
  return second.stated.from.from - first.stated.from.from || compareText(first.id, second.id);
}
