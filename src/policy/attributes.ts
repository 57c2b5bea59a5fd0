import type { Attributes, Group } from './attribute-group.ts';
import { CASE_ACTION, CASE_RECORD, CHILD, CONCERN, EPISODE, HOME_PROFILE, HOME_REPORT, OFFER, PLACEMENT, PLACEMENT_AGREEMENT, RETURN_STEP, RISK_ASSESSMENT } from './child-attributes.ts';
import { INTELLIGENCE_ITEM, LOCATING_FACTS, REDACTION, RETURN_INTERVIEW, SAFETY_NOTE, SHARING_RECORD } from './interview-attributes.ts';
import { BRIEFING_NOTICE, DISCLOSURE_RECORD, MATCH_REVIEW, QUARANTINE_ENTRY, SOURCE, TRANSMISSION } from './work-attributes.ts';

export { RECORD_KEYS, type Group } from './attribute-group.ts';

/** What can be read, by type: down to `HomeProfile` it speaks of a child, the rest of the hub's own work. */
export const FAMILIES = [
  'Child',
  'Placement',
  'Episode',
  'Offer',
  'ReturnStep',
  'CaseRecord',
  'Concern',
  'CaseAction',
  'RiskAssessment',
  'PlacementAgreement',
  'ReturnInterview',
  'LocatingFacts',
  'Redaction',
  'SharingRecord',
  'IntelligenceItem',
  'SafetyNote',
  'MatchReview',
  'HomeReport',
  'HomeProfile',
  'BriefingNotice',
  'Transmission',
  'QuarantineEntry',
  'Source',
  'DisclosureRecord',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Every attribute that can be read, by family and group; an attribute that is not here does not exist. */
const ATTRIBUTES: Readonly<Record<Family, Attributes>> = {
  Child: CHILD,
  Placement: PLACEMENT,
  Episode: EPISODE,
  Offer: OFFER,
  ReturnStep: RETURN_STEP,
  CaseRecord: CASE_RECORD,
  Concern: CONCERN,
  CaseAction: CASE_ACTION,
  RiskAssessment: RISK_ASSESSMENT,
  PlacementAgreement: PLACEMENT_AGREEMENT,
  ReturnInterview: RETURN_INTERVIEW,
  LocatingFacts: LOCATING_FACTS,
  Redaction: REDACTION,
  SharingRecord: SHARING_RECORD,
  IntelligenceItem: INTELLIGENCE_ITEM,
  SafetyNote: SAFETY_NOTE,
  MatchReview: MATCH_REVIEW,
  HomeReport: HOME_REPORT,
  HomeProfile: HOME_PROFILE,
  BriefingNotice: BRIEFING_NOTICE,
  Transmission: TRANSMISSION,
  QuarantineEntry: QUARANTINE_ENTRY,
  Source: SOURCE,
  DisclosureRecord: DISCLOSURE_RECORD,
};

/** The attributes of a family that belong to the named groups. */
export function attributesOf(family: Family, ...groups: readonly Group[]): readonly string[] {
  return groups.flatMap((group) => ATTRIBUTES[family][group] ?? []);
}

/** Every attribute of a family. */
export function allAttributesOf(family: Family): readonly string[] {
  return Object.values(ATTRIBUTES[family]).flat();
}

/** The group an attribute belongs to, or null where the family has no such attribute. */
export function groupOf(family: Family, attribute: string): Group | null {
  // Object.entries widens the keys; the table above has no key that is not a Group.
  const groups = Object.entries(ATTRIBUTES[family]) as [Group, readonly string[]][];
  return groups.find(([, names]) => names.includes(attribute))?.[0] ?? null;
}

/** A type of the schema that a row of a levelled family is shown as: the group that brings it there, and the groups it shows. */
export interface Level {
  readonly type: string;
  readonly group: Group;
  readonly shows: readonly Group[];
}
/** The fullest first; there is one at least. */
export type Levels = readonly [Level, ...Level[]];
const LEVELS: Readonly<Partial<Record<Family, Levels>>> = {
  ReturnInterview: [
    { type: 'FullInterview', group: 'full', shows: ['notice', 'full', 'parties', 'intelligence'] },
    { type: 'RedactedInterview', group: 'redacted', shows: ['notice', 'redacted'] },
    { type: 'InterviewNotice', group: 'notice', shows: ['notice'] },
  ],
  IntelligenceItem: [
    { type: 'FullIntelligence', group: 'content', shows: ['facts', 'sanitised', 'content', 'source', 'result'] },
    { type: 'SanitisedIntelligence', group: 'sanitised', shows: ['facts', 'sanitised'] },
  ],
};

/** The levels of a family as types, the fullest first; a family without levels is one type of its own name. */
export function levelsOf(family: Family): Levels | null {
  return LEVELS[family] ?? null;
}
