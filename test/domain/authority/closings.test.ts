import { closingsOf, opensUnder } from '../../../src/domain/authority/closings.ts';
import { COPY_OPENINGS, OPENINGS, type Opening } from '../../../src/domain/authority/openings.ts';

const relations = { responsible: [{ agency: 'northmere', from: null, until: null }], hosts: [{ agency: 'southvale', from: 3, until: 9 }] };
const closedBy = (closes: Readonly<Record<string, readonly Opening[]>>) => (authority: string) => closes[authority] ?? [];

describe('what is closed for a child', () => {
  it('is nothing where nobody closes anything', () => {
    expect(closingsOf(relations, closedBy({}))).toEqual([]);
    expect(opensUnder([])).toEqual(OPENINGS);
  });
  it('is whatever its responsible authority closes', () => {
    const closings = closingsOf(relations, closedBy({ northmere: OPENINGS }));
    expect(closings).toEqual(OPENINGS.map((opening) => ({ opening, by: 'RESPONSIBLE', from: null, until: null })));
    expect(opensUnder(closings)).toEqual([]);
  });
  it('is of what its host closes only the copies, while it hosts', () => {
    const closings = closingsOf(relations, closedBy({ southvale: OPENINGS }));
    expect(closings).toEqual(COPY_OPENINGS.map((opening) => ({ opening, by: 'HOST', from: 3, until: 9 })));
    expect(opensUnder(closings)).toEqual(OPENINGS.filter((opening) => !COPY_OPENINGS.includes(opening)));
  });
});
