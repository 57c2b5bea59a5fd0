import { lintRules } from '../../src/policy/lint-rules.ts';
import { OWN_AGENCY } from '../../src/policy/rule.ts';
import { RULES } from '../../src/policy/rules.ts';
import { READING_ROLES } from '../../src/policy/viewer.ts';

const aRule = (change: object = {}): object => ({
  action: 'read',
  subject: 'Child',
  fields: ['id', 'givenName'],
  conditions: { responsible: OWN_AGENCY },
  ...change,
});

describe('the lint of the rules', () => {
  it.each(READING_ROLES)('finds nothing in the rules of %s', (role) => {
    expect(lintRules(RULES[role])).toEqual([]);
  });

  it('takes a plain rule, and a list of values', () => {
    expect(lintRules([aRule(), aRule({ conditions: { missingNow: { $in: ['YES', 'NO'] } } })])).toEqual([]);
  });

  it.each([
    ['an inverted rule', { inverted: true }],
    ['a rule with a reason', { reason: 'because' }],
    ['an action that manages', { action: 'manage' }],
    ['a rule on everything', { subject: 'all' }],
    ['a type that is not known', { subject: 'Interview' }],
    ['no fields', { fields: undefined }],
    ['an empty list of fields', { fields: [] }],
    ['a wildcard', { fields: ['*'] }],
    ['a path', { fields: ['placement.urn'] }],
    ['a path with a wildcard', { fields: ['placement.*'] }],
    ['a field of another type', { fields: ['circumstances'] }],
    ['no conditions', { conditions: undefined }],
    ['empty conditions', { conditions: {} }],
    ['an undefined condition', { conditions: { responsible: undefined } }],
    ['a null condition', { conditions: { responsible: null } }],
    ['an empty text', { conditions: { responsible: '' } }],
    ['a condition on a column that is not a fact', { conditions: { givenName: 'x' } }],
    ['a condition on what every object inherits', { conditions: { constructor: 'x' } }],
    ['an alternative', { conditions: { $or: [{}] } }],
    ['unequal', { conditions: { missingNow: { $ne: 'NO' } } }],
    ['not among', { conditions: { missingNow: { $nin: ['NO'] } } }],
    ['existence', { conditions: { missingNow: { $exists: false } } }],
    ['two operators', { conditions: { missingNow: { $in: ['YES'], $ne: 'NO' } } }],
    ['among nothing', { conditions: { missingNow: { $in: [] } } }],
    ['among nothing known', { conditions: { missingNow: { $in: [undefined] } } }],
  ])('refuses %s', (_, change) => {
    expect(lintRules([aRule(change)])).not.toEqual([]);
  });

  it('refuses what is not a rule at all', () => {
    expect(lintRules([null])).not.toEqual([]);
  });

  it('refuses more rules on a family than a row has bits', () => {
    expect(lintRules(Array.from({ length: 30 }, () => aRule()))).toEqual([]);
    expect(lintRules(Array.from({ length: 31 }, () => aRule()))).not.toEqual([]);
  });

  it('refuses more than sixty rules a role', () => {
    const others = Array.from({ length: 31 }, (_, n) => aRule({ subject: n % 2 === 0 ? 'Placement' : 'Episode', fields: ['id'] }));
    expect(lintRules([...Array.from({ length: 30 }, () => aRule()), ...others])).toEqual(['A role has at most 60 rules.']);
  });
});
