import { registerEnumType } from 'type-graphql';
import { describedEnum } from '../described-enum.ts';
import type {
  EntityKind as EntityWord,
  HandlingCode as HandlingWord,
  INTELLIGENCE_ASSESSMENTS,
  IntelligenceResult as ResultWord,
  IntelligenceOrigin as OriginWord,
  ItemFlag as FlagWord,
  IntelligenceTopic as TopicWord,
  SOURCE_EVALUATIONS,
  Urgency as UrgencyWord,
} from '../../domain/intelligence/intelligence-words.ts';

export const IntelligenceTopic = describedEnum<TopicWord>('IntelligenceTopic', 'What an item of intelligence is about.', {
  HOT_SPOT: 'A place where children are at risk.',
  PERSON_TARGETING_CHILDREN: 'A person who targets children.',
  ASSOCIATE: 'Somebody the child spends time with.',
  VEHICLE: 'A vehicle.',
  LOCATION: 'A place.',
  ONLINE: 'Something online.',
  OTHER: 'Something else.',
});

export const Urgency = describedEnum<UrgencyWord>('Urgency', 'How soon an item must be read.', {
  ROUTINE: 'In the ordinary way, once a senior has released it.',
  ACT_NOW: 'At once: the missing team and the social worker are told.',
});

export const EntityKind = describedEnum<EntityWord>('EntityKind', 'What else than a person an item of intelligence names.', {
  VEHICLE: 'A vehicle.',
  PHONE: 'A telephone number.',
  SOCIAL_MEDIA: 'An account.',
  PLACE: 'A place.',
});

export const IntelligenceFlag = describedEnum<FlagWord>('IntelligenceFlag', 'What somebody who answers for an item of intelligence has to look at.', {
  GRADE_UNREADABLE: 'Its grade, or a part of it, could not be read: it is kept closed.',
  CONDITIONS_UNCLEAR: 'Its handling code and its conditions or recipients do not go together: it is kept closed.',
  RECIPIENT_UNKNOWN: 'Its conditions name somebody the directory does not know, to whom it is not open.',
  NAMES_LEFT_IN: 'The sanitised text it came with names somebody, and is not used.',
  CHANGED_SINCE_GRADED: 'It changed after the bureau graded it: the stricter handling holds until it is graded anew.',
});

export const IntelligenceOrigin = describedEnum<OriginWord>('IntelligenceOrigin', 'Where an item comes from.', {
  INTERVIEW: 'A return home interview, or the service that holds them.',
  POLICE: 'The police.',
});

export const HandlingCode = describedEnum<HandlingWord>('HandlingCode', 'How an item may travel (3x5x2).', {
  P: 'May be shared lawfully.',
  C: 'Only with the recipients its conditions name, and the conditions travel along.',
});

export const IntelligenceAssessment = describedEnum<(typeof INTELLIGENCE_ASSESSMENTS)[number]>('IntelligenceAssessment', 'How far an item is known to be true (3x5x2).', {
  A: 'Known directly.',
  B: 'Known indirectly, and corroborated.',
  C: 'Known indirectly.',
  D: 'Not known.',
  E: 'Suspected to be false.',
});

export const IntelligenceResult = describedEnum<ResultWord>('IntelligenceResult', 'What a bureau made of an item.', {
  DEVELOPED: 'It is being looked into further.',
  ACTIONED: 'Something was done about it.',
  NO_FURTHER_ACTION: 'Nothing further is done about it; it is kept.',
});

/** Inside the hub a source evaluation is its number, which no name in GraphQL can be. */
export const SourceEvaluation = { RELIABLE: '1', UNTESTED: '2', NOT_RELIABLE: '3' } as const satisfies Record<string, (typeof SOURCE_EVALUATIONS)[number]>;
registerEnumType(SourceEvaluation, {
  name: 'SourceEvaluation',
  description: 'How reliable a source is (3x5x2).',
  valuesConfig: {
    RELIABLE: { description: '1: reliable.' },
    UNTESTED: { description: '2: untested.' },
    NOT_RELIABLE: { description: '3: not reliable.' },
  },
});
