import { approvedTexts, redactionsOf, redactionState, type HeldAgainst } from '../../../src/domain/redaction/redaction-state.ts';
import { textHash } from '../../../src/domain/redaction/text-hash.ts';
import type { Decision, DecisionOf, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { aDecision, NOW } from '../decision/a-decision.ts';

const TEXT = 'She was cold and hungry.';
const proposed = (payload: Partial<DecisionPayloads['REDACTION']> = {}, changes: Partial<DecisionOf<'REDACTION'>> = {}): Decision =>
  aDecision('REDACTION', payload, { person: 'ann', matter: 'PLACEMENT larkfield', ...changes });
const approved = (payload: Partial<DecisionPayloads['REDACTION_APPROVAL']> = {}, changes: Partial<DecisionOf<'REDACTION_APPROVAL'>> = {}): Decision =>
  aDecision('REDACTION_APPROVAL', { textHash: textHash(TEXT), ...payload }, { person: 'bea', at: NOW + 5, ...changes });
const against = (contentHash: string, tells: HeldAgainst['tells'] = () => false): HeldAgainst => ({ contentHash, tells });
const stateOf = (decided: readonly Decision[], hash = 'hash-1'): string | undefined => redactionsOf(decided, against(hash))[0]?.state;

describe('a redacted text', () => {
  it('is a draft until somebody approves it', () => {
    expect(stateOf([proposed()])).toBe('DRAFT');
    expect(approvedTexts([proposed()], against('hash-1'))).toEqual([]);
  });
  it('is approved by another than its author, word for word, as made from the interview as it is', () => {
    expect(stateOf([proposed(), approved()])).toBe('APPROVED');
    expect(approvedTexts([proposed(), approved()], against('hash-1'))).toMatchObject([{ since: NOW + 5, redaction: { id: 'redaction-1', state: 'APPROVED' } }]);
  });
  it('is not approved by its author, at whichever agency', () => {
    expect(stateOf([proposed(), approved({}, { person: 'ann' })])).toBe('DRAFT');
    expect(stateOf([proposed(), approved({}, { person: 'ann', agency: 'southvale' })])).toBe('DRAFT');
    expect(approvedTexts([proposed(), approved({}, { person: 'ann' })], against('hash-1'))).toEqual([]);
  });
  it('is stale once the interview says something else, approved or not', () => {
    expect(stateOf([proposed(), approved()], 'hash-2')).toBe('STALE');
    expect(stateOf([proposed()], 'hash-2')).toBe('STALE');
    expect(approvedTexts([proposed(), approved()], against('hash-2'))).toEqual([]);
  });
  it('is stale while somebody stands in it whom the hub knows, once it is approved and not before', () => {
    const asked: unknown[] = [];
    const known = against('hash-1', (proposal) => asked.push(proposal) > 0);
    expect(redactionsOf([proposed()], known)).toMatchObject([{ state: 'DRAFT' }]);
    expect(redactionsOf([proposed(), approved({}, { person: 'ann' })], known)).toMatchObject([{ state: 'DRAFT' }]);
    expect(asked).toEqual([]);
    expect(redactionsOf([proposed(), approved()], known)).toMatchObject([{ state: 'STALE' }]);
    expect(approvedTexts([proposed(), approved()], known)).toEqual([]);
    expect(asked[0]).toMatchObject({ text: TEXT, audience: 'PLACEMENT', recipient: 'larkfield' });
  });
  it('is stale where the approval was of other words or of another interview', () => {
    expect(stateOf([proposed(), approved({ textHash: textHash('Other words.') })])).toBe('STALE');
    expect(stateOf([proposed({}, {}), approved({ madeFrom: 'hash-0' })])).toBe('STALE');
    expect(stateOf([proposed({ madeFrom: 'hash-0' }), approved()])).toBe('STALE');
  });
  it('is a draft again when it is written anew', () => {
    expect(stateOf([proposed({}, { id: 'redaction-2', revision: 2 }), approved()])).toBe('DRAFT');
  });
  it('is shown with who wrote and who approved it, the latest first', () => {
    const other = proposed({ audience: 'PARTNER', recipient: null, answers: ['firstTime'] }, { id: 'redaction-2', at: NOW + 1, revision: 4 });
    expect(redactionsOf([proposed(), approved(), other], against('hash-1'))).toEqual([
      {
        id: 'redaction-2',
        audience: 'PARTNER',
        recipient: null,
        text: TEXT,
        answers: ['firstTime'],
        topics: ['HEALTH'],
        state: 'DRAFT',
        author: 'ann@northmere',
        approver: null,
        proposedAt: NOW + 1,
        revision: 4,
      },
      expect.objectContaining({ id: 'redaction-1', author: 'ann@northmere', approver: 'bea@northmere', state: 'APPROVED' }),
    ]);
  });
  it('at one time is shown by id', () => {
    const all = [proposed({}, { id: 'b' }), proposed({}, { id: 'a' })];
    expect(redactionsOf(all, against('hash-1')).map(({ id }) => id)).toEqual(['a', 'b']);
  });
  it('has no approval by what approves another', () => {
    // Safe: aDecision was asked for a proposal.
    expect(redactionState(proposed() as DecisionOf<'REDACTION'>, undefined, against('hash-1'))).toBe('DRAFT');
    expect(stateOf([proposed(), approved({ redaction: 'another' })])).toBe('DRAFT');
  });
});
