import type { Practice } from '../authority/practice.ts';
import type { Ages } from '../child/ages-at.ts';
import { eligibility } from './eligibility.ts';
import { practiceWarning, type PracticeWarning } from './practice-warning.ts';

/** Somerset 4.3, West Sussex: a child under the age from which the team interviews goes elsewhere; an age that does not settle it is said too. */
export function ageWarnings(ages: Ages | null, practice: Pick<Practice, 'figures'>, now: number): PracticeWarning[] {
  const who = eligibility({ ages, notNow: null }, practice, now);
  switch (who.state) {
    case 'TO_SOCIAL_CARE':
    case 'NOT_BY_TEAM':
      return [practiceWarning(who.state, { source: who.rule })];
    case 'CANNOT_TELL':
      return [practiceWarning('AGE_CANNOT_TELL', { source: who.rule }, true)];
    case 'ELIGIBLE':
    case 'NOT_NOW':
      return [];
  }
}
