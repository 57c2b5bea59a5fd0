import { intelligenceAgencies } from '../../../src/domain/intelligence/intelligence-agencies.ts';
import type { IntelligencePicture } from '../../../src/domain/fold/intelligence-picture.ts';
import { anItem } from './an-item.ts';

const FORCES = [{ agency: 'mereshire', from: null, until: null }];
const GROUPS = [{ agency: 'clinic', from: 5, until: 9 }];
const GRADE = { sourceEvaluation: '1', assessment: 'B', handling: 'P', conditions: null, recipients: [], sanitisedText: 'Cars at a car park.', area: 'southvale' } as const;
const HOT_SPOT = { grade: GRADE, groups: GROUPS, stated: { ...anItem().stated, topic: 'HOT_SPOT' } } as const;
const agencies = (changes: Partial<IntelligencePicture>) => intelligenceAgencies([anItem(changes)], FORCES).map(({ agency }) => agency);

describe('an item on the child is open', () => {
  it('to an involved force once it is released', () => {
    expect(agencies({ released: true })).toEqual(['mereshire']);
    expect(agencies({ released: false })).toEqual([]);
  });
  it('to an involved force by its conditions where its code is C', () => {
    expect(agencies({ handling: 'C', recipients: ['northmere'] })).toEqual([]);
    expect(agencies({ handling: 'C', recipients: ['mereshire'] })).toEqual(['mereshire']);
  });
  it('to nobody so while it is restricted', () => {
    expect(agencies({ restriction: { restricted: true, awaitsNaming: false, keeps: [] } })).toEqual([]);
  });
  it.each(['HOT_SPOT', 'PERSON_TARGETING_CHILDREN'] as const)("to its area's group where it is a sanitised %s of code P, while each takes part", (topic) => {
    expect(intelligenceAgencies([anItem({ ...HOT_SPOT, stated: { ...HOT_SPOT.stated, topic } })], [])).toEqual(GROUPS);
  });
  it('to no group otherwise', () => {
    expect(agencies({ ...HOT_SPOT, stated: { ...HOT_SPOT.stated, topic: 'VEHICLE' } })).toEqual(['mereshire']);
    expect(agencies({ ...HOT_SPOT, grade: { ...GRADE, sanitisedText: null } })).toEqual(['mereshire']);
    expect(agencies({ ...HOT_SPOT, grade: null })).toEqual(['mereshire']);
    expect(agencies({ ...HOT_SPOT, handling: 'C', recipients: ['clinic'] })).toEqual([]);
    expect(agencies({ ...HOT_SPOT, released: false })).toEqual([]);
  });
  it('to each agency once, over all items', () => {
    expect(intelligenceAgencies([anItem(HOT_SPOT), anItem(HOT_SPOT)], FORCES)).toEqual([...GROUPS, ...FORCES]);
  });
});
