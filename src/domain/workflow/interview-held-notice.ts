import type { ToBeTold } from './who-is-told.ts';

/** By which the child's social worker is told that an interview was held, where the practice of the responsible authority has them told. */
export const INTERVIEW_HELD = 'INTERVIEW_HELD';

const ASKED_FOR: Readonly<Record<ToBeTold['asks'], string>> = { NOTHING: '', PREVENTION_PLAN: ' complete or update the plan to prevent another episode,' };

/** What they are told and asked for, by its paragraph: fixed words, as the date stands in the interview (Somerset 4.16). */
export function interviewHeldNotice({ source, asks }: Pick<ToBeTold, 'source' | 'asks'>): { readonly kind: string; readonly text: string } {
  return { kind: INTERVIEW_HELD, text: `A return interview with this child was held (${source}). See when it was,${ASKED_FOR[asks]} and say that you know.` };
}
