/** 3x5x2: source evaluation, intelligence assessment, handling (College of Policing intelligence report). */
export const SOURCE_EVALUATIONS = ['1', '2', '3'] as const;
export const INTELLIGENCE_ASSESSMENTS = ['A', 'B', 'C', 'D', 'E'] as const;
/** P: may be shared lawfully. C: only with the recipients its conditions name, and the conditions travel along. */
export const HANDLING_CODES = ['P', 'C'] as const;
export type HandlingCode = (typeof HANDLING_CODES)[number];

/** What a bureau made of an item, told to whoever recorded it; the list is ours, as no public one exists. */
export const INTELLIGENCE_RESULTS = ['DEVELOPED', 'ACTIONED', 'NO_FURTHER_ACTION'] as const;
export type IntelligenceResult = (typeof INTELLIGENCE_RESULTS)[number];

/** What else than a person an item may name; a person stands among its named people. */
export const ENTITY_KINDS = ['VEHICLE', 'PHONE', 'SOCIAL_MEDIA', 'PLACE'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** What somebody who answers for an item has to look at before it can be relied on. */
export const ITEM_FLAGS = ['GRADE_UNREADABLE', 'CONDITIONS_UNCLEAR', 'RECIPIENT_UNKNOWN', 'NAMES_LEFT_IN', 'CHANGED_SINCE_GRADED'] as const;
export type ItemFlag = (typeof ITEM_FLAGS)[number];

export const URGENCIES = ['ROUTINE', 'ACT_NOW'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What an item is about; hot spots and people who target children are also for the exploitation group of the area. */
export const INTELLIGENCE_TOPICS = ['HOT_SPOT', 'PERSON_TARGETING_CHILDREN', 'ASSOCIATE', 'VEHICLE', 'LOCATION', 'ONLINE', 'OTHER'] as const;
export type IntelligenceTopic = (typeof INTELLIGENCE_TOPICS)[number];

export const INTELLIGENCE_ORIGINS = ['INTERVIEW', 'POLICE'] as const;
export type IntelligenceOrigin = (typeof INTELLIGENCE_ORIGINS)[number];
