import { addedForces, EMERGENCY_LASTS, namedPeople, peopleNamed } from '../../../src/domain/decision/named-people.ts';
import type { Decision, DecisionPayloads, Relationship } from '../../../src/domain/decision/decision.ts';
import { fileDecisions, ofKind, standingDecisions } from '../../../src/domain/decision/standing-decisions.ts';
import type { Relation } from '../../../src/domain/fold/relation.ts';
import { at } from '../fold/a-world.ts';
import { aDecision, DAY, NOTHING_FILED, NOW } from './a-decision.ts';

const SOURCE = { agency: 'northmere', system: '903', record: 'r', recordKey: 'k', order: '2026-03-01T00:00:00.000Z', observation: 'o' };
const BORN = { dateOfBirth: { value: at('2011-01-04'), source: SOURCE, disagreeing: [] } };
const EIGHTEEN = Date.parse('2029-01-04T00:00:00Z');
const SIXTEEN = Date.parse('2027-01-04T00:00:00Z');

const people = (decided: readonly Decision[], known: { person?: object; responsible?: readonly string[] } = {}): Relation[] =>
  namedPeople(decided, { person: BORN, responsible: ['northmere'], opened: [], ...known }, NOTHING_FILED);
const related = (relationship: Relationship, changes: Partial<DecisionPayloads['RELATIONSHIP']> = {}): Decision =>
  aDecision('RELATIONSHIP', { relationship, ...changes });

describe('the people round a child', () => {
  it('are its worker, from and until', () => {
    expect(people([aDecision('ASSIGNMENT', { until: NOW + DAY })])).toEqual([{ agency: 'WORKER:ann@northmere', from: NOW, until: NOW + DAY }]);
  });
  it.each(['IRO', 'CP_COORDINATOR', 'CARER', 'DECISION_MAKER'] as const)('are the %s recorded', (relationship) => {
    expect(people([related(relationship)])).toEqual([{ agency: `${relationship}:sue@northmere`, from: NOW, until: null }]);
  });
  it('count a lead practitioner among the social workers', () => {
    expect(peopleNamed(people([related('LEAD_PRACTITIONER')]), 'SOCIAL_WORKER')).toEqual([{ agency: 'sue@northmere', from: NOW, until: null }]);
  });
  it('are nobody who ended as they began, and no force', () => {
    expect(people([aDecision('ASSIGNMENT', { until: NOW })])).toEqual([]);
    expect(people([aDecision('ASSIGNMENT', { worker: 'gus@southvale' }, { agency: 'southvale' })])).toEqual([{ agency: 'GUEST_WORKER:gus@southvale', from: NOW, until: null }]);
    expect(people([related('ADDED_FORCE', { holder: 'westpolice' })])).toEqual([]);
  });
  it('are nobody by a word that waits to be confirmed', () => {
    expect(people(standingDecisions([related('IRO', { confirmed: false })]))).toEqual([]);
  });
});

describe('an added force', () => {
  it('is the one named, in its times', () => {
    expect(addedForces([related('ADDED_FORCE', { holder: 'westpolice', until: NOW + DAY })])).toEqual([{ agency: 'westpolice', from: NOW, until: NOW + DAY }]);
  });
  it('is no other relationship', () => {
    expect(addedForces([related('IRO')])).toEqual([]);
  });
});

describe('the decision-maker', () => {
  const deciding = (decided: readonly Decision[], responsible = ['northmere']): Relation[] => peopleNamed(people(decided, { responsible }), 'DECISION_MAKER');

  it('is the allocated social worker of the responsible authority while none is recorded', () => {
    expect(deciding([related('SOCIAL_WORKER')])).toEqual([{ agency: 'sue@northmere', from: NOW, until: null }]);
  });
  it('is no social worker of another authority, unless nobody knows whose child it is', () => {
    expect(deciding([related('SOCIAL_WORKER')], ['southvale'])).toEqual([]);
    expect(deciding([related('SOCIAL_WORKER')], [])).toHaveLength(1);
  });
  it('is the lead professional wherever they work', () => {
    expect(deciding([related('LEAD_PRACTITIONER', { holder: 'les@school' })])).toEqual([{ agency: 'les@school', from: NOW, until: null }]);
  });
  it('is whoever is recorded, and the social worker again when that ends', () => {
    const recorded = related('DECISION_MAKER', { holder: 'max@northmere', from: NOW + DAY, until: NOW + 2 * DAY });
    expect(deciding([related('SOCIAL_WORKER'), recorded])).toEqual([
      { agency: 'max@northmere', from: NOW + DAY, until: NOW + 2 * DAY },
      { agency: 'sue@northmere', from: NOW, until: NOW + DAY },
      { agency: 'sue@northmere', from: NOW + 2 * DAY, until: null },
    ]);
  });
  it('is never an IRO', () => {
    expect(deciding([related('IRO')])).toEqual([]);
  });
});

describe('a parent', () => {
  const parents = (payload: Partial<DecisionPayloads['PARENT']>, person: object = BORN): Relation[] => peopleNamed(people([aDecision('PARENT', payload)], { person }), 'PARENT');

  it('is let in from the decision that it is safe until the child is eighteen', () => {
    expect(parents({})).toEqual([{ agency: 'pat@family', from: NOW, until: EIGHTEEN }]);
  });
  it.each(['NO', 'UNKNOWN'] as const)('is not let in where it is %s that it is safe', (safeToInform) => {
    expect(parents({ safeToInform })).toEqual([]);
  });
  it('of a child who lives independently is let in from sixteen on only if the child asked', () => {
    expect(parents({ livesIndependently: true })).toEqual([{ agency: 'pat@family', from: NOW, until: SIXTEEN }]);
    expect(parents({ livesIndependently: true, childAsked: true })).toEqual([{ agency: 'pat@family', from: NOW, until: EIGHTEEN }]);
    expect(parents({ childAsked: true })).toEqual([{ agency: 'pat@family', from: NOW, until: EIGHTEEN }]);
  });
  it('is not let in where nobody knows the age, or the child was eighteen already', () => {
    expect(parents({}, {})).toEqual([]);
    expect(parents({}, { dateOfBirth: { value: at('2008-03-02'), source: SOURCE, disagreeing: [] } })).toEqual([]);
  });
});

describe('emergency access', () => {
  const access = (payload: Partial<DecisionPayloads['EMERGENCY']>, ...reviews: Decision[]): Relation[] =>
    accessOf([aDecision('EMERGENCY', payload)], ...reviews);
  const accessOf = (opened: readonly Decision[], ...reviews: Decision[]): Relation[] =>
    namedPeople(standingDecisions(opened), { person: {}, responsible: [], opened: ofKind(opened, 'EMERGENCY') }, fileDecisions([...opened, ...reviews]));
  const review = (outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED', at = NOW + 60_000): Decision => aDecision('EMERGENCY_REVIEW', { outcome }, { about: 'emergency-1', at });

  it('holds from when it was opened until it ends', () => {
    expect(access({ until: NOW + 1000 })).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW, until: NOW + 1000 }]);
  });
  it('never lasts longer than four hours', () => {
    expect(access({ until: NOW + DAY })).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW, until: NOW + EMERGENCY_LASTS }]);
    expect(EMERGENCY_LASTS).toBe(14_400_000);
  });
  it('ends when a review finds it was not justified, and not when it finds that it was', () => {
    expect(access({}, review('NOT_JUSTIFIED'))).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW, until: NOW + 60_000 }]);
    expect(access({}, review('JUSTIFIED'))).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW, until: NOW + EMERGENCY_LASTS }]);
  });
  it('opened again before the review ends with it, in whatever capacity', () => {
    const again = (changes: object): Decision => aDecision('EMERGENCY', {}, { id: 'emergency-2', revision: 2, at: NOW + 30_000, ...changes });
    const first = aDecision('EMERGENCY');
    expect(accessOf([first, again({})], review('NOT_JUSTIFIED'))).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW + 30_000, until: NOW + 60_000 }]);
    const elsewhere = aDecision('EMERGENCY', { person: 'pc@farshire' }, { id: 'emergency-2', matter: 'pc@farshire', at: NOW + 30_000 });
    expect(accessOf([first, elsewhere], review('NOT_JUSTIFIED')).map(({ until }) => until)).toEqual([NOW + 60_000, NOW + 60_000]);
  });
  it('of somebody else, or opened after the review, goes on', () => {
    const first = aDecision('EMERGENCY');
    const other = aDecision('EMERGENCY', { person: 'max@mereshire' }, { id: 'emergency-2', person: 'max', matter: 'max@mereshire' });
    expect(peopleNamed(accessOf([first, other], review('NOT_JUSTIFIED')), 'EMERGENCY')).toContainEqual({ agency: 'max@mereshire', from: NOW, until: NOW + EMERGENCY_LASTS });
    const later = aDecision('EMERGENCY', {}, { id: 'emergency-2', revision: 2, at: NOW + DAY, payload: { person: 'pc@mereshire', role: 'EDT', reason: 'Invented.', until: NOW + 2 * DAY } });
    expect(accessOf([first, later], review('NOT_JUSTIFIED'))).toEqual([{ agency: 'EMERGENCY:pc@mereshire', from: NOW + DAY, until: NOW + DAY + EMERGENCY_LASTS }]);
  });
});
