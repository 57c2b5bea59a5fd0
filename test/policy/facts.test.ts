import { factsAt, holdersAt, holdsAt, type FactSources } from '../../src/policy/facts.ts';

const held = (agency: string) => [{ agency, from: 100, until: 200 }];
const RELATIONS = {
  responsible: held('responsible'),
  hosts: held('host'),
  forces: held('force'),
  providers: held('provider'),
  partners: held('partner'),
  intelligenceAgencies: held('bureau'),
  named: held('WORKER:ann@north'),
  candidates: held('candidate'),
};
const sources = (change: Partial<FactSources> = {}): FactSources => ({
  relations: RELATIONS,
  restriction: { restricted: false, awaitsNaming: false, keeps: [] },
  opens: [],
  missingNow: 'NO',
  recent: [],
  ...change,
});

describe('the facts of a row at one instant', () => {
  it.each([
    [99, false],
    [100, true],
    [199, true],
    [200, false],
    [300, false],
  ])('a stretch from 100 until 200 at %d: %p', (now, holds) => {
    expect(holdsAt({ from: 100, until: 200 }, now)).toBe(holds);
    expect(holdersAt(held('a'), now)).toEqual(holds ? ['a'] : []);
  });

  it('a stretch without an end holds for good, without a beginning from of old', () => {
    expect(holdsAt({ from: 100, until: null }, Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(holdsAt({ from: null, until: 100 }, 0)).toBe(true);
    expect(holdsAt({ from: null, until: 100 }, 100)).toBe(false);
  });

  it('each relation is its own', () => {
    expect(factsAt(sources(), 150)).toEqual({
      responsible: ['responsible'],
      hosts: ['host'],
      forces: ['force'],
      providers: ['provider'],
      partners: ['partner'],
      intelligenceAgencies: ['bureau'],
      named: ['WORKER:ann@north'],
      candidates: ['candidate'],
      missingNow: 'NO',
      recent: 'NO',
      restricted: 'NO',
      awaitsNaming: 'NO',
      keeps: [],
      opens: [],
    });
  });

  it('once over, no relation holds but that of a candidate', () => {
    const { candidates, ...others } = factsAt(sources(), 200);
    expect(candidates).toEqual(['candidate']);
    expect(Object.values(others).flat()).toEqual(['NO', 'NO', 'NO', 'NO']);
  });

  it('a restriction, who keeps the narrow view, and what is open stand as they are', () => {
    expect(factsAt(sources({ restriction: { restricted: true, awaitsNaming: true, keeps: ['force'] }, opens: ['BRIEFING_TO_PARTNER'], missingNow: 'YES' }), 150)).toMatchObject({
      restricted: 'YES',
      awaitsNaming: 'YES',
      keeps: ['force'],
      opens: ['BRIEFING_TO_PARTNER'],
      missingNow: 'YES',
    });
  });

  it('is recent in any of its stretches', () => {
    const recent = [{ from: 10, until: 20 }, { from: 30, until: null }];
    expect([9, 10, 20, 30, 99].map((now) => factsAt(sources({ recent }), now).recent)).toEqual(['NO', 'YES', 'NO', 'YES', 'YES']);
  });
});
