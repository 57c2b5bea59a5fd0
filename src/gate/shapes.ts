import type { Family } from '../policy/attributes.ts';
import { caseActionShape, caseRecordShape, concernShape, returnStepShape } from './case-shapes.ts';
import { childShape, episodeShape, homeProfileShape, homeReportShape, placementShape } from './child-shapes.ts';
import { disclosureShape } from './disclosure-shape.ts';
import {
  interviewShape,
  intelligenceShape,
  locatingShape,
  noticeShape,
  offerShape,
  placementAgreementShape,
  redactionShape,
  riskAssessmentShape,
  safetyNoteShape,
  sharingRecordShape,
} from './interview-shapes.ts';
import { reviewShape } from './review-shape.ts';
import type { Shape } from './shape.ts';
import { transmissionShape } from './transmission-shape.ts';
import { quarantineShape, sourceShape } from './work-shapes.ts';

/** Every family's shape. */
export const SHAPES: Readonly<Record<Family, Shape>> = {
  Child: childShape,
  Placement: placementShape,
  Episode: episodeShape,
  Offer: offerShape,
  ReturnStep: returnStepShape,
  CaseRecord: caseRecordShape,
  Concern: concernShape,
  CaseAction: caseActionShape,
  RiskAssessment: riskAssessmentShape,
  PlacementAgreement: placementAgreementShape,
  ReturnInterview: interviewShape,
  LocatingFacts: locatingShape,
  Redaction: redactionShape,
  SharingRecord: sharingRecordShape,
  IntelligenceItem: intelligenceShape,
  SafetyNote: safetyNoteShape,
  MatchReview: reviewShape,
  HomeReport: homeReportShape,
  HomeProfile: homeProfileShape,
  BriefingNotice: noticeShape,
  Transmission: transmissionShape,
  QuarantineEntry: quarantineShape,
  Source: sourceShape,
  DisclosureRecord: disclosureShape,
};
