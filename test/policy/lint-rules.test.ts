import { actRulesOf } from '../../src/policy/action-rules.ts';
import { faultsOfHouse, faultsOfRole } from '../../src/policy/lint-house.ts';
import { lintActRules, lintRules, unusedOpenings } from '../../src/policy/lint-rules.ts';
import { agencyAs, OWN_AGENCY, OWN_PERSON, personAs, type HouseRule } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';

const aRule = (change: object = {}): object => ({
  action: 'read',
  subject: 'Child',
  fields: ['id', 'givenName'],
  conditions: { responsible: OWN_AGENCY, restricted: 'NO' },
  because: 'It is yours.',
  ...change,
});
const when = (conditions: object, subject = 'Child'): object => aRule({ subject, fields: ['id'], conditions });

describe('the lint of the rules', () => {
  it.each(READING_ROLES)('C1: finds nothing in the rules of %s', (role) => {
    expect(lintRules(RULES[role])).toEqual([]);
    expect(lintActRules(actRulesOf(role))).toEqual([]);
  });

  it('finds nothing in the house', () => {
    expect(faultsOfHouse()).toEqual([]);
  });

  it.each([
    ['a plain rule', aRule()],
    ['a list of values', when({ missingNow: { $in: ['YES', 'NO'] }, restricted: 'NO' })],
    ['the viewer in a capacity', when({ named: personAs('WORKER'), restricted: 'NO' })],
    ['the agency in a capacity, in a list', when({ shared: { $in: [agencyAs('REDACTED'), personAs('REDACTED')] }, restricted: 'NO' }, 'ReturnInterview')],
    ['the viewer as such', when({ recipient: { $in: [OWN_AGENCY, OWN_PERSON] }, restricted: 'NO' }, 'SafetyNote')],
    ['a restricted child for those named', when({ named: personAs('ADMITTED'), restricted: 'YES' })],
    ['a restricted child for those named, in a list', when({ named: { $in: [personAs('ADMITTED')] }, restricted: 'YES' })],
    ['the kept view while missing', when({ keeps: OWN_AGENCY, missingNow: 'YES', restricted: 'YES' })],
    ['the kept view by name while missing', when({ keeps: { $in: [OWN_AGENCY, OWN_PERSON] }, missingNow: 'YES', restricted: 'YES' })],
    ['the responsible authority while nobody is named', when({ responsible: OWN_AGENCY, awaitsNaming: 'YES', restricted: 'YES' })],
    ['the social worker while nobody is named', when({ named: personAs('SOCIAL_WORKER'), awaitsNaming: 'YES', restricted: 'YES' })],
    ['an item with code P', when({ forces: OWN_AGENCY, handling: 'P', restricted: 'NO' }, 'IntelligenceItem')],
    ['an item with code C for its recipients', when({ forces: OWN_AGENCY, handling: 'C', recipients: OWN_AGENCY, restricted: 'NO' }, 'IntelligenceItem')],
    ['an opening that exists', when({ partners: OWN_AGENCY, opens: 'BRIEFING_TO_PARTNER', restricted: 'NO' })],
    ['what speaks of no child', aRule({ subject: 'Source', fields: ['agency'], conditions: { agency: OWN_AGENCY } })],
  ] as const)('takes %s', (_, rule) => {
    expect(lintRules([rule])).toEqual([]);
  });

  it.each([
    ['an inverted rule', { inverted: true }, 'inverted'],
    ['a rule with a reason', { reason: 'because' }, 'inverted'],
    ['a rule with a hidden mark', { [Symbol('mark')]: 1 }, 'inverted'],
    ['an action that manages', { action: 'manage' }, 'its action is not "read"'],
    ['no reason why', { because: undefined }, 'does not say why'],
    ['an empty reason why', { because: '' }, 'does not say why'],
    ['a rule on everything', { subject: 'all' }, 'not a known type'],
    ['a type that is not known', { subject: 'Interview' }, 'not a known type'],
    ['no fields', { fields: undefined }, 'fields are not named'],
    ['an empty list of fields', { fields: [] }, 'fields are not named'],
    ['a wildcard', { fields: ['*'] }, 'wildcard'],
    ['a path', { fields: ['placement.urn'] }, 'wildcard'],
    ['a path with a wildcard', { fields: ['placement.*'] }, 'wildcard'],
    ['a field of another type', { fields: ['id', 'circumstances'] }, 'wildcard'],
    ['a field that is no text', { fields: ['id', 1] }, 'wildcard'],
    ['no conditions', { conditions: undefined }, 'every row'],
    ['empty conditions', { conditions: {} }, 'every row'],
  ])('refuses %s', (_, change, fault) => {
    expect(lintRules([aRule(change)])).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['an undefined condition', { responsible: undefined }],
    ['a null condition', { responsible: null }],
    ['an empty text', { responsible: '' }],
    ['unequal', { missingNow: { $ne: 'NO' } }],
    ['not among', { missingNow: { $nin: ['NO'] } }],
    ['existence', { missingNow: { $exists: false } }],
    ['two operators', { missingNow: { $in: ['YES'], $ne: 'NO' } }],
    ['among nothing', { missingNow: { $in: [] } }],
    ['among what is no list', { missingNow: { $in: 'YES' } }],
    ['among nothing known', { missingNow: { $in: ['YES', undefined] } }],
    ['an agency in no capacity', { responsible: { own: 'agency', as: '' } }],
    ['a capacity of nobody', { responsible: { own: 'nobody', as: 'WORKER' } }],
    ['a capacity that is no text', { responsible: { own: 'person', as: null } }],
    ['a capacity with something more', { responsible: { own: 'person', as: 'WORKER', $ne: 1 } }],
  ])('refuses the condition %s', (_, conditions) => {
    expect(lintRules([when({ restricted: 'NO', ...conditions })])).toEqual([expect.stringContaining('other than a value')]);
  });

  it.each([
    ['a column that is not a fact', { givenName: 'x' }],
    ['what every object inherits', { constructor: 'x' }],
    ['what may-do works out', { within: 'x' }],
    ['a fact of another type', { shownTo: OWN_AGENCY }],
  ])('refuses a condition on %s', (_, conditions) => {
    expect(lintRules([when({ restricted: 'NO', ...conditions })])).toEqual([expect.stringContaining('not a fact')]);
  });

  it('refuses an alternative', () => {
    expect(lintRules([when({ restricted: 'NO', $or: [{}] })])).not.toEqual([]);
  });

  it.each([
    ['does not say it', { responsible: OWN_AGENCY }, 'does not say'],
    ['says both', { responsible: OWN_AGENCY, restricted: { $in: ['YES', 'NO'] } }, 'does not say'],
    ['lets everybody in', { responsible: OWN_AGENCY, restricted: 'YES' }, 'others than those named'],
    ['lets in who is named as something else', { named: personAs('WORKER'), restricted: 'YES' }, 'others than those named'],
    ['lets in who is named as something else too', { named: { $in: [personAs('ADMITTED'), personAs('WORKER')] }, restricted: 'YES' }, 'others than those named'],
    ['lets in an agency in the place of a person', { named: agencyAs('ADMITTED'), restricted: 'YES' }, 'others than those named'],
    ['lets in by a name of its own', { named: 'ADMITTED:ann@north', restricted: 'YES' }, 'others than those named'],
    ['keeps the view when the child is back', { keeps: OWN_AGENCY, restricted: 'YES' }, 'others than those named'],
    ['keeps the view whether missing or not', { keeps: OWN_AGENCY, missingNow: { $in: ['YES', 'NO'] }, restricted: 'YES' }, 'others than those named'],
    ['keeps the view for others too', { keeps: { $in: [OWN_PERSON, 'north'] }, missingNow: 'YES', restricted: 'YES' }, 'others than those named'],
    ['keeps the view for another agency', { keeps: 'north', missingNow: 'YES', restricted: 'YES' }, 'others than those named'],
    ['lets in while nobody awaits a name', { responsible: OWN_AGENCY, awaitsNaming: 'NO', restricted: 'YES' }, 'others than those named'],
    ['lets a host in while nobody is named', { hosts: OWN_AGENCY, awaitsNaming: 'YES', restricted: 'YES' }, 'others than those named'],
    ['lets a worker in while nobody is named', { named: personAs('WORKER'), awaitsNaming: 'YES', restricted: 'YES' }, 'others than those named'],
  ])('refuses a rule that of a restricted child %s', (_, conditions, fault) => {
    expect(lintRules([when(conditions)])).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    ['no handling code', {}],
    ['both handling codes', { handling: { $in: ['P', 'C'] } }],
    ['recipients and no handling code', { recipients: OWN_AGENCY }],
    ['code C for everybody', { handling: 'C' }],
    ['code C for another agency', { handling: 'C', recipients: 'north' }],
  ])('refuses an item of intelligence with %s', (_, conditions) => {
    expect(lintRules([when({ forces: OWN_AGENCY, restricted: 'NO', ...conditions }, 'IntelligenceItem')])).toEqual([expect.stringContaining('handling code')]);
  });

  it('refuses without failing itself a rule that lets nobody in by name', () => {
    expect(lintRules([when({ named: null, restricted: 'YES' })])).toEqual([expect.stringContaining('other than a value'), expect.stringContaining('others than those named')]);
  });

  it('refuses an opening that does not exist', () => {
    expect(lintRules([when({ partners: OWN_AGENCY, restricted: 'NO', opens: 'EVERYTHING' })])).toEqual([expect.stringContaining('opening')]);
    expect(lintRules([when({ partners: OWN_AGENCY, restricted: 'NO', opens: { $in: ['BRIEFING_TO_PARTNER', 'EVERYTHING'] } })])).toEqual([expect.stringContaining('opening')]);
  });

  it('names an opening that no rule asks, but for those of copies', () => {
    const all = Object.values(RULES).flat();
    expect(unusedOpenings(all)).toEqual([]);
    expect(unusedOpenings(all.filter(({ conditions }) => conditions.opens !== 'BRIEFING_TO_PARTNER'))).toEqual(['BRIEFING_TO_PARTNER']);
    expect(unusedOpenings([null, { conditions: null }])).toHaveLength(5);
  });

  it.each([null, undefined, 'read', 7])('refuses what is not a rule at all: %p', (rule) => {
    expect(lintRules([rule])).toEqual(['Rule 1: it is not a rule.']);
    expect(lintActRules([rule])).toEqual(['Rule 1: it is not a rule.']);
  });

  it('says which rule it is', () => {
    expect(lintRules([aRule(), null])).toEqual(['Rule 2: it is not a rule.']);
  });

  it('refuses more rules on a family than a row has bits', () => {
    expect(lintRules(Array.from({ length: 30 }, () => aRule()))).toEqual([]);
    expect(lintRules(Array.from({ length: 31 }, () => aRule()))).toEqual(['A role has at most 30 rules on Child.']);
  });

  it('refuses more than a hundred and ten rules a role', () => {
    const others = Array.from({ length: 80 }, (_, n) => aRule({ subject: (['Placement', 'Episode', 'Offer'] as const)[n % 3] ?? 'Offer', fields: ['id'] }));
    const allowed = [...Array.from({ length: 30 }, () => aRule()), ...others];
    expect(lintRules(allowed)).toEqual([]);
    expect(lintRules([...allowed, aRule({ subject: 'Placement', fields: ['id'] })])).toEqual(['A role has at most 110 rules.']);
  });
});

describe('the lint of what may be done', () => {
  const anAct = (change: object = {}): object => ({ action: ['recordOffer'], subject: 'Child', conditions: { responsible: OWN_AGENCY, within: 'YES' }, ...change });

  it('takes a plain rule', () => {
    expect(lintActRules([anAct()])).toEqual([]);
    expect(lintActRules([anAct({ subject: 'IntelligenceItem' })])).toEqual([]);
    expect(lintActRules([anAct({ conditions: { restricted: 'NO' } })])).toEqual([]);
  });

  it.each([
    ['no action', { action: [] }, 'nobody can do'],
    ['an action that is no list', { action: 'recordOffer' }, 'nobody can do'],
    ['an action that does not exist', { action: ['recordOffer', 'manage'] }, 'nobody can do'],
    ['a type that does not exist', { subject: 'all' }, 'not a known type'],
    ['fields', { fields: ['id'] }, 'inverted'],
    ['an inverted rule', { inverted: true }, 'inverted'],
    ['no conditions', { conditions: {} }, 'every row'],
    ['a fact that does not exist', { conditions: { within: 'YES', age: '12' } }, 'not a fact'],
    ['nothing about a restricted child', { conditions: { responsible: OWN_AGENCY } }, 'does not say'],
    ['within or not', { conditions: { responsible: OWN_AGENCY, within: 'NO' } }, 'does not say'],
    ['an item without handling code', { subject: 'IntelligenceItem', conditions: { responsible: OWN_AGENCY, restricted: 'NO' } }, 'handling code'],
  ])('refuses %s', (_, change, fault) => {
    expect(lintActRules([anAct(change)])).toEqual([expect.stringContaining(fault)]);
  });

  it('refuses more than sixty rules a role', () => {
    expect(lintActRules(Array.from({ length: 60 }, () => anAct()))).toEqual([]);
    expect(lintActRules(Array.from({ length: 61 }, () => anAct()))).toEqual(['A role has at most 60 rules.']);
  });
});

describe('the lint of a role', () => {
  const rule = (subject: HouseRule['subject'], ...fields: string[]): HouseRule => ({
    action: 'read',
    subject,
    fields,
    conditions: { providers: OWN_AGENCY, restricted: 'NO', ...(subject === 'IntelligenceItem' ? { handling: 'P' } : {}) },
    because: 'So.',
  });

  it.each(['PLACEMENT_PROVIDER', 'PARENT'] as const)('lets %s read of a child and that an interview took place', (role) => {
    expect(faultsOfRole(role, [rule('Child', 'id'), rule('ReturnInterview', 'id', 'redactedText')])).toEqual([]);
  });

  it.each(['IntelligenceItem', 'Redaction', 'SharingRecord', 'LocatingFacts', 'RiskAssessment', 'PlacementAgreement'] as const)('never lets a home or a parent near %s', (family) => {
    expect(faultsOfRole('PLACEMENT_PROVIDER', [rule(family, 'id')])).toEqual([`carers read nothing of this of ${family}.`]);
    expect(faultsOfRole('PARENT', [rule(family, 'id')])).toHaveLength(1);
    expect(faultsOfRole('HUB_COORDINATOR', [rule(family, 'id')])).toEqual([]);
  });

  it.each([
    ['Child', 'intelligence'],
    ['Child', 'locating'],
    ['Child', 'riskAssessments'],
    ['Child', 'placementAgreements'],
    ['ReturnInterview', 'intelligence'],
    ['ReturnInterview', 'reasons'],
    ['ReturnInterview', 'placesStayed'],
    ['ReturnInterview', 'namedPeople'],
    ['ReturnInterview', 'redactions'],
  ] as const)('never lets a home or a parent read %s.%s', (family, field) => {
    expect(faultsOfRole('PARENT', [rule(family, 'id', field)])).toHaveLength(1);
  });

  it('refuses a role that reads without a ceiling', () => {
    expect(faultsOfRole('RECORDS_MANAGER', [rule('Child', 'id')])).toEqual(['it has rules and no ceiling.']);
    expect(faultsOfRole('RECORDS_MANAGER', [])).toEqual([]);
  });

  it('is told with the role, and an opening that nobody asks by its name', () => {
    const faults = faultsOfHouse({ ...RULES, PARTNER: [rule('Child', 'nothing')] });
    expect(faults).toEqual([
      'PARTNER: Rule 1: it names a field that does not exist, a path or a wildcard.',
      'No rule asks the opening NOTICE_TO_PARTNER.',
      'No rule asks the opening BRIEFING_TO_PARTNER.',
    ]);
  });

  it('says what is wrong with its rules', () => {
    expect(faultsOfRole('HUB_COORDINATOR', [rule('Child', 'nothing')])).toHaveLength(1);
  });
});
