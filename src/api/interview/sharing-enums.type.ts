import { describedEnum } from '../described-enum.ts';
import type { DecisionPayloads, Relationship as RelationshipWord } from '../../domain/decision/decision.ts';
import type { RedactionState as RedactionWord, SharingRecord } from '../../domain/fold/interview-picture.ts';
import type { AgreementState as AgreementWord, Audience as AudienceWord, Topic as TopicWord } from '../../domain/sharing/audience.ts';

export const Audience = describedEnum<AudienceWord>('Audience', 'For whom a redacted text can be approved; one audience is never given the text of another.', {
  PLACEMENT: 'One placement provider or carer.',
  PARENT: 'One parent who has been let in.',
  PARTNER: 'Health, education, youth justice and voluntary partners.',
  POLICE: 'The police of the involved forces.',
  HOST: 'The host authority.',
  CP_COORDINATOR: 'The child protection coordinator.',
});

export const Topic = describedEnum<TopicWord>('Topic', 'What an agreement, a refusal or a redacted text is about.', {
  ALL: 'Everything.',
  WHEREABOUTS: 'Where the child was.',
  FAMILY: 'Family.',
  PLACEMENT: 'The placement.',
  HEALTH: 'Health.',
  RELATIONSHIPS: 'Relationships.',
  EXPLOITATION: 'Exploitation.',
  OFFENDING: 'Offending.',
  SCHOOL: 'School.',
});

export const AgreementState = describedEnum<AgreementWord>('AgreementState', 'What the child said when asked: a wish that is honoured, never the lawful basis.', {
  GIVEN: 'The child agrees.',
  REFUSED: 'The child does not agree.',
  NOT_ASKED: 'The child was not asked.',
  WITHDRAWN: 'The child agreed and takes it back.',
});

export const AgreementAspect = describedEnum<DecisionPayloads['AGREEMENT']['aspect']>('AgreementAspect', 'To what the child agrees or not.', {
  TAKE_PART: 'To take part in the interview.',
  CHANNEL: 'To being reached in a certain way.',
  AUDIENCE: 'To sharing with one audience.',
});

export const SharingChoice = describedEnum<DecisionPayloads['SHARING']['decision']>('SharingChoice', 'What the decision-maker decides for a recipient.', {
  SHARE: 'Share with this recipient.',
  WITHHOLD: 'Do not share with this recipient.',
});

export const SharingLevel = describedEnum<DecisionPayloads['SHARING']['level']>('SharingLevel', 'How far an interview is shared.', {
  REDACTED: 'As the text approved for the audience.',
  FULL: 'As it is; never to a placement, a parent or a voluntary partner.',
});

export const RedactionState = describedEnum<RedactionWord>('RedactionState', 'Where a redacted text stands.', {
  DRAFT: 'Proposed, and not approved.',
  APPROVED: 'Approved by a trained person other than its author.',
  STALE: 'The interview has changed since, or more is known round the child: the text needs another look, and is not shown to its audience.',
});

export const SharingRecordKind = describedEnum<SharingRecord['kind']>('SharingRecordKind', 'What kind of decision or agreement is recorded.', {
  AGREEMENT: 'What the child said.',
  SHARING: "The decision-maker's decision.",
  AUTHORISATION: "The senior worker's authorisation.",
  OVERRIDE: 'Immediate safeguarding concerns.',
});

export const Relationship = describedEnum<RelationshipWord>('Relationship', 'What a person or a force is to a child.', {
  SOCIAL_WORKER: "The child's allocated social worker.",
  LEAD_PRACTITIONER: 'The lead practitioner.',
  DECISION_MAKER: 'Who decides on sharing.',
  IRO: 'The independent reviewing officer.',
  CP_COORDINATOR: 'The child protection coordinator.',
  CARER: 'A foster or kinship carer.',
  ADDED_FORCE: 'A police force added by the owning force or a coordinator.',
});

export const ParentStanding = describedEnum<DecisionPayloads['PARENT']['standing']>('ParentStanding', 'What a parent holds.', {
  RESPONSIBILITY: 'Parental responsibility.',
  CARE_HELD: 'The care of the child.',
});

export const SafeToInform = describedEnum<DecisionPayloads['PARENT']['safeToInform']>('SafeToInform', 'Whether telling this parent is safe for the child.', {
  YES: 'It is safe.',
  NO: 'It is not safe; the parent sees nothing.',
  UNKNOWN: 'Nobody knows; the parent sees nothing.',
});

export const ReviewOutcome = describedEnum<DecisionPayloads['EMERGENCY_REVIEW']['outcome']>('ReviewOutcome', 'What a review of emergency access found.', {
  JUSTIFIED: 'It was justified.',
  NOT_JUSTIFIED: 'It was not justified.',
});
