import type { DecisionOf, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import { aDecision } from '../decision/a-decision.ts';
import { at, idOf, POLICE } from './a-world.ts';
import { HUB, intelligence, interview, offer, OWN, takenBack, toldOf } from './told-of-a-child.ts';

const ITEM = idOf(HUB, 'intelligence', 'X1');
const INTERVIEW = idOf(HUB, 'interview', 'I1');
const OFFER = idOf(HUB, 'offer', 'O1');
const exploitationGroupOf = (authority: string) => [{ agency: `group-${authority}`, from: null, until: null }];
const grade = (payload: Partial<DecisionPayloads['GRADE']> = {}, changes: Partial<DecisionOf<'GRADE'>> = {}) =>
  aDecision('GRADE', payload, { child: OWN, about: ITEM, person: 'fay', agency: 'mereshire', ...changes });
const RELEASE = aDecision('AUTHORISATION', { audience: null, recipient: null }, { child: OWN, about: ITEM, matter: 'RELEASE' });

describe('an item of intelligence', () => {
  it('is what its record says last, ungraded and unreleased, its maker the originator', () => {
    const corrected = intelligence({ revision: 2, says: { content: 'A van, not a car.' } });
    expect(toldOf([corrected, intelligence()]).intelligence).toMatchObject([
      { id: ITEM, order: '000002', stated: { content: 'A van, not a car.' }, grade: null, gradedBy: null, released: false, handling: 'P', recipients: [], originator: 'northmere', area: null, groups: [] },
    ]);
  });
  it('is gone when it is taken back', () => {
    expect(toldOf([intelligence(), takenBack(intelligence())]).intelligence).toEqual([]);
  });
  it('is shown latest first', () => {
    const later = intelligence({ key: 'X2', says: { at: at('2026-03-09') } });
    expect(toldOf([intelligence(), later]).intelligence.map(({ id }) => id)).toEqual([idOf(HUB, 'intelligence', 'X2'), ITEM]);
  });
  it('has the grade it was given last, and by whom', () => {
    const graded = [grade(), grade({ handling: 'C', recipients: ['southvale'] }, { id: 'g2', revision: 2 })];
    expect(toldOf([intelligence()], graded).intelligence).toMatchObject([{ handling: 'C', recipients: ['northmere', 'southvale'], gradedBy: 'fay@mereshire' }]);
  });
  it('lies where its grade says, else where it says itself', () => {
    const said = intelligence({ says: { area: 'northmere' } });
    expect(toldOf([said], [], { exploitationGroupOf }).intelligence).toMatchObject([{ area: 'northmere', groups: [{ agency: 'group-northmere' }] }]);
    expect(toldOf([said], [grade({ area: 'southvale' })], { exploitationGroupOf }).intelligence).toMatchObject([{ area: 'southvale', groups: [{ agency: 'group-southvale' }] }]);
    expect(toldOf([said], [grade()], { exploitationGroupOf }).intelligence).toMatchObject([{ area: 'northmere' }]);
  });
  it('is open to the forces and the group once it is released', () => {
    const graded = [grade({ sanitisedText: 'Cars at a car park.', area: 'southvale' })];
    expect(toldOf([intelligence()], graded, { exploitationGroupOf }).relations.intelligenceAgencies).toEqual([]);
    expect(toldOf([intelligence()], [...graded, RELEASE], { exploitationGroupOf }).relations.intelligenceAgencies.map(({ agency }) => agency)).toEqual([
      'group-southvale',
      'mereshire',
    ]);
  });
  it('made by police belongs to their force alone until it is graded', () => {
    const own = intelligence({ source: POLICE, says: { origin: 'POLICE' } });
    expect(toldOf([own]).intelligence).toMatchObject([{ released: true, handling: 'C', recipients: ['mereshire'], originator: 'mereshire' }]);
  });
});

describe('intelligence from an interview', () => {
  const restricted = aDecision('RESTRICTION', { admitted: ['bea@northmere'] }, { child: OWN, about: INTERVIEW });

  it('is as closed as that interview, and open to its author', () => {
    const told = toldOf([interview(), intelligence({ says: { interview: INTERVIEW } })], [restricted]);
    expect(told.intelligence).toMatchObject([{ restriction: told.interviews[0]?.restriction, named: told.interviews[0]?.named }]);
    expect(told.intelligence[0]?.restriction.restricted).toBe(true);
  });
  it('finds its interview by the offer it came of', () => {
    const said = [offer(), interview({ says: { offer: OFFER } }), intelligence({ says: { interview: OFFER } })];
    expect(toldOf(said, [restricted]).intelligence[0]?.restriction.restricted).toBe(true);
  });
  it('stays as closed as its interview where that is gone', () => {
    const told = toldOf([interview(), takenBack(interview()), intelligence({ says: { interview: INTERVIEW } })], [restricted]);
    expect(told.interviews).toEqual([]);
    expect(told.intelligence).toMatchObject([{ restriction: { restricted: true, awaitsNaming: false }, named: [{ agency: 'ADMITTED:bea@northmere' }] }]);
  });
  it('of another interview, or of none, is as closed as the child', () => {
    const told = toldOf([interview(), interview({ key: 'I2' }), intelligence({ says: { interview: idOf(HUB, 'interview', 'I2') } }), intelligence({ key: 'X2' })], [restricted]);
    expect(told.intelligence.map(({ restriction }) => restriction.restricted)).toEqual([false, false]);
    expect(told.intelligence.find(({ stated }) => stated.interview === null)?.named).toEqual(told.relations.named);
  });
});
