import type { ChildPicture, RiskAssessmentPicture } from '../../domain/fold/picture.ts';
import { childFacts, withHash, type PictureRow } from './project-facts.ts';
import { momentOf } from './project-values.ts';

/** One assessment of the risk to the child, and which authority made it. */
export function projectRiskAssessment(child: ChildPicture, { id, record, stated, episodes }: RiskAssessmentPicture): PictureRow {
  return withHash({
    id,
    at: momentOf(stated.at),
    assessed_from_at: new Date(stated.at.from).toISOString(),
    risk: stated.risk,
    word: stated.word,
    factors: stated.factors,
    plan: stated.plan,
    assessor: stated.assessor,
    valid_until: momentOf(stated.validUntil),
    made_by: record.agency,
    episode_ids: episodes,
    ...childFacts(child),
  });
}
