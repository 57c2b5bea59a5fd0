import type { DemonstrationDocument } from './demonstration-document.ts';

/** What went wrong with a text on its way, and how the hub refuses it. */
export interface Spoilt {
  readonly as: string;
  readonly make: (text: string) => string;
  readonly refused: DemonstrationDocument['refused'];
}

export const CUT_OFF: Spoilt = { as: 'cut-off', make: (text) => text.slice(0, Math.floor(text.length * 0.8)), refused: { DOCUMENT_MALFORMED: 1 } };
export const WITHOUT_TIME: Spoilt = { as: 'without-time', make: (text) => text.replace(/(<SentAt>.{10})[^<]*/, '$1'), refused: { VALUE_INVALID: 1 } };
