import type { Decision, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { consentNotGiven } from '../../../src/domain/sharing/consent-not-given.ts';
import { aDecision, NOW } from '../decision/a-decision.ts';

const said = (payload: Partial<DecisionPayloads['AGREEMENT']>, at = NOW): Decision => aDecision('AGREEMENT', payload, { id: JSON.stringify(payload), at });
const home = (state: DecisionPayloads['AGREEMENT']['state'], at = NOW): Decision => said({ audience: 'PLACEMENT', recipient: 'larkfield', state }, at);

describe('who may be told that the child did not agree', () => {
  it.each(['REFUSED', 'WITHDRAWN'] as const)('is the home for which it is %s', (state) => {
    expect(consentNotGiven([home(state)])).toEqual(['larkfield']);
  });
  it.each(['GIVEN', 'NOT_ASKED'] as const)('is no home for which it is %s', (state) => {
    expect(consentNotGiven([home(state)])).toEqual([]);
  });
  it('is nobody once the child has said yes', () => {
    expect(consentNotGiven([home('REFUSED'), home('GIVEN', NOW + 1)])).toEqual([]);
  });
  it('is a parent as well, each once and in order', () => {
    expect(consentNotGiven([home('REFUSED'), said({ audience: 'PARENT', recipient: 'pat@northmere', state: 'REFUSED' }), said({ audience: 'PLACEMENT', recipient: 'ashgrove', state: 'REFUSED' })])).toEqual([
      'ashgrove',
      'larkfield',
      'pat@northmere',
    ]);
  });
  it('is none of those who need no agreement, and nobody whom no answer names', () => {
    expect(consentNotGiven([said({ audience: 'POLICE', recipient: 'mereshire', state: 'REFUSED' }), said({ audience: 'PLACEMENT', recipient: null, state: 'REFUSED' })])).toEqual([]);
  });
  it('is not decided by a refusal of one topic', () => {
    expect(consentNotGiven([said({ audience: 'PLACEMENT', recipient: 'larkfield', topic: 'HEALTH', state: 'REFUSED' })])).toEqual([]);
  });
});
