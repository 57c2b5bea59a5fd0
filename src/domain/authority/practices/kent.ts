import { SILENT_PRACTICE, type Practice } from '../practice.ts';

/** Kent's guidance (Liberi), by its headings: it has no numbered paragraphs. */
export const KENT: Practice = {
  id: 'kent',
  clocks: [
    {
      id: 'INTERVIEW',
      of: 'EVERY_CHILD',
      start: 'RETURNED',
      stops: ['INTERVIEW_HELD'],
      length: 72,
      calendar: 'ELAPSED_HOURS',
      againUntil: null,
      aim: false,
      source: 'Kent, When should a return interview be undertaken',
      flag: null,
    },
  ],
  figures: {
    ...SILENT_PRACTICE.figures,
    severalEpisodes: { value: 'FORM_EACH', source: 'Kent, Children who go missing before a return interview can take place', flag: null },
    finaliseAfterForm: { value: true, source: 'Kent, After the return interview', flag: null },
    awayEpisodes: {
      value: { riskAssessed: true, interviewConsidered: true },
      source: 'Kent, Absent from placement without authorisation',
      flag: 'an interview where it is appropriate',
    },
    exploitationToolkit: { value: true, source: 'Kent, CSE Toolkit/Trafficked Children Toolkit', flag: 'to be considered' },
    whoInterviews: {
      value: [
        { of: 'OPEN_TO_SOCIAL_CARE', capacities: ['SOCIAL_WORKER'] },
        { of: 'NOT_OPEN', capacities: ['EARLY_HELP'] },
      ],
      source: 'Kent, When should a return interview be undertaken',
      flag: 'normally; the child may be the best person to say who',
    },
  },
};
