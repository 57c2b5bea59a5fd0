import { allAttributesOf, attributesOf, FAMILIES, groupOf, levelsOf, type Family } from '../../src/policy/attributes.ts';
import { agencyAs, OWN_AGENCY, personAs, type ReadRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { matchedOf, rulesOn, verdictOf } from '../../src/policy/verdict.ts';
import type { ReadingRole } from '../../src/policy/viewer.ts';
import { namesIn } from './expected-columns.ts';
import { bitsFor, FORCE, HOST, me, MISSING, PARTNER, PROVIDER, RESPONSIBLE, type Facts } from './facts-for.ts';

const verdict = (role: ReadingRole, family: Family, facts: Facts): ReturnType<typeof verdictOf> => verdictOf(RULES[role], family, bitsFor(role, family, facts));
const reasons = (role: ReadingRole, family: Family, facts: Facts): Record<string, string> =>
  Object.fromEntries(verdict(role, family, facts).withheld.map(({ field, reason }) => [field, reason]));
const TEXT = { shared: ['REDACTED:own'] };
const IN_FULL = { shared: ['FULL:own'] };

describe('what is withheld, and why', () => {
  it('nothing from the coordinator of the responsible authority', () => {
    expect(reasons('HUB_COORDINATOR', 'Child', RESPONSIBLE)).toEqual({});
  });

  it('other addresses from a host authority, until the child is missing', () => {
    expect(reasons('HUB_COORDINATOR', 'Child', HOST)).toEqual({
      familyAddress: 'ONLY_WHILE_MISSING',
      profiles: 'ONLY_WHILE_MISSING',
      otherAddress: 'ONLY_WHILE_MISSING',
      nhsNumber: 'NOT_FOR_THIS_RELATIONSHIP',
      upn: 'NOT_FOR_THIS_RELATIONSHIP',
      authorityChildId: 'NOT_FOR_THIS_RELATIONSHIP',
      recordKeys: 'NOT_FOR_THIS_RELATIONSHIP',
      possiblySame: 'NOT_FOR_THIS_RELATIONSHIP',
      personRecords: 'NOT_FOR_THIS_RELATIONSHIP',
      locating: 'NOT_FOR_THIS_RELATIONSHIP',
    });
    expect(reasons('HUB_COORDINATOR', 'Child', { ...HOST, ...MISSING })).not.toHaveProperty('familyAddress');
  });

  it('where a child stayed from the missing team, until the child is missing', () => {
    expect(reasons('POLICE_MISSING_TEAM', 'Child', FORCE)).toMatchObject({ locating: 'ONLY_WHILE_MISSING', nhsNumber: 'NOT_FOR_THIS_RELATIONSHIP', possiblySame: 'NOT_FOR_THIS_ROLE' });
    expect(reasons('POLICE_MISSING_TEAM', 'Child', { ...FORCE, ...MISSING })).not.toHaveProperty('locating');
  });

  it('from a partner what is left open only while the child is missing', () => {
    const noticed = { ...PARTNER, ...MISSING, opens: ['NOTICE_TO_PARTNER'] };
    expect(reasons('PARTNER', 'Child', noticed)).toMatchObject({ givenName: 'NOT_FOR_THIS_RELATIONSHIP', homeAddress: 'NOT_FOR_THIS_ROLE' });
  });

  it('from an authority that is only a candidate what a relationship would open', () => {
    expect(reasons('HUB_COORDINATOR', 'Child', { candidates: ['own'] })).toMatchObject({
      homeAddress: 'NOT_FOR_THIS_RELATIONSHIP',
      familyAddress: 'NOT_FOR_THIS_RELATIONSHIP',
    });
  });

  it.each([
    ['PLACEMENT_PROVIDER', PROVIDER],
    ['PARENT', me('PARENT')],
    ['PARTNER', { ...PARTNER, ...MISSING, opens: ['BRIEFING_TO_PARTNER'] }],
    ['IRO', me('IRO')],
  ] as const)('%s is not even told that there could be intelligence, or where a child stays', (role, facts) => {
    expect(reasons(role, 'Child', facts)).not.toHaveProperty('intelligence');
    expect(reasons(role, 'Child', facts)).not.toHaveProperty('locating');
    expect(reasons(role, 'Child', facts)).toHaveProperty('nhsNumber', 'NOT_FOR_THIS_ROLE');
  });

  it('row 61: the same whatever the rules before them say', () => {
    expect(verdictOf(RULES.AUDITOR, 'Child', 0)).toEqual({
      level: 'Child',
      permitted: new Set(),
      withheld: allAttributesOf('Child')
        .filter((field) => !['intelligence', 'locating', 'profiles', 'concerns', 'homeProfiles'].includes(field))
        .map((field) => ({ field, reason: 'NOT_FOR_THIS_ROLE' })),
    });
  });
});

describe('"only while missing"', () => {
  const rule = (fields: readonly string[], conditions: ReadRule['conditions']): ReadRule => ({ action: 'read', subject: 'Child', fields, conditions });
  const reasonOf = (rules: readonly ReadRule[], bits: number): string | undefined =>
    verdictOf(rules, 'Child', bits).withheld.find(({ field }) => field === 'upn')?.reason;
  const STANDING = rule(['id'], { forces: OWN_AGENCY, restricted: 'NO' });

  it('is said where nothing but that is lacking', () => {
    expect(reasonOf([STANDING, rule(['upn'], { forces: OWN_AGENCY, restricted: 'NO', missingNow: 'YES' })], 1)).toBe('ONLY_WHILE_MISSING');
  });

  it('is said where several met rules together leave nothing else lacking', () => {
    const other = rule(['age'], { named: { $in: [personAs('WORKER')] }, restricted: 'NO' });
    const both = rule(['upn'], { forces: OWN_AGENCY, named: personAs('WORKER'), missingNow: 'YES', restricted: 'NO' });
    expect(reasonOf([STANDING, other, both], 3)).toBe('ONLY_WHILE_MISSING');
    expect(reasonOf([STANDING, other, both], 1)).toBe('NOT_FOR_THIS_RELATIONSHIP');
  });

  it('is said where what is known is narrower than what is asked, not where it is wider', () => {
    const known = rule(['id'], { forces: OWN_AGENCY, recent: 'YES' });
    const wider = rule(['upn'], { recent: { $in: ['YES', 'NO'] }, missingNow: 'YES' });
    expect(reasonOf([known, wider], 1)).toBe('ONLY_WHILE_MISSING');
    const unsure = rule(['id'], { recent: { $in: ['YES', 'NO'] } });
    expect(reasonOf([unsure, rule(['upn'], { recent: 'YES', missingNow: 'YES' })], 1)).toBe('NOT_FOR_THIS_RELATIONSHIP');
  });

  it.each([
    ['another relationship too', { hosts: OWN_AGENCY, restricted: 'NO', missingNow: 'YES' }],
    ['something else instead', { forces: OWN_AGENCY, restricted: 'NO', recent: 'YES' }],
    ['the agency in another capacity', { forces: agencyAs('FULL'), restricted: 'NO', missingNow: 'YES' }],
  ] as const)('is not said where %s is lacking', (_, conditions) => {
    expect(reasonOf([STANDING, rule(['upn'], conditions)], 1)).toBe('NOT_FOR_THIS_RELATIONSHIP');
  });
});

describe('the level of an interview', () => {
  it.each([
    ['PLACEMENT_PROVIDER', PROVIDER, 'InterviewNotice'],
    ['PLACEMENT_PROVIDER', { ...PROVIDER, ...TEXT }, 'RedactedInterview'],
    ['POLICE_MISSING_TEAM', FORCE, 'InterviewNotice'],
    ['POLICE_MISSING_TEAM', { ...FORCE, ...TEXT }, 'RedactedInterview'],
    ['POLICE_MISSING_TEAM', { ...FORCE, shared: ['REDACTED:own', 'FULL:own'] }, 'FullInterview'],
    ['HUB_COORDINATOR', RESPONSIBLE, 'FullInterview'],
    ['HUB_COORDINATOR', { ...RESPONSIBLE, ...HOST, ...TEXT }, 'FullInterview'],
    ['IRO', me('IRO'), 'FullInterview'],
  ] as const)('%s with %j is shown %s', (role, facts, level) => {
    expect(verdict(role, 'ReturnInterview', facts).level).toBe(level);
  });

  it('a home at NOTICE is told of its text alone, and at REDACTED of nothing more', () => {
    expect(reasons('PLACEMENT_PROVIDER', 'ReturnInterview', PROVIDER)).toEqual({ redactedText: 'NOT_AT_THIS_LEVEL', redactedAnswers: 'NOT_AT_THIS_LEVEL' });
    expect(reasons('PLACEMENT_PROVIDER', 'ReturnInterview', { ...PROVIDER, ...TEXT })).toEqual({});
  });

  it('a missing team at NOTICE is told of both fuller levels, at REDACTED of the fullest, each field once', () => {
    const { withheld } = verdict('POLICE_MISSING_TEAM', 'ReturnInterview', FORCE);
    const fields = withheld.map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).toEqual(expect.arrayContaining(['redactedText', 'reasons', 'placesStayed', 'intelligence']));
    const redacted = reasons('POLICE_MISSING_TEAM', 'ReturnInterview', { ...FORCE, ...TEXT });
    expect(redacted).toMatchObject({ reasons: 'NOT_AT_THIS_LEVEL' });
    expect(redacted).not.toHaveProperty('redactedText');
  });

  it('in full what the parties agreed stays with them, and no redacted text is spoken of', () => {
    expect(reasons('POLICE_MISSING_TEAM', 'ReturnInterview', { ...FORCE, ...IN_FULL })).toEqual({
      redactions: 'NOT_FOR_THIS_RELATIONSHIP',
      sharing: 'NOT_FOR_THIS_RELATIONSHIP',
    });
    expect(verdict('HUB_COORDINATOR', 'ReturnInterview', { ...RESPONSIBLE, ...HOST, ...TEXT }).permitted).not.toContain('redactedText');
  });

  it('row 59: an officer who reads in full is never told of intelligence', () => {
    expect(reasons('IRO', 'ReturnInterview', me('IRO'))).toEqual({});
  });

  it('nothing met is the level that shows least, with nothing in it', () => {
    const { level, permitted } = verdictOf(RULES.PLACEMENT_PROVIDER, 'ReturnInterview', 0);
    expect([level, permitted.size]).toEqual(['InterviewNotice', 0]);
  });
});

describe('the level of an item of intelligence', () => {
  const POLICE_ITEM = { origin: 'POLICE', sanitised: 'YES', released: 'YES' };

  it('is sanitised for those whose child it is, and names what they could read of other items', () => {
    expect(verdict('HUB_COORDINATOR', 'IntelligenceItem', { ...RESPONSIBLE, ...POLICE_ITEM }).level).toBe('SanitisedIntelligence');
    expect(reasons('HUB_COORDINATOR', 'IntelligenceItem', { ...RESPONSIBLE, ...POLICE_ITEM })).toMatchObject({ content: 'NOT_AT_THIS_LEVEL' });
    expect(reasons('HUB_COORDINATOR', 'IntelligenceItem', { ...RESPONSIBLE, ...POLICE_ITEM })).not.toHaveProperty('source');
  });

  it('is full for the bureau, which learns that its source and what came of it are for the force that made it', () => {
    expect(verdict('POLICE_INTELLIGENCE', 'IntelligenceItem', { ...FORCE, ...POLICE_ITEM }).level).toBe('FullIntelligence');
    expect(reasons('POLICE_INTELLIGENCE', 'IntelligenceItem', { ...FORCE, ...POLICE_ITEM })).toEqual({ source: 'NOT_FOR_THIS_RELATIONSHIP', result: 'NOT_FOR_THIS_RELATIONSHIP', resultWords: 'NOT_FOR_THIS_RELATIONSHIP' });
    expect(reasons('POLICE_INTELLIGENCE', 'IntelligenceItem', { ...FORCE, ...POLICE_ITEM, originator: 'own' })).toEqual({});
  });

  it('in a group that reads sanitised items alone nothing fuller is spoken of', () => {
    expect(reasons('EXPLOITATION_GROUP', 'IntelligenceItem', { groups: ['own'], ...POLICE_ITEM })).toEqual({});
  });
});

describe('the rules of a family', () => {
  it.each(FAMILIES)('on %s keep their order: their place is their bit', (family) => {
    const rules = rulesOn(RULES.HUB_COORDINATOR, family);
    expect(rules).toEqual(RULES.HUB_COORDINATOR.filter(({ subject }) => subject === family));
    expect(matchedOf(rules, 0b10)).toEqual(rules.slice(1, 2));
    expect(matchedOf(rules, 0)).toEqual([]);
  });
});

describe('what a row shows at each level', () => {
  it.each([
    ['FullInterview', 'RETURN_WORKER', 'ReturnInterview', me('WORKER'), 'notice full parties intelligence'],
    ['RedactedInterview', 'PLACEMENT_PROVIDER', 'ReturnInterview', { ...PROVIDER, ...TEXT }, 'notice redacted'],
    ['InterviewNotice', 'PLACEMENT_PROVIDER', 'ReturnInterview', PROVIDER, 'notice'],
    ['FullIntelligence', 'POLICE_INTELLIGENCE', 'IntelligenceItem', { ...FORCE, origin: 'POLICE', originator: 'own' }, 'facts sanitised content source result'],
    ['SanitisedIntelligence', 'HUB_COORDINATOR', 'IntelligenceItem', { ...RESPONSIBLE, origin: 'POLICE', sanitised: 'YES' }, 'facts sanitised'],
  ] as const)('%s to a %s: its columns, and no others', (...[level, role, family, facts, columns]) => {
    const shown = verdict(role, family, facts);
    expect(shown.level).toBe(level);
    expect([...shown.permitted].sort()).toEqual(namesIn(family, columns).sort());
  });

  const aRule = (subject: Family, fields: readonly string[], conditions: ReadRule['conditions'] = { responsible: OWN_AGENCY }): ReadRule => ({ action: 'read', subject, fields, conditions });

  it('is the fullest of which anything is open', () => {
    expect(verdictOf([aRule('ReturnInterview', ['id', 'reasons'])], 'ReturnInterview', 1)).toEqual({ level: 'FullInterview', permitted: new Set(['id', 'reasons']), withheld: [] });
  });

  it('is the least, with nothing in it, where nothing is open', () => {
    const { level, permitted } = verdictOf([aRule('ReturnInterview', ['id', 'reasons'])], 'ReturnInterview', 0);
    expect([level, permitted.size]).toEqual(['InterviewNotice', 0]);
  });

  it('is withheld only while the child is not missing, where nothing else is lacking', () => {
    const met = aRule('Child', ['id'], { responsible: OWN_AGENCY });
    const reasonOf = (lacking: ReadRule['conditions']): string | undefined =>
      verdictOf([met, aRule('Child', ['email'], { responsible: OWN_AGENCY, ...lacking })], 'Child', 1).withheld.find(({ field }) => field === 'email')?.reason;
    expect(reasonOf({ missingNow: 'YES' })).toBe('ONLY_WHILE_MISSING');
    expect(reasonOf({ missingNow: 'YES', opens: 'BRIEFING_TO_PARTNER' })).toBe('NOT_FOR_THIS_RELATIONSHIP');
    expect(reasonOf({ opens: 'BRIEFING_TO_PARTNER' })).toBe('NOT_FOR_THIS_RELATIONSHIP');
  });
});

describe('the groups and levels of a family', () => {
  it.each(FAMILIES)('of %s: each level shows the group that brings a row there', (family) => {
    expect((levelsOf(family) ?? []).filter(({ group, shows }) => !shows.includes(group))).toEqual([]);
  });

  it('are its own: what another family has, it has not', () => {
    expect(attributesOf('Child', 'full', 'addresses')).toEqual(['familyAddress', 'otherAddress']);
    expect(groupOf('Child', 'redactedText')).toBeNull();
    expect(groupOf('Child', 'possiblySame')).toBe('likeness');
  });
});
