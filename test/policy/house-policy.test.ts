import { attributesOf, type Group } from '../../src/policy/attributes.ts';
import { ceilingOf } from '../../src/policy/ceiling.ts';
import { factsAt, holdersAt } from '../../src/policy/facts.ts';
import { handlingFor } from '../../src/policy/handling.ts';
import { housePolicy } from '../../src/policy/policy.ts';
import { groundFor } from '../../src/policy/purpose.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';

describe('the house policy', () => {
  const policy = housePolicy();

  it.each(READING_ROLES)('opens to %s no group of a child that the database keeps shut', (role) => {
    const groups = ['home', 'addresses', 'numbers', 'circumstances', 'provenance', 'likeness'] as const satisfies readonly Group[];
    for (const family of ['Child', 'Episode'] as const) {
      const opened = policy.rulesOn(role, family).flatMap(({ fields }) => fields);
      // Record keys stand beside a group that is open; only attributes with a table of their own have a ceiling.
      const reached = groups.filter((group) => attributesOf(family, group).some((name) => name !== 'recordKeys' && opened.includes(name)));
      expect(ceilingOf(role)).toEqual(expect.arrayContaining(reached));
    }
  });

  it('says the same of the same matched rules every time', () => {
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 1)).toBe(policy.verdict('HUB_COORDINATOR', 'Child', 1));
    expect(policy.verdict('HUB_COORDINATOR', 'Child', 2)).not.toEqual(policy.verdict('POLICE_MISSING_TEAM', 'Child', 2));
  });

  it('gives no rule of one role to another', () => {
    expect(policy.rulesOn('AUDITOR', 'Child')).toEqual([]);
    expect(policy.rulesOn('PLACEMENT_PROVIDER', 'QuarantineEntry')).toEqual([]);
  });
});

describe('purpose, lawful basis and handling', () => {
  it('follow from role and operation', () => {
    expect(groundFor('HUB_COORDINATOR', 'read')).toEqual({ purpose: 'SAFEGUARDING', lawfulBasis: 'PUBLIC_TASK' });
    expect(groundFor('HUB_COORDINATOR', 'quarantine')).toEqual({ purpose: 'QUARANTINE', lawfulBasis: 'PUBLIC_TASK' });
    expect(groundFor('POLICE_MISSING_TEAM', 'read')).toEqual({ purpose: 'POLICING', lawfulBasis: 'LAW_ENFORCEMENT_PART_3' });
    expect(groundFor('PLACEMENT_PROVIDER', 'read')).toEqual({ purpose: 'CARE', lawfulBasis: 'LEGAL_OBLIGATION' });
    expect(groundFor('AUDITOR', 'read')).toEqual({ purpose: 'AUDIT', lawfulBasis: 'LEGAL_OBLIGATION' });
  });

  it('tell a provider to ask before passing anything on', () => {
    expect(handlingFor('PLACEMENT_PROVIDER').onwardSharing).toContain('Ask the responsible authority');
  });
});

describe('the facts of a row at one instant', () => {
  const relation = [{ agency: 'a', from: 100, until: 200 }];

  it.each([
    [99, []],
    [100, ['a']],
    [199, ['a']],
    [200, []],
  ])('a relation from 100 until 200 holds at %d for %j', (now, holders) => {
    expect(holdersAt(relation, now)).toEqual(holders);
  });

  it('a relation without an end holds for good', () => {
    expect(holdersAt([{ agency: 'a', from: null, until: null }], 5)).toEqual(['a']);
  });

  it('a candidate stays one whatever the hour', () => {
    const none = { responsible: [], hosts: [], forces: relation, providers: [], partners: [], intelligenceAgencies: [], named: [] };
    const restriction = { restricted: false, awaitsNaming: false, keeps: [] };
    expect(factsAt({ relations: { ...none, candidates: relation }, restriction, opens: [], missingNow: 'YES', recent: [] }, 500)).toEqual({
      responsible: [],
      hosts: [],
      forces: [],
      providers: [],
      partners: [],
      intelligenceAgencies: [],
      named: [],
      candidates: ['a'],
      missingNow: 'YES',
      recent: 'NO',
      restricted: 'NO',
      awaitsNaming: 'NO',
      keeps: [],
      opens: [],
    });
  });
});
