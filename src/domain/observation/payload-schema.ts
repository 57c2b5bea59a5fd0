import { z } from 'zod';
import { HubError } from '../errors.ts';
import { interviewAnswers, locatingAnswers } from '../interview/interview-form.ts';
import { ATTEMPT_METHODS, NAMED_PERSON_CATEGORIES, OFFERED_TO, OFFER_OUTCOMES, TRIES, YES_NO_UNKNOWN } from '../interview/interview-words.ts';
import { ENTITY_KINDS, HANDLING_CODES, INTELLIGENCE_ASSESSMENTS, INTELLIGENCE_ORIGINS, INTELLIGENCE_RESULTS, INTELLIGENCE_TOPICS, SOURCE_EVALUATIONS, URGENCIES } from '../intelligence/intelligence-words.ts';
import { RISKS, type ObservationKind, type Payloads } from './observation.ts';

/** The version in which payloads are written today; older ones are lifted to it when they are read. */
export const PAYLOAD_VERSION = 1;

const moment = z.strictObject({
  from: z.int(),
  until: z.int(),
  text: z.string(),
  precision: z.enum(['DATE', 'MINUTE', 'SECOND']),
});
const text = z.string().nullable();
const time = moment.nullable();
const stated = { text: text.exactOptional(), time: time.exactOptional(), count: z.int().nullable().exactOptional() };
const risk = z.enum(RISKS).nullable();

const person = z.strictObject({
  givenName: stated.text,
  familyName: stated.text,
  dateOfBirth: stated.time,
  dateOfBirthEstimated: z.boolean().exactOptional(),
  statedAge: stated.count,
  gender: z.enum(['FEMALE', 'MALE', 'OTHER', 'UNKNOWN']).nullable().exactOptional(),
  ethnicity: stated.text,
  nhsNumber: stated.text,
  upn: stated.text,
  responsibleAuthorityChildId: stated.text,
  responsibleAuthority: stated.text,
  hostAuthority: stated.text,
  placementUrn: stated.text,
  unaccompanied: z.boolean().exactOptional(),
  homeAddress: stated.text,
  telephone: stated.text,
  email: stated.text,
  build: stated.text,
  complexion: stated.text,
  hairColour: stated.text,
  eyeColourLeft: stated.text,
  eyeColourRight: stated.text,
  distinguishingFeatures: stated.text,
  photographRef: stated.text,
  familyAddress: stated.text,
  otherAddress: stated.text,
  restricted: z.boolean().exactOptional(),
});

const placement = z.strictObject({
  from: moment,
  until: time,
  placementType: text,
  providerType: text,
  legalStatus: text,
  needCode: text,
  reasonStarted: text,
  reasonEnded: text,
  reasonChanged: text,
  urn: text,
  placementPostcode: text,
  homePostcode: text,
});

const report = z.strictObject({
  missingSince: stated.time,
  reportedAt: stated.time,
  reportedBy: stated.text,
  missingFrom: stated.text,
  circumstances: stated.text,
  lastSeenAt: stated.time,
  lastSeenWith: stated.text,
  lastSeenPlace: stated.text,
  actionsTaken: stated.text,
  riskFactors: stated.text,
  informedPersons: stated.text,
  incidentRef: stated.text,
  initialRisk: risk.exactOptional(),
  initialRiskWord: stated.text,
  previousMissingCount: stated.count,
  protectiveMarking: stated.text,
  togetherKey: stated.text,
  clothing: stated.text,
  findingIdeas: stated.text,
});
const returned = z.strictObject({
  at: time,
  to: stated.text,
  method: stated.text,
  receivedBy: stated.text,
  condition: stated.text,
  debrief: stated.text,
});
const profile = z.strictObject({
  originator: z.string(),
  description: text,
  friends: text,
  places: text,
  medical: text,
  phone: text,
  socialMedia: text,
});

const aboutEpisodes = { episodes: z.array(z.uuid()), episodeKeys: z.array(z.string()) };
const yesNo = z.enum(YES_NO_UNKNOWN);
const offer = z.strictObject({
  ...aboutEpisodes,
  at: moment,
  offeredTo: z.enum(OFFERED_TO),
  outcome: z.enum(OFFER_OUTCOMES).nullable(),
  phonedYoungPerson: yesNo,
  spokenToParentCarer: yesNo,
  spokenToSocialWorker: yesNo,
  reason: text,
  askAgainOn: z.iso.date().nullable(),
  coveredBy: stated.text,
  explanation: text,
  tried: z.array(z.enum(TRIES)).exactOptional(),
  departure: stated.text,
  service: z.string(),
  writtenAt: z.int().exactOptional(),
});
const attempt = z.strictObject({
  at: moment,
  method: z.enum(ATTEMPT_METHODS),
  coreHours: yesNo,
  response: text,
  outcome: text,
  endedIt: z.boolean(),
});
const interview = z.strictObject({
  ...aboutEpisodes,
  state: z.enum(['COMPLETED', 'REFUSED']),
  at: moment,
  offer: z.uuid().nullable(),
  offerKey: stated.text,
  interviewer: text,
  service: z.string(),
  answers: interviewAnswers,
  locating: locatingAnswers,
  departure: stated.text,
  writtenAt: z.int().exactOptional(),
});
const statedGrade = z.strictObject({
  sourceEvaluation: z.enum(SOURCE_EVALUATIONS).nullable(),
  assessment: z.enum(INTELLIGENCE_ASSESSMENTS).nullable(),
  handling: z.enum(HANDLING_CODES).nullable(),
  word: z.string(),
  conditions: text,
  recipients: z.array(z.string()),
  sanitisedText: text,
  result: z.enum(INTELLIGENCE_RESULTS).nullable().exactOptional(),
  resultWords: stated.text,
});
const intelligence = z.strictObject({
  origin: z.enum(INTELLIGENCE_ORIGINS),
  topic: z.enum(INTELLIGENCE_TOPICS),
  urgency: z.enum(URGENCIES),
  at: moment,
  interview: z.uuid().nullable(),
  content: z.string(),
  source: z.string(),
  namedPeople: z.array(z.strictObject({ name: z.string(), category: z.enum(NAMED_PERSON_CATEGORIES), dateOfBirth: z.iso.date().nullable().exactOptional(), grade: text, reviewOn: z.iso.date() })),
  area: text,
  grade: statedGrade.nullable().exactOptional(),
  entities: z.array(z.strictObject({ kind: z.enum(ENTITY_KINDS), value: z.string() })).exactOptional(),
  protectiveMarking: stated.text,
  concern: z.uuid().nullable().exactOptional(),
  about: person.pick({ givenName: true, familyName: true, dateOfBirth: true, nhsNumber: true }).exactOptional(),
});

const riskAssessment = z.strictObject({ ...aboutEpisodes, at: moment, risk, word: z.string(), factors: text, plan: text, assessor: text, validUntil: time });
const placementAgreement = z.strictObject({
  from: moment,
  placementUrn: text,
  hostAuthority: text,
  hostOfficer: text,
  hostContact: text,
  whoInterviews: text,
  resultHow: text,
  resultBy: text,
});

/** What each kind of observation may say; an unknown field is a mistake, not something to pass on. */
const PAYLOADS: { readonly [K in ObservationKind]: z.ZodType<Payloads[K]> } = {
  person,
  placement,
  report,
  status: z.strictObject({ status: z.enum(['MISSING', 'AWAY']), at: time }),
  risk: z.strictObject({ risk, word: z.string(), at: moment, why: stated.text, passedOn: z.boolean().exactOptional() }),
  located: z.strictObject({ at: time, place: stated.text, how: stated.text }),
  returned,
  safeAndWell: z.strictObject({ outcome: z.enum(['DONE', 'NOT_DONE', 'NOT_PRACTICABLE']), at: time, summary: stated.text }),
  offer,
  attempt,
  interview,
  intelligence,
  riskAssessment,
  placementAgreement,
  assessmentAsked: z.strictObject({ episodeKey: z.string(), of: z.string(), at: moment, dueBy: moment }),
  filed: z.strictObject({ matter: z.enum(['MISSING', 'LOCATED', 'RETURNED', 'RISK']), originator: z.string(), episode: z.uuid().nullable(), revision: z.int() }),
  profile,
  retraction: z.strictObject({ scope: z.enum(['record', 'part']) }),
};

/** Checks a payload that comes from outside the code, and gives it in today's version. */
export function readPayload<K extends ObservationKind>(kind: K, version: number, payload: unknown): Payloads[K] {
  if (version !== PAYLOAD_VERSION) {
    throw new HubError('VALUE_INVALID', `A ${kind} payload has version ${String(version)}, which this hub does not know.`);
  }
  const read = PAYLOADS[kind].safeParse(payload);
  if (!read.success) {
    // Paths only: a validator's own message may repeat the value.
    const places = read.error.issues.map((issue) => `/${issue.path.join('/')}`);
    throw new HubError('VALUE_INVALID', `A ${kind} payload does not have its shape.`, { places });
  }
  return read.data;
}

/** Is this a kind of observation, or `<kind>.<field>` a field of its payload? */
export function isPayloadField(name: string): boolean {
  const [kind = '', field] = name.split('.');
  if (!Object.hasOwn(PAYLOADS, kind)) {
    return false;
  }
  // Safe: the name was just found among the kinds, and every payload is an object.
  const { shape } = PAYLOADS[kind as ObservationKind] as unknown as z.ZodObject;
  return field === undefined || Object.hasOwn(shape, field);
}
