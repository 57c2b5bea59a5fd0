import { SILENT_PRACTICE, type FigureValue, type Practice } from '../practice.ts';
import { SOMERSET_CLOCKS } from './somerset-clocks.ts';

/** Who is told in Somerset, by its paragraphs; a child with a child protection plan has a coordinator of it. */
const SOMERSET_TOLD: FigureValue<'toBeTold'> = [
  { who: 'PLACING_SOCIAL_WORKER', of: 'MISSING', child: 'PLACED_OUT_OF_AREA', paragraph: 'Somerset 7.1.1', asks: 'NOTHING' },
  { who: 'CP_COORDINATOR', of: 'MISSING', child: 'EVERY_CHILD', paragraph: 'Somerset 5.1.8', asks: 'NOTHING' },
  { who: 'IRO', of: 'MISSING', child: 'LOOKED_AFTER', paragraph: 'Somerset 5.2.5', asks: 'NOTHING' },
  { who: 'PROVIDER', of: 'MISSING', child: 'LOOKED_AFTER', paragraph: 'Somerset 5.2.6', asks: 'NOTHING' },
  { who: 'HOST_AUTHORITY', of: 'MISSING', child: 'PLACED_OUT_OF_AREA', paragraph: 'Somerset 7.2.1', asks: 'NOTHING' },
  { who: 'IRO', of: 'RETURNED', child: 'LOOKED_AFTER', paragraph: 'Somerset 5.2', asks: 'NOTHING' },
  { who: 'PROVIDER', of: 'RETURNED', child: 'PLACED_OUT_OF_AREA', paragraph: 'Somerset 7.2.2', asks: 'NOTHING' },
  { who: 'HOST_AUTHORITY', of: 'RETURNED', child: 'PLACED_OUT_OF_AREA', paragraph: 'Somerset 7.2.2', asks: 'NOTHING' },
  { who: 'SOCIAL_WORKER', of: 'INTERVIEWED', child: 'EVERY_CHILD', paragraph: 'Somerset 4.16', asks: 'PREVENTION_PLAN' },
];

/** Somerset's guidance (LCS and EHM), by its paragraphs. */
export const SOMERSET: Practice = {
  id: 'somerset',
  clocks: SOMERSET_CLOCKS,
  figures: {
    ...SILENT_PRACTICE.figures,
    attempts: {
      value: { atLeast: 3, differentTimes: true, outsideCoreHours: 1 },
      source: 'Somerset 4.5',
      flag: 'different times is read as at least two parts of the day: morning, afternoon, evening and night',
    },
    unableToContact: { value: { after: [], explanation: true }, source: 'Somerset 4.7', flag: null },
    letter: {
      value: {
        safeToSendFirst: false,
        bands: [
          { from: 0, until: 12, livingIndependently: null, to: ['PARENT_OR_CARER'] },
          { from: 12, until: 13, livingIndependently: null, to: null },
          { from: 16, until: 17, livingIndependently: true, to: null },
          { from: 17, until: null, livingIndependently: true, to: ['CHILD'] },
          { from: 13, until: null, livingIndependently: null, to: ['PARENT_OR_CARER', 'CHILD'] },
        ],
      },
      source: 'Somerset 4.6',
      flag: 'age 12, and 16 for a child living independently, are undefined in the text',
    },
    refusal: { value: { explanation: true, letter: true, askParents: true }, source: 'Somerset 4.8, 4.10', flag: null },
    offeredOfEligible: { value: 100, source: 'Somerset 3.2', flag: null },
    completedOfAccepted: { value: 100, source: 'Somerset 3.3', flag: 'within three working days, whose start is undefined in the text' },
    refusedAtMost: { value: 10, source: 'Somerset 3.4', flag: null },
    toSocialCareUnder: { value: 8, source: 'Somerset 4.3', flag: null },
    severalEpisodes: { value: 'ONE_FORM', source: 'Somerset 4.18', flag: null },
    ceScreenFrom: { value: 13, source: 'Somerset 4.12', flag: null },
    preventionPlan: { value: { withoutSocialWorker: true, elseReason: true }, source: 'Somerset 4.13', flag: null },
    placementAgreement: {
      value: { officer: true, contact: true, whoInterviews: true, result: true, elseTelephone: true },
      source: 'Somerset 7.1.2-7.1.5',
      flag: null,
    },
    toBeTold: { value: SOMERSET_TOLD, source: 'Somerset 4.16, 5.1.8, 5.2.5, 5.2.6, 7.1.1, 7.2', flag: 'the provider of a placement in the area where it is appropriate' },
    whoInterviews: { value: [{ of: 'EVERY_CHILD', capacities: ['CASE_WORKER', 'MISPER_WORKER'] }], source: 'Somerset 4.2', flag: null },
    strategy: { value: { lookedAfterHours: 24, missingHours: null, episodesIn30Days: null, atRisk: null }, source: 'Somerset 5.2.2', flag: null },
  },
};
