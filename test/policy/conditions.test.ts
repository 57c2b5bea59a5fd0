import { isKnown, knownBy } from '../../src/policy/conditions.ts';
import { forViewer } from '../../src/policy/for-viewer.ts';
import { OWN_AGENCY, OWN_PERSON, personAs, type ReadRule } from '../../src/policy/rule.ts';

const met = (conditions: ReadRule['conditions']): ReadRule => ({ action: 'read', subject: 'Child', fields: ['id'], conditions });

describe('what is known of a row by the rules it met', () => {
  it('is what each of them asks', () => {
    expect([...knownBy([met({ responsible: OWN_AGENCY, restricted: 'NO' }), met({ restricted: 'NO', named: personAs('WORKER') })])]).toEqual([
      ['responsible', [['<agency>']]],
      ['restricted', [['NO'], ['NO']]],
      ['named', [['WORKER:<person>']]],
    ]);
  });
  it('is also that a child who is missing now is recent', () => {
    const known = knownBy([met({ missingNow: 'YES' })]);
    expect([...known]).toEqual([
      ['missingNow', [['YES']]],
      ['recent', [['YES']]],
    ]);
    expect(isKnown(known, 'recent', 'YES')).toBe(true);
  });
  it('is not that a child is recent who may be missing or not, or of whom something else is so', () => {
    expect([...knownBy([met({ missingNow: { $in: ['YES', 'NO'] } })]).keys()]).toEqual(['missingNow']);
    expect([...knownBy([met({ restricted: 'YES' })]).keys()]).toEqual(['restricted']);
  });
  it('keeps what was known of a recent child before', () => {
    expect(knownBy([met({ recent: 'NO' }), met({ missingNow: 'YES' })]).get('recent')).toEqual([['NO'], ['YES']]);
  });
});

describe('the conditions of a rule for one viewer', () => {
  const viewer = { person: 'someone', agency: 'own', role: 'PARTNER' } as const;

  it('name the viewer where the rule speaks of them', () => {
    expect(forViewer({ to: { $in: [OWN_AGENCY, OWN_PERSON] }, named: personAs('WORKER'), restricted: 'NO' }, viewer)).toEqual({
      to: { $in: ['own', 'someone@own'] },
      named: { $in: ['WORKER:someone@own'] },
      restricted: { $in: ['NO'] },
    });
  });
  it('accept nothing where one is undefined', () => {
    expect(forViewer({ partners: OWN_AGENCY, restricted: undefined }, viewer)).toEqual({ partners: { $in: ['own'] }, restricted: { $in: [] } });
  });
});
