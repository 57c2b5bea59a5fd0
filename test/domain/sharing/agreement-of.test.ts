import type { Decision, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { agreedSince, agreementOf } from '../../../src/domain/sharing/agreement-of.ts';
import { aDecision, NOW } from '../decision/a-decision.ts';

const HOME = { audience: 'PLACEMENT', recipient: 'larkfield' } as const;
const said = (payload: Partial<DecisionPayloads['AGREEMENT']> = {}, at = NOW): Decision =>
  aDecision('AGREEMENT', payload, { id: JSON.stringify(payload), at });

describe('what the child agrees to', () => {
  it('is what it said last of that recipient and topic', () => {
    expect(agreementOf([said()], HOME, 'ALL')).toEqual({ state: 'GIVEN', at: NOW });
    expect(agreementOf([said({ topic: 'FAMILY', state: 'REFUSED' })], HOME, 'FAMILY')).toEqual({ state: 'REFUSED', at: NOW });
  });
  it('is unknown where it was not asked about that', () => {
    expect(agreementOf([], HOME, 'ALL')).toEqual({ state: 'NOT_ASKED', at: null });
    expect(agreementOf([said()], HOME, 'FAMILY')).toEqual({ state: 'NOT_ASKED', at: null });
    expect(agreementOf([said()], { ...HOME, recipient: 'brookside' }, 'ALL').state).toBe('NOT_ASKED');
    expect(agreementOf([said()], { ...HOME, audience: 'PARENT' }, 'ALL').state).toBe('NOT_ASKED');
    expect(agreementOf([said({ aspect: 'TAKE_PART' })], HOME, 'ALL').state).toBe('NOT_ASKED');
  });
  it('is no yes for one recipient by a yes for the whole audience', () => {
    expect(agreementOf([said({ recipient: null })], HOME, 'ALL').state).toBe('NOT_ASKED');
  });
  it('is a no for each recipient by a no for the whole audience, unless it said something else of that one later', () => {
    const toAll = said({ recipient: null, state: 'REFUSED' });
    expect(agreementOf([toAll], HOME, 'ALL').state).toBe('REFUSED');
    expect(agreementOf([toAll, said({}, NOW + 1)], HOME, 'ALL').state).toBe('GIVEN');
    expect(agreementOf([said({}, NOW - 1), toAll], HOME, 'ALL').state).toBe('REFUSED');
    expect(agreementOf([said({ recipient: 'brookside', state: 'REFUSED' })], HOME, 'ALL').state).toBe('NOT_ASKED');
  });
  it('is the no of two things said at once', () => {
    const toAll = said({ recipient: null, state: 'WITHDRAWN' });
    expect(agreementOf([toAll, said()], HOME, 'ALL').state).toBe('WITHDRAWN');
    expect(agreementOf([said(), toAll], HOME, 'ALL').state).toBe('WITHDRAWN');
    expect(agreementOf([said(), said({ recipient: null, state: 'REFUSED' })], HOME, 'ALL').state).toBe('REFUSED');
    expect(agreementOf([said({ recipient: null, state: 'REFUSED' }), said()], HOME, 'ALL').state).toBe('REFUSED');
  });
});

describe('a text on some topics', () => {
  it('is agreed to since the child agreed to everything', () => {
    expect(agreedSince([said()], HOME, ['HEALTH'])).toBe(NOW);
  });
  it('is not agreed to by agreeing to its topics alone', () => {
    expect(agreedSince([said({ topic: 'HEALTH' })], HOME, ['HEALTH'])).toBeNull();
    expect(agreedSince([], HOME, ['HEALTH'])).toBeNull();
  });
  it.each(['REFUSED', 'WITHDRAWN'] as const)('is not agreed to where one of them is %s', (state) => {
    expect(agreedSince([said(), said({ topic: 'FAMILY', state })], HOME, ['HEALTH', 'FAMILY'])).toBeNull();
    expect(agreedSince([said(), said({ topic: 'SCHOOL', state })], HOME, ['HEALTH', 'FAMILY'])).toBe(NOW);
  });
  it('is agreed to where one of them was not asked about', () => {
    expect(agreedSince([said(), said({ topic: 'FAMILY', state: 'NOT_ASKED' })], HOME, ['FAMILY'])).toBe(NOW);
  });
  it('speaks of all of them where it names none or everything', () => {
    const refused = [said(), said({ topic: 'OFFENDING', state: 'REFUSED' })];
    expect(agreedSince(refused, HOME, [])).toBeNull();
    expect(agreedSince(refused, HOME, ['ALL'])).toBeNull();
    expect(agreedSince([said()], HOME, [])).toBe(NOW);
  });
});
