import { z } from 'zod';

/** What can start or stop a clock: events of one episode and of what follows it. */
export const CLOCK_EVENTS = [
  'MISSING_STARTED',
  'LOCATED',
  /** Seen by the social worker or the police after being located (SOM 5.2.2). */
  'VISITED',
  'RETURNED',
  /** The team or service that interviews is told of the return. */
  'RETURN_NOTIFIED',
  'WORKER_ASSIGNED',
  /** Somebody gets in touch to make the offer, also by letter or text (BHM). */
  'OFFER_CONTACT',
  'OFFER_MADE',
  /** The child, or a parent or carer, was spoken to. */
  'CONTACT_MADE',
  'OFFER_ACCEPTED',
  'CHILD_SEEN',
  'INTERVIEW_HELD',
  'PAPERWORK_RECORDED',
  'FOLLOWED_UP',
  'SOCIAL_WORKER_AWARE',
  /** The social worker's own meaningful contact after the return. */
  'SOCIAL_WORKER_CONTACT',
  'PLACING_WORKER_TOLD',
  /** The risk was considered with the manager. */
  'RISK_CONSIDERED',
  'STRATEGY_MEETING',
  /** The coordinator asked for a visit on the day (BHM). */
  'VISIT_ASKED',
  /** The risk came to a grade at which the authority asks for a strategy discussion (BHM). */
  'RISK_REACHED',
] as const;
export type ClockEvent = (typeof CLOCK_EVENTS)[number];

export const CALENDARS = ['ELAPSED_HOURS', 'WORKING_DAYS', 'CORE_HOURS', 'DAYS'] as const;

/** Of which children a clock runs. */
export const CHILD_GROUPS = ['EVERY_CHILD', 'LOOKED_AFTER', 'OPEN_NOT_LOOKED_AFTER', 'PLACED_OUT_OF_AREA'] as const;
export type ChildGroup = (typeof CHILD_GROUPS)[number];

export const CLOCK_IDS = [
  'STATUTORY_INTERVIEW',
  'OFFER',
  'CHILD_SEEN',
  'INTERVIEW',
  'COMPLETED',
  'ATTEMPTS',
  'ASSIGNED',
  'PAPERWORK',
  'FOLLOW_UP',
  'SOCIAL_WORKER_CONTACT',
  'SOCIAL_WORKER_CONTACT_LOOKED_AFTER',
  'STRATEGY',
  'STRATEGY_AGAIN',
  'STRATEGY_AT_RISK',
  'RISK_CONSIDERED',
  'PLACING_WORKER_TOLD',
  'SAME_DAY_VISIT',
  /** One that an authority has added itself, under a name of its own. */
  'OWN',
] as const;
export type ClockId = (typeof CLOCK_IDS)[number];

const event = z.enum(CLOCK_EVENTS);
const words = z.string().min(1).max(300);

/** One duty that has a time: from when, until what is done, how long, and how its hours or days are counted. */
export const clockShape = z.strictObject({
  id: z.enum(CLOCK_IDS),
  /** Of OWN alone: what it waits for, in the authority's words. */
  name: words.exactOptional(),
  of: z.enum(CHILD_GROUPS),
  /** Null: the text does not say when it starts. */
  start: event.nullable(),
  /** The first of these stops it. */
  stops: z.array(event).min(1),
  /** Hours; of WORKING_DAYS and DAYS days, where none means the same day. */
  length: z.int().min(0).max(24 * 366),
  calendar: z.enum(CALENDARS),
  /** It starts again at every stop, until all of these have happened; null: it runs once. */
  againUntil: z.array(event).min(1).nullable(),
  /** The text aims at it and does not oblige. */
  aim: z.boolean(),
  /** Authority and paragraph. */
  source: words,
  /** What the text leaves open, and how it is read here. */
  flag: words.nullable(),
});
export type Clock = Readonly<z.infer<typeof clockShape>>;

/** Every authority's: the interview within 72 hours of the return (statutory guidance 2014, paragraph 32, as Kent quotes it). */
export const STATUTORY_CLOCK: Clock = {
  id: 'STATUTORY_INTERVIEW',
  of: 'EVERY_CHILD',
  start: 'RETURNED',
  stops: ['INTERVIEW_HELD'],
  length: 72,
  calendar: 'ELAPSED_HOURS',
  againUntil: null,
  aim: false,
  source: 'Statutory guidance 2014, paragraph 32, as Kent quotes it',
  flag: null,
};

/** Birmingham: where the circumstances ask for it, the child is visited on the day; of every return whose coordinator asked for it; by which rule is the practice's to say. */
export const SAME_DAY_VISIT_CLOCK: Omit<Clock, 'source'> = {
  id: 'SAME_DAY_VISIT',
  of: 'EVERY_CHILD',
  start: 'VISIT_ASKED',
  stops: ['CHILD_SEEN', 'VISITED', 'INTERVIEW_HELD'],
  length: 0,
  calendar: 'DAYS',
  againUntil: null,
  aim: false,
  flag: 'whoever saw or visited the child on that day has visited, in whatever role: our reading',
};
