import { fileDecisions, ofKind, standingDecisions } from '../../../src/domain/decision/standing-decisions.ts';
import { aDecision, CHILD, INTERVIEW, NOW } from './a-decision.ts';

const ids = (decisions: readonly { id: string }[]): string[] => decisions.map(({ id }) => id);

describe('what stands', () => {
  it('is the latest revision on each matter, whatever came first', () => {
    const first = aDecision('SHARING', {}, { id: 'a', revision: 1, matter: 'M' });
    const second = aDecision('SHARING', {}, { id: 'b', revision: 2, matter: 'M' });
    expect(ids(standingDecisions([first, second]))).toEqual(['b']);
    expect(ids(standingDecisions([second, first, second]))).toEqual(['b']);
  });
  it('is the later revision even where its clock was behind', () => {
    const first = aDecision('SHARING', {}, { id: 'a', revision: 1, at: NOW });
    const second = aDecision('SHARING', {}, { id: 'b', revision: 2, at: NOW - 1 });
    expect(ids(standingDecisions([second, first]))).toEqual(['b']);
  });
  it('is of two with one revision the one with the greater id', () => {
    const [one, other] = [aDecision('SHARING', {}, { id: 'a' }), aDecision('SHARING', {}, { id: 'b' })];
    expect(ids(standingDecisions([one, other]))).toEqual(['b']);
    expect(ids(standingDecisions([other, one]))).toEqual(['b']);
  });
  it('is one of each kind and matter, oldest first', () => {
    const decisions = [
      aDecision('SHARING', {}, { id: 'late', matter: 'B', at: NOW + 1 }),
      aDecision('SHARING', {}, { id: 'early', matter: 'A', at: NOW }),
      aDecision('OVERRIDE', {}, { id: 'other', matter: 'A', at: NOW + 2 }),
    ];
    expect(ids(standingDecisions(decisions))).toEqual(['early', 'late', 'other']);
  });
  it('is the later one where two person records turned out to be one child, whatever its revision', () => {
    const one = aDecision('RESTRICTION', {}, { id: 'a', child: 'child-1', revision: 5, at: NOW });
    const other = aDecision('RESTRICTION', {}, { id: 'b', child: 'child-2', revision: 1, at: NOW + 1 });
    expect(ids(standingDecisions([other, one]))).toEqual(['b']);
  });
  it('is the confirmed word on a relationship while an unconfirmed one waits', () => {
    const confirmed = aDecision('RELATIONSHIP', { confirmed: true }, { id: 'a', revision: 1 });
    const waiting = aDecision('RELATIONSHIP', { confirmed: false, until: NOW }, { id: 'b', revision: 2 });
    expect(ids(standingDecisions([confirmed, waiting]))).toEqual(['a']);
    expect(standingDecisions([waiting])).toEqual([]);
    expect(ids(standingDecisions([confirmed, waiting, aDecision('RELATIONSHIP', {}, { id: 'c', revision: 3 })]))).toEqual(['c']);
  });
  it('can be asked for by kind', () => {
    expect(ids(ofKind([aDecision('SHARING'), aDecision('OVERRIDE')], 'OVERRIDE'))).toEqual(['override-1']);
  });
});

describe('filed decisions', () => {
  const onChild = aDecision('ASSIGNMENT', {}, { id: 'a' });
  const onOther = aDecision('ASSIGNMENT', {}, { id: 'b', child: 'child-2' });
  const onInterview = aDecision('SHARING', {}, { id: 'c', about: INTERVIEW, child: 'child-3' });
  const filed = fileDecisions([onChild, onOther, onInterview]);

  it('are found by the person records of the child they are on', () => {
    expect(ids(filed.onChild([CHILD]))).toEqual(['a']);
    expect(filed.onChild(['nobody'])).toEqual([]);
  });
  it('are found by what they are about, whatever person record they were made under', () => {
    expect(ids(filed.on([INTERVIEW]))).toEqual(['c']);
    expect(filed.onChild(['child-3'])).toEqual([]);
  });
  it('of an offer and its interview are one matter', () => {
    const later = aDecision('SHARING', {}, { id: 'd', about: 'offer-1', at: NOW + 1 });
    expect(ids(fileDecisions([onInterview, later]).on([INTERVIEW, 'offer-1']))).toEqual(['d']);
  });
});
