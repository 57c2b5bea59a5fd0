import { describedEnum } from './described-enum.ts';
import type {
  AbsenceKind as AbsenceWord,
  Gender as GenderWord,
  Risk as RiskWord,
  SafeAndWellPayload,
} from '../domain/observation/observation.ts';
import type { EpisodePicture } from '../domain/fold/picture.ts';
import type { Precision as PrecisionWord } from '../domain/interval/interval.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { WithheldReason as WithheldWord } from '../policy/verdict.ts';

export const Precision = describedEnum<PrecisionWord>('Precision', 'How finely a source stated a time.', {
  DATE: 'The source named only the day.',
  MINUTE: 'The source named the minute.',
  SECOND: 'The source named the second.',
});

export const Role = describedEnum<ReadingRole>('Role', 'The capacity in which a person reads.', {
  HUB_COORDINATOR: "Coordinates an authority's response to its missing children.",
  POLICE_MISSING_TEAM: "Works in a police force's missing persons team.",
  PLACEMENT_PROVIDER: 'Runs the home or placement a child lives in.',
  RETURN_WORKER: 'Offers and holds return home interviews.',
  SENIOR_WORKER: "Leads an authority's return home interview service day to day.",
  TEAM_MANAGER: "Manages an authority's service.",
  SOCIAL_WORKER: "A social worker or lead practitioner; the child's own where allocated or named.",
  IRO: 'An independent reviewing officer.',
  CP_COORDINATOR: 'A child protection coordinator.',
  EDT: "Social care's emergency duty team, while on shift.",
  FRONT_DOOR: "Takes the first calls about children at an authority: its front door, such as MASH or duty and advice.",
  BUSINESS_SUPPORT: "Keeps an authority's records of missing children.",
  POLICE_INTELLIGENCE: "Works in a police force's intelligence bureau.",
  EXPLOITATION_GROUP: 'A member of the exploitation or complex-safeguarding group of an area.',
  PARENT: 'A parent whom the decision-maker has let in.',
  PARTNER: 'Works in health, education, youth justice or a voluntary organisation.',
  DATA_PROTECTION_OFFICER: "Reads the log of what was disclosed of the agency's children, and is told of emergency access.",
  SUBJECT_ACCESS_OFFICER: 'Prepares what a child asks to be told about itself.',
  RECORDS_MANAGER: 'Keeps retention, legal holds and erasure.',
  AUDITOR: "Reads the log of what was disclosed of the agency's children, never a child's details.",
});

export const Gender = describedEnum<GenderWord>('Gender', 'The gender a source recorded.', {
  FEMALE: 'Recorded as female.',
  MALE: 'Recorded as male.',
  OTHER: 'Recorded as neither female nor male.',
  UNKNOWN: 'The source says that it does not know.',
});

export const AbsenceKind = describedEnum<AbsenceWord>('AbsenceKind', 'What kind of absence an episode began as.', {
  MISSING: "The child's whereabouts could not be established.",
  AWAY: 'The child was away from placement without authorisation, whereabouts known.',
});

export const EpisodeStatus = describedEnum<EpisodePicture['status']>('EpisodeStatus', 'Where an episode stands.', {
  MISSING: "The child's whereabouts are not known.",
  AWAY: 'The child is away from placement without authorisation, whereabouts known.',
  LOCATED: 'The child has been traced but is not back.',
  RETURNED: 'The child is back at home or placement.',
});

export const Risk = describedEnum<RiskWord>('Risk', 'Police risk; the word the source used is kept beside it.', {
  VERY_LOW: 'No apparent risk of harm.',
  LOW: 'Harm is possible but of low likelihood or severity.',
  MEDIUM: 'Harm is likely but not serious.',
  HIGH: 'Serious harm is assessed as very likely.',
});

export const SafeAndWellOutcome = describedEnum<SafeAndWellPayload['outcome']>(
  'SafeAndWellOutcome',
  "What became of the police's own check on return. It never replaces the return home interview.",
  {
    DONE: 'The police saw the child.',
    NOT_DONE: 'The police did not see the child.',
    NOT_PRACTICABLE: 'Seeing the child was not practicable.',
  },
);

export const EpisodeOrder = describedEnum<'MISSING_SINCE_LATEST' | 'MISSING_SINCE_EARLIEST'>(
  'EpisodeOrder',
  'How a list of episodes is ordered.',
  {
    MISSING_SINCE_LATEST: 'The episode that began last comes first.',
    MISSING_SINCE_EARLIEST: 'The episode that began first comes first.',
  },
);

export const WithheldReason = describedEnum<WithheldWord>(
  'WithheldReason',
  'Why a field is not shown. It follows from role and relationship alone, never from what the field holds.',
  {
    NOT_FOR_THIS_ROLE: 'No one in your role sees this field.',
    NOT_FOR_THIS_RELATIONSHIP: 'Your role sees this field only of children your agency stands in another relationship to.',
    ONLY_WHILE_MISSING: 'You see this field only while the child is missing, away, or located and not back.',
    NOT_AT_THIS_LEVEL: 'This object is shown to you at a lower level, which has no such field.',
  },
);
