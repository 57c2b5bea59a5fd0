import type { Family } from './attributes.ts';
import { HubError } from '../domain/errors.ts';
import { faultsOfHouse } from './lint-house.ts';
import type { ReadRule } from './rule.ts';
import { POLICY_VERSION, RULES, type HouseRules } from './rules.ts';
import { rulesOn, verdictOf, type Verdict } from './verdict.ts';
import type { ReadingRole } from './viewer.ts';

/** The rules as the gate asks them. */
export interface Policy {
  readonly version: string;
  /** The role's rules on a family; empty where no rule reaches it, and the family is not there for that role. */
  readonly rulesOn: (role: ReadingRole, family: Family) => readonly ReadRule[];
  /** What a row that matched these rules shows and withholds. */
  readonly verdict: (role: ReadingRole, family: Family, bits: number) => Verdict;
}

/** A policy over the given rules; each verdict is worked out once. */
export function policyOf(rules: Readonly<Record<ReadingRole, readonly ReadRule[]>>, version: string): Policy {
  const verdicts = new Map<string, Verdict>();
  return {
    version,
    rulesOn: (role, family) => rulesOn(rules[role], family),
    verdict: (role, family, bits) => {
      const key = `${role} ${family} ${String(bits)}`;
      const known = verdicts.get(key) ?? verdictOf(rules[role], family, bits);
      verdicts.set(key, known);
      return known;
    },
  };
}

/** The house's own policy; refuses to be made of rules that do not hold together. */
export function housePolicy(rules: HouseRules = RULES): Policy {
  const [fault] = faultsOfHouse(rules);
  if (fault !== undefined) {
    throw new HubError('INTERNAL', `The policy does not hold together. ${fault}`);
  }
  return policyOf(rules, POLICY_VERSION);
}
