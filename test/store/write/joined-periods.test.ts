import { periodsOf, type Combination } from '../../../src/store/write/matching/joined-periods.ts';

const grouped = (child: string, records: string, ...formerly: readonly string[]): Combination['children'][number] => ({
  child,
  records: records.split(''),
  formerly: formerly.map((before) => ({ child: before.charAt(0), records: before.split('') })),
});
const event = (at: number, ...children: Combination['children']): Combination => ({ at, children });
const of = (...events: readonly Combination[]): unknown => periodsOf(events, ['a', 'b']).map(({ child, from, until }) => [child, from, until]);

describe('when two records were one child', () => {
  it('is from when they were put together until they were taken apart, and again', () => {
    const [join, part] = [grouped('a', 'ab', 'a', 'b'), [grouped('a', 'a', 'ab'), grouped('b', 'b', 'ab')]];
    expect(of(event(1, join), event(2, ...part), event(5, join))).toEqual([['a', 1, 2], ['a', 5, null]]);
  });
  it('goes on under another id when a third record comes to them, or goes', () => {
    expect(of(event(1, grouped('b', 'ab', 'a', 'b')), event(2, grouped('a', 'abc', 'ab', 'c')), event(3, grouped('a', 'ab', 'abc'), grouped('c', 'c', 'abc')))).toEqual([['b', 1, 2], ['a', 2, null]]);
  });
  it('ends when one of them goes to another child', () => {
    expect(of(event(1, grouped('a', 'ab', 'a', 'b')), event(2, grouped('a', 'a', 'ab'), grouped('b', 'bc', 'ab', 'c')))).toEqual([['a', 1, 2]]);
  });
  it('is never of two that only stood beside the same third', () => {
    expect(of(event(1, grouped('a', 'ac', 'a', 'c')), event(2, grouped('a', 'a', 'ac'), grouped('b', 'bc', 'b', 'ac')))).toEqual([]);
  });
});
