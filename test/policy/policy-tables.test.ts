import { POLICY_VERSION } from '../../src/policy/rules.ts';
import { policyTables } from '../../src/policy/policy-tables.ts';

describe('the policy as tables', () => {
  const lines = policyTables();
  const table = (family: string): readonly string[] => {
    const from = lines.findIndex((line) => line.startsWith(family));
    const until = lines.indexOf('', from);
    return lines.slice(from, until);
  };

  it('says which version it is', () => {
    expect(lines[0]).toContain(`Policy ${POLICY_VERSION}.`);
  });

  it('has a column for each group and a row for each rule', () => {
    const [head, ...rows] = table('SAFETYNOTE');
    expect(head?.split(/ +/)).toEqual(['SAFETYNOTE', 'notice', 'when']);
    expect(rows).toContain('PLACEMENT_PROVIDER      yes           providers <agency>, restricted NO, recipient <agency>|<person>, approved YES, tellsNobody YES');
  });

  it('names what is open of a group in part', () => {
    const rows = table('CHILD ');
    const parent = rows.findIndex((line) => line.startsWith('PARENT'));
    expect(rows[parent]).toMatch(/^PARENT +part +- +- /);
    expect(rows[parent + 1]).toBe('                        of identity: id missingNow episodes');
  });

  it('shows that a home has no row on intelligence', () => {
    expect(table('INTELLIGENCEITEM').filter((line) => /^(PLACEMENT_PROVIDER|PARENT|PARTNER)/.test(line))).toEqual([]);
  });

  it('says who may do what, and who may ask', () => {
    expect(lines).toContain('BUSINESS_SUPPORT        Child: recordRelationship when responsible <agency>, within YES');
    expect(lines).toContain('whoseChild              of any child, asked for by name: POLICE_MISSING_TEAM, EDT');
  });
});
