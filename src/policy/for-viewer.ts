import { personAt } from '../domain/sharing/audience.ts';
import { acceptedValues, valueFor, type RuleCondition } from './rule.ts';
import type { Viewer } from './viewer.ts';

/** A rule's conditions as CASL asks them of one viewer: every one a list of the values it accepts. */
export function forViewer(conditions: Readonly<Record<string, RuleCondition | undefined>>, { person, agency }: Viewer): Record<string, unknown> {
  const own = { agency, personAtAgency: personAt(person, agency) };
  // A condition that is undefined accepts nothing: it must never be left out.
  const stated = (condition: RuleCondition | undefined): unknown => ({
    $in: condition === undefined ? [] : acceptedValues(condition).map((value) => valueFor(value, own)),
  });
  return Object.fromEntries(Object.entries(conditions).map(([fact, condition]) => [fact, stated(condition)]));
}
