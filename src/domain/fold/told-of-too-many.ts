import type { Observation } from '../observation/observation.ts';
import { identifierName, identifiersOf } from './crowded-identifiers.ts';
import { groupBy } from './group-by.ts';
import { identitiesTold, type IdentityContext, type PersonIdentity } from './person-identity.ts';
import { refKey } from './standing.ts';

/** How many dates of birth, and how many surnames, one agency may ever tell with one number: enough for slips, too few to guess by. */
const MOST_TOLD = 4;

/** What one agency ever told with one number. */
interface Told {
  readonly births: Set<number>;
  readonly surnames: Set<string>;
}

/**
 * Whoever knows a child's number and tries one date of birth after another would be shown the child at the right one. So every
 * try counts, also what was corrected or taken back since, and under whatever record it was told. Our own figure.
 */
export function toldOfTooMany(observations: readonly Observation[], context: IdentityContext): (identity: PersonIdentity) => boolean {
  const told = new Map<string, Told>();
  for (const said of groupBy(observations, ({ subject }) => refKey(subject)).values()) {
    const each = identitiesTold(said, context);
    for (const number of new Set(each.flatMap(numbersOf))) {
      const { births, surnames } = told.get(number) ?? { births: new Set(), surnames: new Set() };
      each.forEach(({ birth }) => birth !== null && births.add(birth.from));
      each.forEach(({ familyName }) => familyName !== null && surnames.add(familyName));
      told.set(number, { births, surnames });
    }
  }
  const tooMany = new Set([...told].filter(([, { births, surnames }]) => Math.max(births.size, surnames.size) > MOST_TOLD).map(([number]) => number));
  return (identity) => numbersOf(identity).some((number) => tooMany.has(number));
}

/** The numbers that may tie a record to another agency's, as its own agency told them. */
function numbersOf(identity: PersonIdentity): string[] {
  const names = [...identifiersOf(identity).map(identifierName), ...(identity.quotedNumber === null ? [] : [identity.quotedNumber])];
  return names.map((name) => `${identity.record.ref.agency} ${name}`);
}
