import { z } from 'zod';
import {
  ACCOMPANIMENTS,
  HIGH_RISK_CATEGORIES,
  NAMED_PERSON_CATEGORIES,
  PULL_FACTORS,
  PUSH_FACTORS,
  VULNERABILITIES,
  YES_NO_UNKNOWN,
} from './interview-words.ts';

const text = z.string().nullable();
const texts = z.array(z.string());
const namedPerson = z.strictObject({
  name: z.string(),
  category: z.enum(NAMED_PERSON_CATEGORIES),
  grade: z.string().nullable(),
  reviewOn: z.iso.date(),
});

/**
 * What the return home interview asks, all authorities' forms merged: each answer once, with its shape. An answer that
 * is not there was not asked or not given. The level of each stands in `policy/attributes.ts`, and the compiler asks for it.
 */
export const INTERVIEW_FORM = {
  conductedBy: text,
  conductedCapacity: text,
  conductedWhere: text,
  conductedHow: text,
  /** Independent of the placement and of the responsible authority, each recorded (BHM, WSX). */
  independentOfPlacement: z.enum(YES_NO_UNKNOWN),
  independentOfAuthority: z.enum(YES_NO_UNKNOWN),
  interpreter: text,
  parentCarerViews: text,
  reasons: text,
  harmSuffered: text,
  childViewsWhy: text,
  childViewsHelp: text,
  firstTime: z.enum(YES_NO_UNKNOWN),
  accompaniment: z.enum(ACCOMPANIMENTS),
  whomTold: text,
  trigger: text,
  triggerStillExists: z.enum(YES_NO_UNKNOWN),
  foodMoneyTransport: text,
  crimeAsVictim: text,
  crimeAsSuspect: text,
  medicalHelp: text,
  whoHelped: text,
  relationships: text,
  scaredHarmedPressured: text,
  howFelt: text,
  whyReturned: text,
  childViewOfRisk: text,
  alternatives: text,
  supportNeeded: text,
  plan: text,
  actions: text,
  followUpOn: z.iso.date().nullable(),
  ceScreen: text,
  toldAboutSharing: text,
  informationFromCarer: text,
  vulnerabilities: z.array(z.enum(VULNERABILITIES)),
  highRiskCategories: z.array(z.enum(HIGH_RISK_CATEGORIES)),
  pushFactors: z.array(z.enum(PUSH_FACTORS)),
  pullFactors: z.array(z.enum(PULL_FACTORS)),
  namedPeople: z.array(namedPerson),
} as const;

/** A small separate set: where the child stayed, with whom, and how to find them; the police's at once while the child is missing. */
export const LOCATING_FORM = {
  placesStayed: texts,
  peopleWith: texts,
  phones: texts,
  vehicles: texts,
  handles: texts,
  transport: texts,
} as const;

type Answered<Form extends Readonly<Record<string, z.ZodType>>> = { readonly [Q in keyof Form]?: z.infer<Form[Q]> };
export type InterviewAnswers = Answered<typeof INTERVIEW_FORM>;
export type LocatingAnswers = Answered<typeof LOCATING_FORM>;
export type InterviewQuestion = keyof typeof INTERVIEW_FORM;
export type LocatingQuestion = keyof typeof LOCATING_FORM;

/** The answers that are chosen from a list and name nobody: only these can be approved together with a redacted text. */
export const STRUCTURED_QUESTIONS = [
  'firstTime',
  'accompaniment',
  'triggerStillExists',
  'vulnerabilities',
  'highRiskCategories',
  'pushFactors',
  'pullFactors',
  'followUpOn',
] as const satisfies readonly InterviewQuestion[];
export type StructuredQuestion = (typeof STRUCTURED_QUESTIONS)[number];

/** The questions that are answered in words of somebody's own. */
export const NARRATIVE_QUESTIONS = Object.entries<z.ZodType>(INTERVIEW_FORM).filter(([, shape]) => shape === text).map(([question]) => question);

const optional = <Form extends Readonly<Record<string, z.ZodType>>>(form: Form) =>
  // Each question keeps its own shape; `exactOptional` only says that it may be left out.
  Object.fromEntries(Object.entries(form).map(([question, shape]) => [question, z.exactOptional(shape)])) as {
    [Q in keyof Form]: z.ZodExactOptional<Form[Q]>;
  };

/** The whole form as it is checked at the door and when it is read back. */
export const interviewAnswers = z.strictObject(optional(INTERVIEW_FORM));
export const locatingAnswers = z.strictObject(optional(LOCATING_FORM));
