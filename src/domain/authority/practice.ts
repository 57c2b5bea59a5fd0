import { z } from 'zod';
import { CHILD_GROUPS, clockShape } from '../clocks/clock.ts';
import { TRIES } from '../interview/interview-words.ts';
import { RISKS } from '../observation/observation.ts';

/** To whom a letter can go. */
export const ADDRESSEES = ['PARENT_OR_CARER', 'CHILD'] as const;
export type Addressee = (typeof ADDRESSEES)[number];
/** In what capacity somebody holds a return home interview. */
export const CAPACITIES = ['SOCIAL_WORKER', 'EARLY_HELP', 'CASE_WORKER', 'MISPER_WORKER', 'RETURN_WORKER', 'OTHER'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** Of what somebody is told, and who; the placing social worker is that of a child placed out of area. */
const TOLD_OF = ['MISSING', 'RETURNED', 'INTERVIEWED'] as const;
export type ToldOf = (typeof TOLD_OF)[number];
export const TOLD = ['PROFESSIONALS', 'IRO', 'CP_COORDINATOR', 'SOCIAL_WORKER', 'PLACING_SOCIAL_WORKER', 'HOST_AUTHORITY', 'PROVIDER', 'FRONT_DOOR'] as const;
export type ToldWho = (typeof TOLD)[number];
/** What they are asked for with it. */
const ASKED_FOR = ['NOTHING', 'PREVENTION_PLAN'] as const;

const hours = z.int().min(1).max(24 * 366);
const age = z.int().min(0).max(25);
const words = z.string().min(1).max(300);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { abort: true });

/** What can be set for one authority; each is a figure, or a rule in a few words, of its own guidance. */
export const FIGURES = {
  /** When the service is at work on a working day. */
  coreHours: z.strictObject({ from: clockTime, until: clockTime }).refine(({ from, until }) => from < until),
  /** How many tries at least, and of those how many outside core hours; their window is the clock ATTEMPTS. */
  attempts: z.strictObject({ atLeast: z.int().min(1).max(50), differentTimes: z.boolean(), outsideCoreHours: z.int().min(0).max(50) }),
  /** How often a child who declined is asked again; advice, no duty. */
  askAgain: z.int().min(0).max(20),
  /** What comes before "unable to contact". */
  unableToContact: z.strictObject({ after: z.array(z.enum(TRIES)), explanation: z.boolean() }),
  /** What the statutory returns say of a child who could not be reached, who has accepted nothing. */
  unableCountsAs: z.strictObject({ offered: z.enum(['Y', 'N', 'NA']), accepted: z.enum(['N', 'NA']) }).refine(({ offered, accepted }) => offered === 'Y' || accepted === 'NA'),
  /** Ages from and (excluded) until; null is open. `to` null: the text leaves it open. The first that fits counts. */
  letter: z.strictObject({
    safeToSendFirst: z.boolean(),
    bands: z
      .array(z.strictObject({ from: age, until: age.nullable(), livingIndependently: z.boolean().nullable(), to: z.array(z.enum(ADDRESSEES)).min(1).nullable() }))
      .min(1),
  }),
  /** What a refusal asks for: a written explanation, a letter with services, the parents' or carers' own information. */
  refusal: z.strictObject({ explanation: z.boolean(), letter: z.boolean(), askParents: z.boolean() }),
  /** Standards in per cent: of the eligible offered, of the accepted completed in time, of the offered refused at most. */
  offeredOfEligible: z.number().min(0).max(100),
  completedOfAccepted: z.number().min(0).max(100),
  refusedAtMost: z.number().min(0).max(100),
  /** A child under this age goes to children's social care. */
  toSocialCareUnder: age,
  /** The team does not interview a child under this age. */
  interviewedFrom: age,
  /** A child for whom an interview is not appropriate now is asked again on a date. */
  notNow: z.strictObject({ needsReason: z.boolean(), needsCover: z.boolean(), needsDate: z.boolean() }),
  /** One form for several episodes before the interview, or a form for each. */
  severalEpisodes: z.enum(['ONE_FORM', 'FORM_EACH']),
  /** The interview form is done before the episode is finalised. */
  finaliseAfterForm: z.boolean(),
  /** A CE screen from this age, unless a social worker made a new one since the episode. */
  ceScreenFrom: age,
  /** Risk assessment and prevention plan for a child without an allocated social worker; `elseReason`: or a note why not. */
  preventionPlan: z.strictObject({ withoutSocialWorker: z.boolean(), elseReason: z.boolean() }),
  /** Of a looked after child who was away without authorisation: the risk is assessed, an interview considered. */
  awayEpisodes: z.strictObject({ riskAssessed: z.boolean(), interviewConsidered: z.boolean() }),
  /** From which risk on the police seek a media appeal; the parents' consent is sought, and whether it may go out without. */
  mediaAppeal: z.strictObject({ atRisk: z.enum(['HIGH', 'MEDIUM']), consentSought: z.boolean(), mayGoWithout: z.boolean() }),
  /** What an agreement for a placement elsewhere names; `elseTelephone`: where the host does not interview, the authority tries by telephone. */
  placementAgreement: z.strictObject({ officer: z.boolean(), contact: z.boolean(), whoInterviews: z.boolean(), result: z.boolean(), elseTelephone: z.boolean() }),
  /** Who is told of what, each by its paragraph; and what they are asked for. */
  toBeTold: z.array(z.strictObject({ who: z.enum(TOLD), of: z.enum(TOLD_OF), child: z.enum(CHILD_GROUPS), paragraph: words, asks: z.enum(ASKED_FOR).default('NOTHING') })).min(1),
  /** Independent of the placement, and of the responsible authority; `childMayChoose`: unless the child prefers somebody else. */
  independence: z.strictObject({ ofPlacement: z.boolean(), ofAuthority: z.boolean(), childMayChoose: z.boolean() }),
  sameWorkerAsBefore: z.boolean(),
  /** Advice, no duty: what is said at the step it is for, and nothing counts as lacking by it. */
  otherMethods: z.boolean(),
  weeklyVisits: z.boolean(),
  meetingAtRequest: z.boolean(),
  hostMayInterview: z.boolean(),
  openUntilFound: z.boolean(),
  exploitationToolkit: z.boolean(),
  /** Who interviews; the first that fits the child counts. */
  whoInterviews: z
    .array(z.strictObject({ of: z.enum(['EVERY_CHILD', 'OPEN_TO_SOCIAL_CARE', 'NOT_OPEN', 'PLACED_OUT_OF_AREA']), capacities: z.array(z.enum(CAPACITIES)).min(1) }))
    .min(1),
  /** When a strategy discussion is asked for (`StrategyTriggers`). */
  strategy: z.strictObject({ lookedAfterHours: hours.nullable(), missingHours: hours.nullable(), episodesIn30Days: z.int().min(1).max(100).nullable(), atRisk: z.array(z.enum(RISKS)).min(1).readonly().nullable() }),
} as const;
export type FigureName = keyof typeof FIGURES;
export type FigureValue<N extends FigureName> = Readonly<z.infer<(typeof FIGURES)[N]>>;

/** One figure with the authority and the paragraph it stands in, and what the text leaves open about it. */
export interface Figure<T> {
  readonly value: T;
  readonly source: string;
  readonly flag: string | null;
}

/** The practice rules of one authority. A figure that is null: its guidance is silent, and none is borrowed from a neighbour. */
export interface Practice {
  /** Which of the known practices it is, or goes by; null: the authority has named none. */
  readonly id: string | null;
  /** The authority's own; the statutory one runs beside them, always (`practice-clocks.ts`). */
  readonly clocks: readonly z.infer<typeof clockShape>[];
  readonly figures: { readonly [N in FigureName]: Figure<FigureValue<N>> | null };
}

const figure = (value: z.ZodType): z.ZodType => z.strictObject({ value, source: words, flag: words.nullable() }).nullable();

/** The shape of practice rules: every figure with its source, or null. */
export const practiceShape = z.strictObject({
  id: words.nullable(),
  clocks: z.array(clockShape),
  figures: z.strictObject(Object.fromEntries(Object.entries(FIGURES).map(([name, value]) => [name, figure(value)]))),
});

/** An authority that has told the hub nothing: every figure is silent. */
export const SILENT_PRACTICE: Practice = {
  id: null,
  clocks: [],
  figures: {
    coreHours: null,
    attempts: null,
    askAgain: null,
    unableToContact: null,
    unableCountsAs: null,
    letter: null,
    refusal: null,
    offeredOfEligible: null,
    completedOfAccepted: null,
    refusedAtMost: null,
    toSocialCareUnder: null,
    interviewedFrom: null,
    notNow: null,
    severalEpisodes: null,
    finaliseAfterForm: null,
    ceScreenFrom: null,
    preventionPlan: null,
    awayEpisodes: null,
    mediaAppeal: null,
    placementAgreement: null,
    toBeTold: null,
    independence: null,
    sameWorkerAsBefore: null,
    otherMethods: null,
    weeklyVisits: null,
    meetingAtRequest: null,
    hostMayInterview: null,
    openUntilFound: null,
    exploitationToolkit: null,
    whoInterviews: null,
    strategy: null,
  },
};
