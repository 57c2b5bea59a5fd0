import { SILENT_PRACTICE, type Practice } from '../practice.ts';

/** West Sussex's guidance (Mosaic CYP051), by its headings: it has no numbered paragraphs. */
export const WEST_SUSSEX: Practice = {
  id: 'west-sussex',
  clocks: [
    {
      id: 'CHILD_SEEN',
      of: 'EVERY_CHILD',
      start: 'RETURN_NOTIFIED',
      stops: ['CHILD_SEEN', 'INTERVIEW_HELD'],
      length: 72,
      calendar: 'ELAPSED_HOURS',
      againUntil: null,
      aim: true,
      source: 'West Sussex, When should a RHI be completed',
      flag: null,
    },
    {
      id: 'FOLLOW_UP',
      of: 'EVERY_CHILD',
      start: 'INTERVIEW_HELD',
      stops: ['FOLLOWED_UP'],
      length: 7 * 24,
      calendar: 'ELAPSED_HOURS',
      againUntil: null,
      aim: false,
      source: 'West Sussex, What next, 5',
      flag: 'a week is read as 168 hours',
    },
  ],
  figures: {
    ...SILENT_PRACTICE.figures,
    askAgain: { value: 2, source: 'West Sussex, What makes a good RHI', flag: 'advice: a second and a third time of asking' },
    interviewedFrom: { value: 10, source: 'West Sussex, When should a RHI be completed', flag: null },
    notNow: {
      value: { needsReason: true, needsCover: true, needsDate: true },
      source: 'West Sussex, When should a RHI be completed',
      flag: 'the text names the reasons; who covers meanwhile and the date to ask again are our reading: never "never"',
    },
    independence: { value: { ofPlacement: true, ofAuthority: false, childMayChoose: true }, source: 'West Sussex, Who completes the RHI; What makes a good RHI', flag: "independent of the child's care: the authority is not named" },
    toBeTold: {
      value: [
        { who: 'FRONT_DOOR', of: 'RETURNED', child: 'EVERY_CHILD', paragraph: 'West Sussex, When should a RHI be completed', asks: 'NOTHING' },
        { who: 'SOCIAL_WORKER', of: 'INTERVIEWED', child: 'EVERY_CHILD', paragraph: 'West Sussex, Recording information', asks: 'NOTHING' },
      ],
      source: 'West Sussex, When should a RHI be completed; Recording information',
      flag: 'the social worker or lead professional, at the earliest opportunity',
    },
    sameWorkerAsBefore: { value: true, source: 'West Sussex, What makes a good RHI', flag: 'where possible' },
    whoInterviews: {
      value: [
        { of: 'PLACED_OUT_OF_AREA', capacities: ['SOCIAL_WORKER'] },
        { of: 'EVERY_CHILD', capacities: ['RETURN_WORKER', 'SOCIAL_WORKER', 'OTHER'] },
      ],
      source: 'West Sussex, Who completes the RHI',
      flag: 'out of county the social worker completes the interview or arranges it',
    },
  },
};
