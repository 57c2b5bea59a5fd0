import { ruleNamed } from '../domain/authority/hub-defaults.ts';
import type { DecisionOf } from '../domain/decision/decision.ts';
import { safeContactWarnings, type ContactMade, type SafeContact } from '../domain/interview/safe-contact.ts';
import { doneAbout, type KnownReturn } from './known-return.ts';
import { inWords, type PracticeFor } from './practice-for.ts';

/** What a contact went against of how the child is reached safely, as far as the actor reads it: of whichever episode, what each agency wrote last. */
export function contactWarnings(known: KnownReturn, made: ContactMade, { practice, of, now }: PracticeFor & { readonly now: number }): string[] {
  return inWords(safeContactWarnings(made, contactsKnown(known, now), { source: ruleNamed('SAFE_CONTACT', practice) }), of);
}

/** How the child is reached safely as far as the actor reads it: of whichever episode, what each agency wrote last, the latest first. */
export function contactsKnown(known: KnownReturn, now: number): (SafeContact | null)[] {
  const { records } = doneAbout(known, known.episodes.map(({ id }) => id), now);
  const recorded = latestOfEach(records.filter(({ payload }) => payload.record === 'SAFE_CONTACT'));
  return recorded.toSorted((one, other) => other.at - one.at).map(({ payload }) => payload.contact ?? null);
}

function latestOfEach(records: readonly DecisionOf<'CASE_RECORD'>[]): DecisionOf<'CASE_RECORD'>[] {
  return [...new Map(records.toSorted((one, other) => one.at - other.at).map((record) => [record.agency, record])).values()];
}
