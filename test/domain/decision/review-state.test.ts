import { reviewState, type PairKnown } from '../../../src/domain/decision/review-state.ts';

const pair = (known: Partial<PairKnown>): PairKnown => ({ joinedBy: [], separatedBy: [], together: false, alike: false, ...known });

describe('where a pair stands', () => {
  it.each<[string, Partial<PairKnown>, string | null]>([
    ['alike and two children: somebody has to look', { alike: true }, 'OPEN'],
    ['alike and one child by its numbers: nobody has to', { alike: true, together: true }, null],
    ['not alike: nobody has to', {}, null],
    ['joined by one authority alone: it waits', { joinedBy: ['north'], alike: true }, 'AWAITS_OTHER_AUTHORITY'],
    ['joined, whether alike or not', { joinedBy: ['north'], together: true }, 'JOINED'],
    ['separated, whoever joins them', { joinedBy: ['north'], separatedBy: ['south'], alike: true }, 'SEPARATED'],
  ])('%s', (_, known, state) => {
    expect(reviewState(pair(known))).toBe(state);
  });
});
