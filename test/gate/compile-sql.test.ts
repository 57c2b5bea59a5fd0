import { sql } from 'kysely';
import { compileSql } from '../../src/gate/compile-sql.ts';
import { matchedRules } from '../../src/gate/rule-sql.ts';
import { slot } from '../../src/gate/slot.ts';
import type { FactName } from '../../src/policy/facts.ts';

describe('a statement', () => {
  it('is written once for all values: a slot named twice is one parameter', () => {
    const { text, fill } = compileSql(sql`select ${slot('agency')}, ${slot('now')}, ${slot('agency')}`);
    expect(text).toBe('select $1::text, $2::timestamptz, $1::text');
    expect(fill({ agency: 'north', now: 'now', lists: [] })).toEqual(['north', 'now']);
  });

  it('with a value in it is never written', () => {
    expect(() => compileSql(sql`select ${'a value'}`)).toThrow('A statement was written with a value in it.');
  });

  it('of a rule that rests on something that is no fact of its type never holds', () => {
    const rule = { action: 'read', subject: 'Child', fields: ['id'], conditions: { ['colour' as FactName]: 'red' } } as const;
    expect(compileSql(matchedRules('t', [rule])).text).toBe('case when false then 1 else 0 end');
  });
});
