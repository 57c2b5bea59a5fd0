import { HubError } from '../domain/errors.ts';
import { namesLeftIn, type Naming } from '../domain/redaction/names-left-in.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import type { Scene } from './perform.ts';

/** Refuses a text in which somebody or some place stands that must not; says whose question's words they are, never the words. */
export function refuseNamesLeft(field: string, text: string, words: Naming): void {
  const left = namesLeftIn(text, words);
  if (left.length > 0) {
    throw new HubError('BAD_INPUT', `"${field}" holds words of: ${left.join(', ')}. Take them out, in every spelling.`);
  }
}

/** May the actor read whom this row names? To anybody else a refusal would tell what stands in it. */
export function readsNames({ actor }: Scene, family: 'ReturnInterview' | 'IntelligenceItem', facts: object): boolean {
  return readableAttributes(abilityOf(actor.viewer), family, facts).has('namedPeople');
}
