import { AT_RISK_FLAG } from '../../clocks/strategy-clocks.ts';
import { SILENT_PRACTICE, type Practice } from '../practice.ts';

/** Birmingham's guidance of January 2022 (Eclipse), by its headings: it has no numbered paragraphs. */
export const BIRMINGHAM: Practice = {
  id: 'birmingham',
  clocks: [
    {
      id: 'OFFER',
      of: 'EVERY_CHILD',
      start: 'RETURNED',
      stops: ['OFFER_CONTACT'],
      length: 72,
      calendar: 'ELAPSED_HOURS',
      againUntil: null,
      aim: false,
      source: 'Birmingham 2022, Independent return home conversations',
      flag: null,
    },
    {
      id: 'STRATEGY',
      of: 'EVERY_CHILD',
      start: 'MISSING_STARTED',
      stops: ['STRATEGY_MEETING', 'LOCATED', 'RETURNED'],
      length: 72,
      calendar: 'ELAPSED_HOURS',
      againUntil: null,
      aim: false,
      source: "Birmingham 2022, Birmingham Children's Trust response",
      flag: 'the text says that it is convened after 72 hours, not by when: read as by then',
    },
    {
      id: 'STRATEGY_AT_RISK',
      of: 'EVERY_CHILD',
      start: 'RISK_REACHED',
      stops: ['STRATEGY_MEETING', 'LOCATED', 'RETURNED'],
      length: 0,
      calendar: 'DAYS',
      againUntil: null,
      aim: false,
      source: "Birmingham 2022, Birmingham Children's Trust response",
      flag: AT_RISK_FLAG,
    },
  ],
  figures: {
    ...SILENT_PRACTICE.figures,
    offeredOfEligible: { value: 100, source: 'Birmingham 2022, Independent return home conversations', flag: null },
    independence: { value: { ofPlacement: true, ofAuthority: true, childMayChoose: true }, source: 'Birmingham 2022, Planning', flag: null },
    sameWorkerAsBefore: { value: true, source: 'Birmingham 2022, Child known to services', flag: 'where possible and appropriate' },
    otherMethods: { value: true, source: 'Birmingham 2022, Initial Contact with parent/carer', flag: null },
    weeklyVisits: { value: true, source: 'Birmingham 2022, The Return Conversation', flag: 'may be required, for children with several episodes and where there are risks' },
    meetingAtRequest: { value: true, source: 'Birmingham 2022, When a child returns', flag: 'to be considered, for children in care' },
    hostMayInterview: { value: true, source: "Birmingham 2022, Birmingham Children's Trust response", flag: 'there may be instances; the examples are read as the rule' },
    openUntilFound: { value: true, source: 'Birmingham 2022, BCT Information sharing and Recording', flag: null },
    mediaAppeal: { value: { atRisk: 'HIGH', consentSought: true, mayGoWithout: true }, source: 'Birmingham 2022, Police response', flag: null },
    toBeTold: {
      value: [{ who: 'PROFESSIONALS', of: 'RETURNED', child: 'EVERY_CHILD', paragraph: 'Birmingham 2022, When a child returns', asks: 'NOTHING' }],
      source: 'Birmingham 2022, When a child returns',
      flag: null,
    },
    strategy: {
      value: { lookedAfterHours: null, missingHours: 72, episodesIn30Days: 3, atRisk: ['HIGH'] },
      source: "Birmingham 2022, Birmingham Children's Trust response",
      flag: 'the 30 days are read as rolling, counting the missing starts; at which level of risk the text does not say: read as HIGH',
    },
  },
};
