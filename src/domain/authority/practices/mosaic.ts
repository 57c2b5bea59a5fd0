import { SILENT_PRACTICE, type Practice } from '../practice.ts';

/** A Mosaic authority's operational guidance of July 2022: it states no time, so only the statutory clock runs. */
export const MOSAIC: Practice = {
  id: 'mosaic',
  clocks: [],
  figures: {
    ...SILENT_PRACTICE.figures,
    unableToContact: {
      value: { after: ['ALL_NUMBERS', 'ALLOCATED_WORKER', 'CARER'], explanation: true },
      source: 'Mosaic authority 2022, Closure process, unable to establish contact',
      flag: 'the written explanation is read from the form, which asks for response and outcome',
    },
    letter: {
      value: { safeToSendFirst: true, bands: [{ from: 0, until: null, livingIndependently: null, to: ['PARENT_OR_CARER'] }] },
      source: 'Mosaic authority 2022, Closure process, letter sent',
      flag: null,
    },
  },
};
