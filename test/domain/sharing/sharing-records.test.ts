import { sharingRecords } from '../../../src/domain/sharing/sharing-records.ts';
import { aDecision, DAY, NOW } from '../decision/a-decision.ts';

describe('what those who decide are shown', () => {
  it('is an agreement in the words of whoever asked', () => {
    expect(sharingRecords([aDecision('AGREEMENT', {}, { revision: 3 })])).toEqual([
      {
        id: 'agreement-1',
        kind: 'AGREEMENT',
        audience: 'PLACEMENT',
        recipient: 'larkfield',
        topic: 'ALL',
        state: 'GIVEN',
        reason: 'Understands well.',
        by: 'dee@northmere',
        at: NOW,
        until: null,
        revision: 3,
      },
    ]);
  });
  it('is a decision with its reason', () => {
    expect(sharingRecords([aDecision('SHARING', { decision: 'WITHHOLD' })])).toMatchObject([{ kind: 'SHARING', state: 'WITHHOLD', reason: 'They care for her.', topic: null, until: null }]);
  });
  it.each([
    [true, 'AUTHORISED'],
    [false, 'NOT_AUTHORISED'],
  ])("is a senior's authorisation (%s)", (authorised, state) => {
    expect(sharingRecords([aDecision('AUTHORISATION', { authorised })])).toMatchObject([{ kind: 'AUTHORISATION', audience: 'PARTNER', recipient: 'school', state, reason: 'Necessary.' }]);
  });
  it('is an override with its end', () => {
    expect(sharingRecords([aDecision('OVERRIDE')])).toMatchObject([{ kind: 'OVERRIDE', recipient: 'larkfield', state: 'ACTIVE', reason: 'She may run tonight.', until: NOW + DAY }]);
  });
  it('is the latest first, and nothing but these', () => {
    const records = sharingRecords([aDecision('REDACTION'), aDecision('SHARING', {}, { id: 'b' }), aDecision('OVERRIDE', {}, { at: NOW + 1 }), aDecision('AGREEMENT', {}, { id: 'a' })]);
    expect(records.map(({ id }) => id)).toEqual(['override-1', 'a', 'b']);
  });
});
