import { overlapOf, without } from '../../../src/domain/interval/stretch.ts';

const stretch = (from: number | null, until: number | null): { from: number | null; until: number | null } => ({ from, until });

describe('what two stretches have in common', () => {
  it('is where both hold', () => {
    expect(overlapOf(stretch(1, 5), stretch(3, 9))).toEqual([stretch(3, 5)]);
    expect(overlapOf(stretch(null, 5), stretch(3, null))).toEqual([stretch(3, 5)]);
    expect(overlapOf(stretch(null, null), stretch(null, null))).toEqual([stretch(null, null)]);
  });
  it('is nothing where one ends as the other begins', () => {
    expect(overlapOf(stretch(1, 3), stretch(3, 5))).toEqual([]);
    expect(overlapOf(stretch(4, 4), stretch(1, 9))).toEqual([]);
  });
});

describe('what is left of a stretch', () => {
  it('is what lies before and after what is taken out', () => {
    expect(without(stretch(1, 9), [stretch(3, 5)])).toEqual([stretch(1, 3), stretch(5, 9)]);
    expect(without(stretch(null, null), [stretch(3, 5), stretch(7, 8)])).toEqual([stretch(null, 3), stretch(5, 7), stretch(8, null)]);
  });
  it('is all of it where nothing touches it, and nothing where all is taken', () => {
    expect(without(stretch(1, 3), [stretch(3, 5), stretch(0, 1)])).toEqual([stretch(1, 3)]);
    expect(without(stretch(1, 3), [])).toEqual([stretch(1, 3)]);
    expect(without(stretch(1, 3), [stretch(null, null)])).toEqual([]);
    expect(without(stretch(3, 3), [])).toEqual([]);
  });
  it('is whole where what is taken out never was', () => {
    expect(without(stretch(1, 9), [stretch(5, 5)])).toEqual([stretch(1, 9)]);
    expect(without(stretch(1, 9), [stretch(6, 4)])).toEqual([stretch(1, 9)]);
  });
  it('is what follows an open beginning and what precedes an open end', () => {
    expect(without(stretch(1, 9), [stretch(null, 5)])).toEqual([stretch(5, 9)]);
    expect(without(stretch(1, 9), [stretch(5, null)])).toEqual([stretch(1, 5)]);
  });
});
