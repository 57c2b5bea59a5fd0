import { checkedNhsNumber } from '../../../src/domain/observation/nhs-number.ts';
import { checkUpn } from '../../../src/domain/observation/upn.ts';

describe('an NHS number', () => {
  it.each(['9434765919', '943 476 5919', '943-476-5919'])('%p passes its check digit', (text) => {
    expect(checkedNhsNumber(text)).toBe('9434765919');
  });
  it.each(['9434765918', '943476591', '94347659190', '943476591X', '', '1e5'])('%p identifies nobody', (text) => {
    expect(checkedNhsNumber(text)).toBeNull();
  });
  it('whose check would be 10 is never valid', () => {
    expect(checkedNhsNumber('1234567130')).toBeNull();
    expect(checkedNhsNumber('1234567131')).toBeNull();
  });
  it('whose check is 11 ends in 0', () => {
    expect(checkedNhsNumber('1234567040')).toBe('1234567040');
    expect(checkedNhsNumber('1234567041')).toBeNull();
  });
  it.each(['0000000000', '9999999999', '1111111111'])('%p is a placeholder, not a number', (text) => {
    expect(checkedNhsNumber(text)).toBeNull();
  });
});

describe('a unique pupil number', () => {
  it('is permanent when its letter fits its digits', () => {
    expect(checkUpn(' c999000000001 ')).toEqual({ state: 'PERMANENT', upn: 'C999000000001' });
    expect(checkUpn('H801200001001')).toEqual({ state: 'PERMANENT', upn: 'H801200001001' });
  });
  it('that ends in a letter is temporary', () => {
    expect(checkUpn('C99900000000A')).toEqual({ state: 'TEMPORARY' });
  });
  it.each(['D999000000001', 'A000000000000', 'C99900000001', '', 'UN1'])('%p identifies nobody', (text) => {
    expect(checkUpn(text)).toEqual({ state: 'FAILED' });
  });
});
