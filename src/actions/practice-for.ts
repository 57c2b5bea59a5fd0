import type { Directory } from '../directory/directory.ts';
import { SILENT_PRACTICE, type Practice } from '../domain/authority/practice.ts';
import type { CoreHours } from '../domain/clocks/working-time.ts';
import { dateInterval } from '../domain/interval/london-interval.ts';
import type { PracticeWarning } from '../domain/interview/practice-warning.ts';
import type { ChildFacts } from '../policy/facts.ts';

/** The practice a child's return goes by, and whose it is. */
export interface PracticeFor {
  readonly practice: Practice;
  readonly of: 'RESPONSIBLE' | 'HOST';
}

/** The responsible authority's practice; the host's only while nobody knows whose child it is: a known authority that is silent borrows none. */
export function practiceFor({ agencies }: Directory, { responsible, hosts }: Pick<ChildFacts, 'responsible' | 'hosts'>): PracticeFor {
  const of = responsible.length > 0 ? 'RESPONSIBLE' : 'HOST';
  const [agency = ''] = of === 'RESPONSIBLE' ? responsible : hosts;
  return { practice: agencies.get(agency)?.practice ?? SILENT_PRACTICE, of };
}

/** When an agency's service is at work; null: its practice says nothing of it. */
export function coreHoursOf({ agencies }: Directory, agency: string): CoreHours | null {
  return agencies.get(agency)?.practice.figures.coreHours?.value ?? null;
}

/** Warnings as an answer says them: what, and under which rule of whom; "perhaps" where what is known does not settle it. */
export function inWords(warnings: readonly PracticeWarning[], of: PracticeFor['of']): string[] {
  const whose = of === 'HOST' ? ", the host authority's" : '';
  return [...new Set(warnings.map(({ words, rule, perhaps }) => `${perhaps ? 'perhaps ' : ''}${words} (${rule}${whose})`))];
}

const NOT_NOW = 'West Sussex, When should a RHI be completed';

/** Said where a practice is silent: there is no "never", whatever it says, and a day to ask again lies ahead. */
export function dayToAskAgain(askAgainOn: string | null, { practice, now }: Pick<PracticeFor, 'practice'> & { readonly now: number }): string[] {
  if (practice.figures.notNow !== null) {
    return [];
  }
  const day = askAgainOn === null ? null : dateInterval(askAgainOn);
  if (day === null) {
    return [`not now is never "never": say on which day the child is asked again (${NOT_NOW})`];
  }
  return day.from <= now ? [`the day to ask again has come or is past: ask the child, or say another (${NOT_NOW})`] : [];
}
