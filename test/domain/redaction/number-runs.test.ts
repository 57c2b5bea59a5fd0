import { findNumbers, nationalDigits, numbersIn } from '../../../src/domain/redaction/number-runs.ts';

describe('the numbers of a text', () => {
  it('are runs of digits, however they are set apart', () => {
    expect(findNumbers('Ring +44 7700 900123, or 12.')).toEqual([{ from: 5, until: 20, digits: '7700900123' }, { from: 25, until: 27, digits: '12' }]);
  });
  it.each([['+44 7700 900123', '7700900123'], ['0044 7700 900123', '7700900123'], ['07700 944123', '7700944123'], ['00 7700', '7700'], ['double oh treble seven', '777'], ['nobody', '']])('are national: %j is %j', (phone, digits) => {
    expect(nationalDigits(phone)).toBe(digits);
  });
  it('behind one another are each found where they stand', () => {
    const found = numbersIn('Ring 07700 900123, 07700 900124.');
    expect(found.get('7700900123')).toEqual([{ from: 5, until: 17 }]);
    expect(found.get('7700900124')).toEqual([{ from: 19, until: 31 }]);
    expect(found.get('900123')).toEqual([{ from: 11, until: 17 }]);
    expect(found.get('7009001')).toBeUndefined();
  });
  it('with a sign in front are found with it', () => {
    expect(numbersIn('at +44 7700 900123').get('7700900123')).toEqual([{ from: 3, until: 18 }, { from: 7, until: 18 }]);
  });
  it('have twenty figures at most, of fifteen parts', () => {
    expect([...numbersIn('1'.repeat(20)).keys()]).toEqual(['1'.repeat(20)]);
    expect([...numbersIn('1'.repeat(21)).keys()]).toEqual([]);
    expect(numbersIn('1 '.repeat(15)).has('1'.repeat(15))).toBe(true);
    expect(numbersIn('1 '.repeat(16)).has('1'.repeat(16))).toBe(false);
  });
});
