import type { Directory } from '../directory/directory.ts';
import { isEverybodys, ruleNamed, type HubDefaultName } from '../domain/authority/hub-defaults.ts';
import { SILENT_PRACTICE, type Practice } from '../domain/authority/practice.ts';
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

/** Warnings as an answer says them: what, and under which rule of whom; "perhaps" where what is known does not settle it. */
export function inWords(warnings: readonly PracticeWarning[], of: PracticeFor['of']): string[] {
  return [...new Set(warnings.map(({ words, rule, perhaps }) => `${perhaps ? 'perhaps ' : ''}${words} (${rule}${whose(rule, of)})`))];
}

function whose(rule: string, of: PracticeFor['of']): string {
  return of === 'HOST' && !isEverybodys(rule) ? ", the host authority's" : '';
}

/** A warning about something the hub asks of everybody, under the authority's own rule or as the hub's own default. */
export function byDefault(words: string, name: HubDefaultName, { practice, of }: PracticeFor): string {
  const rule = ruleNamed(name, practice);
  return `${words} (${rule}${whose(rule, of)})`;
}

/** The practice of the reader's own agency; one that is no authority has none. */
export function ownPractice({ agencies }: Directory, agency: string): PracticeFor {
  return { practice: agencies.get(agency)?.practice ?? SILENT_PRACTICE, of: 'RESPONSIBLE' };
}

/** Said where a practice is silent: there is no "never", whatever it says, and a day to ask again lies ahead. */
export function dayToAskAgain(askAgainOn: string | null, { practice, of, now }: PracticeFor & { readonly now: number }): string[] {
  if (practice.figures.notNow !== null) {
    return [];
  }
  const day = askAgainOn === null ? null : dateInterval(askAgainOn);
  if (day === null) {
    return [byDefault('not now is never "never": say on which day the child is asked again', 'NOT_NOW', { practice, of })];
  }
  return day.from <= now ? [byDefault('the day to ask again has come or is past: ask the child, or say another', 'NOT_NOW', { practice, of })] : [];
}
