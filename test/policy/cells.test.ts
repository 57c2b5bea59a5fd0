import { abilityOf, readableAttributes } from '../../src/policy/ability.ts';
import { allAttributesOf } from '../../src/policy/attributes.ts';
import { CELLS, CHILD_FAMILIES, namesIn } from './expected-cells.ts';

const NOBODY = { responsible: ['other'], hosts: ['other'], forces: ['other'], providers: ['other'], candidates: ['other'] };

describe('who reads what of a child', () => {
  it.each(CHILD_FAMILIES)('every attribute of %s stands in the table', (family) => {
    expect(namesIn(family).sort()).toEqual([...allAttributesOf(family)].sort());
  });

  describe.each(CELLS)('$viewer ($standing, missing: $missing)', (cell) => {
    const ability = abilityOf({ person: 'someone', agency: 'own', role: cell.role });
    const facts = { ...NOBODY, [cell.standing]: ['other', 'own'], missingNow: cell.missing ? 'YES' : 'NO' };

    it.each(CHILD_FAMILIES)('reads exactly its columns of %s', (family) => {
      expect([...readableAttributes(ability, family, facts)].sort()).toEqual(namesIn(family, cell[family]).sort());
    });

    it.each(CHILD_FAMILIES)('reads nothing of %s in which its agency has no part', (family) => {
      expect(readableAttributes(ability, family, { ...NOBODY, missingNow: 'YES' }).size).toBe(0);
    });
  });
});

describe('who reads the work of the hub', () => {
  const reads = (role: 'HUB_COORDINATOR' | 'POLICE_MISSING_TEAM' | 'PLACEMENT_PROVIDER' | 'AUDITOR', family: 'QuarantineEntry' | 'Source' | 'DisclosureRecord', facts: object): number =>
    readableAttributes(abilityOf({ person: 'someone', agency: 'own', role }), family, facts).size;

  it.each(['HUB_COORDINATOR', 'POLICE_MISSING_TEAM'] as const)('%s reads quarantine entries shown to its agency, and no other', (role) => {
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other', 'own'] })).toBe(17);
    expect(reads(role, 'QuarantineEntry', { shownTo: ['other'] })).toBe(0);
  });

  it.each(['HUB_COORDINATOR', 'POLICE_MISSING_TEAM'] as const)('%s counts its own source, and of a source that feeds its rows learns how fresh it is', (role) => {
    expect(reads(role, 'Source', { agency: 'own', feeds: 'NO' })).toBe(8);
    expect(reads(role, 'Source', { agency: 'other', feeds: 'YES' })).toBe(5);
    expect(reads(role, 'Source', { agency: 'other', feeds: 'NO' })).toBe(0);
  });

  it.each(['PLACEMENT_PROVIDER', 'AUDITOR'] as const)('%s reads neither quarantine nor sources', (role) => {
    expect(reads(role, 'QuarantineEntry', { shownTo: ['own'] })).toBe(0);
    expect(reads(role, 'Source', { agency: 'own', feeds: 'YES' })).toBe(0);
  });

  it('an auditor reads the disclosures its agency is controller of, and no other', () => {
    expect(reads('AUDITOR', 'DisclosureRecord', { controllers: ['own'] })).toBe(13);
    expect(reads('AUDITOR', 'DisclosureRecord', { controllers: ['other'] })).toBe(0);
  });

  it.each(['HUB_COORDINATOR', 'POLICE_MISSING_TEAM', 'PLACEMENT_PROVIDER'] as const)('%s reads no disclosures', (role) => {
    expect(reads(role, 'DisclosureRecord', { controllers: ['own'] })).toBe(0);
  });
});
