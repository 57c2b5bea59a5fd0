import { rulesOn, verdictOf } from '../../src/policy/verdict.ts';
import { RULES } from '../../src/policy/rules.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';

/** The bits of the role's rules on a child whose conditions are about exactly these facts. */
function bitsOf(role: ReadingRole, ...facts: readonly string[]): number {
  const about = (conditions: object): string => Object.keys(conditions).sort().join();
  return rulesOn(RULES[role], 'Child').reduce(
    (bits, rule, place) => (about(rule.conditions) === [...facts].sort().join() ? bits | (1 << place) : bits),
    0,
  );
}

const reasons = (role: ReadingRole, bits: number): Record<string, string> =>
  Object.fromEntries(verdictOf(RULES[role], 'Child', bits).withheld.map(({ field, reason }) => [field, reason]));

describe('what is withheld, and why', () => {
  it('nothing from the coordinator of the responsible authority', () => {
    expect(reasons('HUB_COORDINATOR', bitsOf('HUB_COORDINATOR', 'responsible'))).toEqual({});
  });

  it('other addresses from a host authority, until the child is missing', () => {
    const host = bitsOf('HUB_COORDINATOR', 'hosts');
    expect(reasons('HUB_COORDINATOR', host)).toMatchObject({ familyAddress: 'ONLY_WHILE_MISSING', nhsNumber: 'NOT_FOR_THIS_RELATIONSHIP' });
    const whileMissing = reasons('HUB_COORDINATOR', host | bitsOf('HUB_COORDINATOR', 'hosts', 'missingNow'));
    expect(whileMissing).not.toHaveProperty('familyAddress');
  });

  it('numbers from every missing team, whatever the relationship', () => {
    expect(reasons('POLICE_MISSING_TEAM', bitsOf('POLICE_MISSING_TEAM', 'forces'))).toEqual({
      nhsNumber: 'NOT_FOR_THIS_ROLE',
      upn: 'NOT_FOR_THIS_ROLE',
      authorityChildId: 'NOT_FOR_THIS_ROLE',
      recordKeys: 'NOT_FOR_THIS_ROLE',
      possiblySame: 'NOT_FOR_THIS_ROLE',
    });
  });

  it('from an authority that is only a candidate what a relationship would open', () => {
    const candidate = reasons('HUB_COORDINATOR', bitsOf('HUB_COORDINATOR', 'candidates'));
    expect(candidate).toMatchObject({ homeAddress: 'NOT_FOR_THIS_RELATIONSHIP', familyAddress: 'NOT_FOR_THIS_RELATIONSHIP' });
  });
});
