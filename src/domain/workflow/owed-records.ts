import type { OwedState } from '../interview/ce-screen.ts';
import type { OwedRecord } from './episode-course.ts';

/** What is owed beside an interview as the course of its episode has it: null where the reader may not see one of the two. */
export function owedRecords({ ceScreen, preventionPlan }: { readonly ceScreen: OwedState; readonly preventionPlan: OwedState }): readonly OwedRecord[] | null {
  if (ceScreen.state === 'NOT_KNOWN' || preventionPlan.state === 'NOT_KNOWN') {
    return null;
  }
  return [...(ceScreen.state === 'OWED' ? (['CE_SCREEN'] as const) : []), ...(preventionPlan.state === 'OWED' ? (['PREVENTION_PLAN'] as const) : [])];
}
