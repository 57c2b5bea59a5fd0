import type { EpisodesNamed } from './episodes-named.ts';
import { latestFirst } from './fold-offers.ts';
import type { KeptRecord } from './kept-record.ts';
import type { RiskAssessmentPicture } from './picture.ts';
import { saidOfKind, sourceOf } from './stated-fields.ts';

/** The risk assessments authorities made of the child, the latest first; a host consults them before it interviews (BHM). */
export function foldRiskAssessments(records: readonly KeptRecord[], episodesNamed: EpisodesNamed): RiskAssessmentPicture[] {
  return records.flatMap((record) => assessmentOf(record, episodesNamed)).sort(latestFirst);
}

function assessmentOf(record: KeptRecord, episodesNamed: EpisodesNamed): RiskAssessmentPicture[] {
  const latest = saidOfKind(record.said, 'riskAssessment').at(-1);
  if (latest === undefined) {
    return [];
  }
  // Every field is always stated, so that the latest statement is all of it.
  return [{ id: record.id, record: sourceOf(record, latest), stated: latest.payload, ...episodesNamed(latest.payload, record.ref) }];
}
