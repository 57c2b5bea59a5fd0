import { whoActsNow } from '../../src/actions/told.ts';

const facts = (changed: Partial<Parameters<typeof whoActsNow>[0]> = {}): Parameters<typeof whoActsNow>[0] => ({
  restricted: 'NO',
  named: ['SOCIAL_WORKER:sia@northmere', 'WORKER:ren@northmere'],
  forces: ['mereshire-police'],
  responsible: ['northmere'],
  candidates: [],
  hosts: ['southvale'],
  ...changed,
});

describe('what cannot wait', () => {
  test('is told to the missing teams and the allocated social worker', () => {
    expect(whoActsNow(facts())).toEqual(['POLICE_MISSING_TEAM:mereshire-police', 'sia@northmere']);
  });

  test('is told to the coordinators where no social worker is allocated', () => {
    expect(whoActsNow(facts({ named: [] }))).toEqual(['POLICE_MISSING_TEAM:mereshire-police', 'HUB_COORDINATOR:northmere']);
  });

  test('is told to every authority it may concern while nobody knows whose child it is', () => {
    const unknown = facts({ named: [], forces: [], responsible: [], candidates: ['northmere', 'southvale'] });
    expect(whoActsNow(unknown)).toEqual(['HUB_COORDINATOR:northmere', 'HUB_COORDINATOR:southvale']);
    expect(whoActsNow(facts({ named: [], forces: [], responsible: [] }))).toEqual(['HUB_COORDINATOR:southvale']);
  });

  test('of a restricted child is told to those who are named alone', () => {
    const restricted = facts({ restricted: 'YES', named: ['SOCIAL_WORKER:sia@northmere', 'ADMITTED:mo@northmere'] });
    expect(whoActsNow(restricted)).toEqual(['mo@northmere']);
  });

  test('of a restricted child for whom nobody is named is told to the managers', () => {
    expect(whoActsNow(facts({ restricted: 'YES' }))).toEqual(['TEAM_MANAGER:northmere']);
  });
});
