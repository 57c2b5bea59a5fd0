import { isReleased, openTo } from '../../../src/domain/intelligence/item-state.ts';
import type { DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { aDecision } from '../decision/a-decision.ts';

const ROUTINE = { origin: 'INTERVIEW', urgency: 'ROUTINE' } as const;
const release = (authorised: boolean, matter = 'RELEASE') => aDecision('AUTHORISATION', { authorised, audience: null, recipient: null }, { matter });
const grade = (changes: Partial<DecisionPayloads['GRADE']>): DecisionPayloads['GRADE'] => ({
  sourceEvaluation: '1',
  assessment: 'B',
  handling: 'C',
  conditions: 'A condition.',
  recipients: ['southvale'],
  sanitisedText: null,
  area: null,
  ...changes,
});

describe('an item is released', () => {
  it('by a senior', () => {
    expect(isReleased(ROUTINE, [release(true)])).toBe(true);
  });
  it('at once where it cannot wait, and where police made it', () => {
    expect(isReleased({ ...ROUTINE, urgency: 'ACT_NOW' }, [])).toBe(true);
    expect(isReleased({ ...ROUTINE, origin: 'POLICE' }, [])).toBe(true);
  });
  it('not otherwise: not before a senior looked, nor where they said no, nor by another authorisation', () => {
    expect(isReleased(ROUTINE, [])).toBe(false);
    expect(isReleased(ROUTINE, [release(false)])).toBe(false);
    expect(isReleased(ROUTINE, [release(true, 'HOST southvale')])).toBe(false);
    expect(isReleased(ROUTINE, [aDecision('SHARING', {}, { matter: 'RELEASE' })])).toBe(false);
  });
});

describe('an item is open', () => {
  it('by its code P to no named recipient', () => {
    expect(openTo({ grade: grade({ handling: 'P' }), origin: 'POLICE', originator: 'mereshire' })).toEqual({ handling: 'P', recipients: [] });
  });
  it('by its code C to those its conditions name and to whoever made it', () => {
    expect(openTo({ grade: grade({}), origin: 'INTERVIEW', originator: 'northmere' })).toEqual({ handling: 'C', recipients: ['northmere', 'southvale'] });
    expect(openTo({ grade: grade({ recipients: ['northmere'] }), origin: 'INTERVIEW', originator: 'northmere' }).recipients).toEqual(['northmere']);
  });
  it('before it is graded as P when it comes from an interview, and to its force alone when police made it', () => {
    expect(openTo({ grade: null, origin: 'INTERVIEW', originator: 'northmere' })).toEqual({ handling: 'P', recipients: [] });
    expect(openTo({ grade: null, origin: 'POLICE', originator: 'mereshire' })).toEqual({ handling: 'C', recipients: ['mereshire'] });
  });
});
