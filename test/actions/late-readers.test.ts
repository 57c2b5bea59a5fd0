import { lateReaders } from '../../src/actions/late-readers.ts';
import type { ChildFacts } from '../../src/policy/facts.ts';
import { NOTHING_TO_DO } from '../policy/facts-for.ts';
import { aDirectoryOfPeople } from './some-people.ts';

const NOW = Date.parse('2025-11-20T08:00:00Z');
const OURS = { ...NOTHING_TO_DO, responsible: ['northmere'] } as unknown as ChildFacts; // The facts of a row, of other families too.
const readers = (facts: Partial<ChildFacts>, agency = 'northmere', now = NOW) => lateReaders(aDirectoryOfPeople(), agency, { facts: { ...OURS, ...facts }, now }).map(({ person, role }) => [role, person]);

describe('as whom it is looked what is late', () => {
  it('everybody in a post of the duty who may know what the episode waits for', () => {
    expect(readers({})).toEqual([['SENIOR_WORKER', 'sal'], ['SENIOR_WORKER', 'tess'], ['TEAM_MANAGER', 'mo'], ['TEAM_MANAGER', 'mae'], ['HUB_COORDINATOR', 'nia']]);
    expect(readers({ recent: 'YES' })).toContainEqual(['EDT', 'ede']);
  });

  it('of a restricted child those alone who are let in, whatever their post', () => {
    expect(readers({ restricted: 'YES', named: ['ADMITTED:mae@northmere', 'ADMITTED:sia@northmere'] })).toEqual([['TEAM_MANAGER', 'mae'], ['SOCIAL_WORKER', 'sia']]);
  });

  it('nobody of an agency that has nothing to do with the child, or whose shift is over', () => {
    expect([readers({}, 'southvale'), readers({ responsible: [] })]).toEqual([[], []]);
    expect(readers({ recent: 'YES' }, 'northmere', NOW + 7 * 86_400_000).map(([role]) => role)).not.toContain('EDT');
  });
});
