import { ADDRESSEES } from '../domain/authority/practice.ts';
import { letterSafety } from '../domain/interview/letter-safety.ts';
import type { LetterFacts } from '../domain/interview/letter-to.ts';
import { livesIndependently } from '../domain/interview/safe-contact.ts';
import { contactsKnown } from './contact-warnings.ts';
import type { DoneAbout, KnownReturn } from './known-return.ts';

/** What decides to whom a letter goes, and for whom it is recorded as safe; whether the child lives independently as recorded with how they are reached, else as the decision-maker said of the parents. */
export function letterFacts(known: KnownReturn, { steps }: Pick<DoneAbout, 'steps'>, now: number): LetterFacts {
  return {
    ages: known.ages,
    livingIndependently: livesIndependently(contactsKnown(known, now)) ?? known.livingIndependently,
    safeFor: ADDRESSEES.filter((one) => letterSafety(steps, one) === 'SAFE'),
  };
}
