import { surelyYoungerUntil } from '../../../src/domain/child/coming-of-age.ts';
import type { Sourced } from '../../../src/domain/fold/sourced.ts';
import type { Interval } from '../../../src/domain/interval/interval.ts';
import { at } from '../fold/a-world.ts';

const source = (order: string): Sourced<unknown>['source'] => ({ agency: 'a', system: 's', record: 'r', recordKey: 'k', order, observation: 'o' });
const said = <T>(value: T, { order = '2026-03-01T00:00:00.000Z', also = [] as T[] } = {}): Sourced<T> => ({
  value,
  source: source(order),
  disagreeing: also.map((other) => ({ value: other, source: source(order) })),
});
const born = (text: string, ...also: string[]): { dateOfBirth: Sourced<Interval> } => ({ dateOfBirth: said(at(text), { also: also.map((other) => at(other)) }) });

describe('a child is surely younger than eighteen', () => {
  it('until the birthday begins on the clocks of London', () => {
    expect(surelyYoungerUntil(born('2011-05-04'), 18)).toBe(Date.parse('2029-05-03T23:00:00Z'));
    expect(surelyYoungerUntil(born('2011-01-04'), 16)).toBe(Date.parse('2027-01-04T00:00:00Z'));
  });
  it('until 28 February where the birthday is 29 February of another year', () => {
    expect(surelyYoungerUntil(born('2012-02-29'), 18)).toBe(Date.parse('2030-02-28T00:00:00Z'));
  });
  it('by the earliest date of birth that any source states', () => {
    expect(surelyYoungerUntil(born('2011-05-04', '2010-01-04', '2012-01-01'), 18)).toBe(Date.parse('2028-01-04T00:00:00Z'));
  });
  it('by the age it was said to have, as if the next birthday were tomorrow', () => {
    expect(surelyYoungerUntil({ statedAge: said(15) }, 18)).toBe(Date.parse('2028-03-01T00:00:00Z'));
    expect(surelyYoungerUntil({ statedAge: said(15, { also: [16] }) }, 18)).toBe(Date.parse('2027-03-01T00:00:00Z'));
  });
  it('by the date of birth rather than by an age', () => {
    expect(surelyYoungerUntil({ ...born('2011-01-04'), statedAge: said(17) }, 18)).toBe(Date.parse('2029-01-04T00:00:00Z'));
  });
  it('at no time that can be told where neither is known, or where nobody knows when the age was true', () => {
    expect(surelyYoungerUntil({}, 18)).toBeNull();
    expect(surelyYoungerUntil({ statedAge: said(15, { order: 'revision-7' }) }, 18)).toBeNull();
  });
});
