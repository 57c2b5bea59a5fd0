import { foldedName } from '../../../src/domain/child/folded-name.ts';

describe('a folded name', () => {
  it.each(['Zoë-Anne', 'zoe anne', "ZOE'ANNE", 'Zoe\u0308 Anne', 'Zoë’Anne'])('of %p is the same', (name) => {
    expect(foldedName(name)).toBe('zoeanne');
  });
  it('keeps letters of every script', () => {
    expect(foldedName('Łucja')).toBe('łucja');
    expect(foldedName('Анна')).toBe('анна');
    expect(foldedName('Анна')).not.toBe(foldedName('Инна'));
  });
  it('of marks alone is no name', () => {
    expect(foldedName(" -'? ")).toBeNull();
  });
});
