import type { ChildPicture, PlacementPicture } from '../../domain/fold/picture.ts';
import { HUB_SYSTEM } from '../../domain/record/record.ts';
import { revisionOf } from './hub-statement-store.ts';
import {
  projectChild,
  projectChildAddress,
  projectChildContact,
  projectChildLikeness,
  projectChildNumber,
  projectChildSource,
} from './project-child.ts';
import { projectCaseAction, projectCaseRecord, projectConcern, projectReturnStep } from './project-case.ts';
import { projectEpisode, projectEpisodeCircumstances, projectEpisodeCondition, projectEpisodeSource } from './project-episode.ts';
import { placementFacts, withHash, type PictureRow } from './project-facts.ts';
import {
  projectIntelligence,
  projectIntelligenceContent,
  projectIntelligenceResult,
  projectIntelligenceSanitised,
  projectIntelligenceSource,
} from './project-intelligence.ts';
import { projectInterview, projectInterviewFull, projectInterviewLocating } from './project-interview.ts';
import { projectOffer } from './project-offer.ts';
import { projectPlacementAgreement } from './project-placement-agreement.ts';
import { projectRiskAssessment } from './project-risk-assessment.ts';
import { projectChildProfile, projectProfile } from './project-profile.ts';
import { projectReports } from './project-report.ts';
import { projectSafetyNote } from './project-safety-note.ts';
import { projectInterviewRedacted, projectRedaction, projectSharingRecord } from './project-sharing.ts';
import { projectPlacementSource } from './project-statements.ts';
import { projectWhoseChild } from './project-whose-child.ts';
import { momentOf } from './project-values.ts';

/** Tables of the picture, each with the pure function that makes a child's rows of it. */
export const PICTURE_TABLES = {
  child: (child) => [projectChild(child)],
  child_contact: (child) => [projectChildContact(child)],
  child_address: (child) => [projectChildAddress(child)],
  child_number: (child) => [projectChildNumber(child)],
  child_source: (child) => [projectChildSource(child)],
  child_likeness: (child) => [projectChildLikeness(child)],
  placement: (child) => child.placements.map((placement) => projectPlacement(child, placement)),
  placement_source: (child) => child.placements.map((placement) => projectPlacementSource(child, placement)),
  episode: (child) => child.episodes.map((episode) => projectEpisode(child, episode)),
  episode_circumstances: (child) => child.episodes.map((episode) => projectEpisodeCircumstances(child, episode)),
  episode_condition: (child) => child.episodes.map((episode) => projectEpisodeCondition(child, episode)),
  episode_report: (child) => child.episodes.flatMap((episode) => projectReports(child, episode)),
  episode_source: (child) => child.episodes.map((episode) => projectEpisodeSource(child, episode)),
  offer: (child) => child.offers.map((offer) => projectOffer(child, offer)),
  risk_assessment: (child) => child.riskAssessments.map((assessment) => projectRiskAssessment(child, assessment)),
  placement_agreement: (child) => child.placementAgreements.map((agreement) => projectPlacementAgreement(child, agreement)),
  interview: (child) => child.interviews.map((interview) => projectInterview(child, interview)),
  interview_full: (child) => child.interviews.map((interview) => projectInterviewFull(child, interview)),
  interview_locating: (child) => child.interviews.flatMap((interview) => projectInterviewLocating(child, interview)),
  interview_redacted: (child) => child.interviews.flatMap((interview) => projectInterviewRedacted(child, interview)),
  redaction: (child) => child.interviews.flatMap((interview) => projectRedaction(child, interview)),
  sharing_record: (child) => child.interviews.flatMap((interview) => projectSharingRecord(child, interview)),
  intelligence: (child) => child.intelligence.map((item) => projectIntelligence(child, item)),
  intelligence_sanitised: (child) => child.intelligence.flatMap((item) => projectIntelligenceSanitised(child, item)),
  intelligence_content: (child) => child.intelligence.map((item) => projectIntelligenceContent(child, item)),
  intelligence_result: (child) => child.intelligence.flatMap((item) => projectIntelligenceResult(child, item)),
  intelligence_source: (child) => child.intelligence.map((item) => projectIntelligenceSource(child, item)),
  safety_note: (child) => child.safetyNotes.map((note) => projectSafetyNote(child, note)),
  return_step: (child) => child.returnSteps.map((step) => projectReturnStep(child, step)),
  case_record: (child) => child.caseRecords.map((record) => projectCaseRecord(child, record)),
  concern: (child) => child.concerns.map((concern) => projectConcern(child, concern)),
  case_action: (child) => child.caseActions.map((action) => projectCaseAction(child, action)),
  profile: (child) => child.profiles.map((profile) => projectProfile(child, profile)),
  child_profile: (child) => [projectChildProfile(child)],
  whose_child: (child) => projectWhoseChild(child),
} as const satisfies Record<string, (child: ChildPicture) => PictureRow[]>;

/** One stretch of care; it is over when the day it ended on is over. */
export function projectPlacement(child: ChildPicture, placement: PlacementPicture): PictureRow {
  const { stated } = placement;
  return withHash({
    id: placement.id,
    from_date: momentOf(stated.from),
    until_date: momentOf(stated.until),
    from_at: new Date(stated.from.from).toISOString(),
    until_at: stated.until && new Date(stated.until.until).toISOString(),
    placement_type: stated.placementType,
    provider_type: stated.providerType,
    legal_status: stated.legalStatus,
    provider: placement.provider,
    home_name: placement.homeName,
    urn: stated.urn,
    placement_postcode: stated.placementPostcode,
    host_authority: placement.hostAuthority,
    reason_started: stated.reasonStarted,
    reason_ended: stated.reasonEnded,
    reason_changed: stated.reasonChanged,
    // Only what stands in the hub is changed there.
    revision: placement.record.system === HUB_SYSTEM ? revisionOf(placement.record.order) : null,
    ...placementFacts(child, placement),
  });
}
