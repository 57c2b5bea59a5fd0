import { AFTER_RETURN, recentStretches } from '../../../src/domain/fold/recent-stretches.ts';
import type { EpisodePicture } from '../../../src/domain/fold/picture.ts';
import { at } from './a-world.ts';

type Back = EpisodePicture['returnedAt'];
const back = (text: string | null, order = '2026-03-02T09:00:00.000Z'): Back => ({
  value: text === null ? null : at(text),
  source: { agency: 'a', system: 's', record: 'r', recordKey: 'k', order, observation: 'o' },
  disagreeing: [],
});

describe('a child is of the last days', () => {
  it('while an episode is open', () => {
    expect(recentStretches([{ status: 'LOCATED', returnedAt: null }])).toEqual([{ from: null, until: null }]);
  });
  it('for 72 hours after the latest moment of the return', () => {
    expect(recentStretches([{ status: 'RETURNED', returnedAt: back('2026-03-01') }])).toEqual([{ from: null, until: Date.parse('2026-03-02T00:00:00Z') + 72 * 3_600_000 }]);
    expect(AFTER_RETURN).toBe(259_200_000);
  });
  it('by when the return was told, where nobody says when it was', () => {
    expect(recentStretches([{ status: 'RETURNED', returnedAt: back(null) }])).toEqual([{ from: null, until: Date.parse('2026-03-02T09:00:00Z') + AFTER_RETURN }]);
  });
  it('without an end where neither is known', () => {
    expect(recentStretches([{ status: 'RETURNED', returnedAt: back(null, '000001') }])).toEqual([{ from: null, until: null }]);
  });
});
