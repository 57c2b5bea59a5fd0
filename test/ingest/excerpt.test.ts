import { excerptsOf } from '../../src/ingest/excerpt.ts';

const TEXT = 'CHILD,DOB\n0001,a\r\n0002,b\n0003,c\n0004,d\n0005,e\n';
const files = [
  { name: 'dm_persons.csv', text: TEXT },
  { name: 'dm_steps.csv', text: 'STEP\n1\n' },
];

describe('what a document says at a refused place', () => {
  it('is the line with two before and two after it, each with its number', () => {
    expect(excerptsOf([{ name: '', text: TEXT }])('line 3')).toBe('1: CHILD,DOB\n2: 0001,a\n3: 0002,b\n4: 0003,c\n5: 0004,d');
  });

  it('of a set is taken from the file the place names', () => {
    expect(excerptsOf(files)('dm_steps.csv line 2')).toBe('1: STEP\n2: 1\n3: ');
    expect(excerptsOf(files)('dm_persons.csv line 6')).toBe('4: 0003,c\n5: 0004,d\n6: 0005,e\n7: ');
  });

  it('of a place that is the whole document is its beginning', () => {
    expect(excerptsOf([{ name: '', text: TEXT }])('document')).toBe('1: CHILD,DOB\n2: 0001,a\n3: 0002,b');
  });

  it('beyond the last line is nothing, and of no document nothing', () => {
    expect(excerptsOf([{ name: '', text: TEXT }])('line 400')).toBe('');
    expect(excerptsOf([])('line 1')).toBe('1: ');
  });

  it('of one endless line is what stands round the element the path names, and never all of it', () => {
    const line = `<R>${'<A>x</A>'.repeat(1000)}<MissingSince>yesterday</MissingSince>${'<B>y</B>'.repeat(1000)}</R>`;
    const excerpt = excerptsOf([{ name: '', text: line }])('line 1 /R/MissingSince');
    expect(excerpt).toContain('<MissingSince>yesterday</MissingSince>');
    expect(excerpt.length).toBeLessThan(500);
    expect(excerptsOf([{ name: '', text: line }])('line 1').length).toBeLessThan(500);
  });
});
