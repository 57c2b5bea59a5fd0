import { notAnsweredBy } from '../../../src/domain/authority/duty-words.ts';

describe('who has not answered an alert, in words,', () => {
  it.each([
    [[], null],
    [['SENIOR_WORKER:north'], 'Not answered by: senior worker.'],
    [['EDT:north', 'POLICE_MISSING_TEAM:south-police'], 'Not answered by: emergency duty team, police missing team.'],
  ])('of %j is %s: roles, and no person or agency', (told, words) => {
    expect(notAnsweredBy(told)).toBe(words);
  });
});
