import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { letterTo, type LetterFacts } from '../../../src/domain/interview/letter-to.ts';
import { aPractice } from './a-practice.ts';

const facts = (age: number | null, changes: Partial<LetterFacts> = {}): LetterFacts => ({ ages: age === null ? null : { least: age, most: age }, livingIndependently: false, safeFor: [], ...changes });
const somerset = (letter: LetterFacts): unknown => {
  const advice = letterTo(letter, PRACTICES.somerset);
  return advice.state === 'SEND' ? advice.to : advice.state;
};
const PARENT = ['PARENT_OR_CARER'];
const BOTH = ['PARENT_OR_CARER', 'CHILD'];

describe('a letter after no contact (Somerset 4.6)', () => {
  it.each([
    [0, false, PARENT],
    [11, false, PARENT],
    [11, null, PARENT],
    [12, false, 'UNDEFINED_IN_TEXT'],
    [12, true, 'UNDEFINED_IN_TEXT'],
    [13, false, BOTH],
    [15, true, BOTH],
    [16, false, BOTH],
    [16, true, 'UNDEFINED_IN_TEXT'],
    [16, null, 'CANNOT_TELL'],
    [17, true, ['CHILD']],
    [17, false, BOTH],
    [17, null, 'CANNOT_TELL'],
  ])('of a child of %s living independently %s goes to %j', (age, livingIndependently, to) => {
    expect(somerset(facts(age, { livingIndependently }))).toEqual(to);
  });

  it('goes as all ages agree that the child can have, or it cannot be told', () => {
    expect(somerset(facts(null, { ages: { least: 13, most: 14 } }))).toEqual(BOTH);
    expect(somerset(facts(null, { ages: { least: 11, most: 12 } }))).toBe('CANNOT_TELL');
    expect(somerset(facts(null))).toBe('CANNOT_TELL');
  });

  it('needs no recorded safety where the text asks for none, and names its paragraph', () => {
    expect(letterTo(facts(14), PRACTICES.somerset)).toEqual({ state: 'SEND', to: BOTH, notYetSafe: [], rule: 'Somerset 4.6' });
    expect(letterTo(facts(12), PRACTICES.somerset)).toEqual({ state: 'UNDEFINED_IN_TEXT', rule: 'Somerset 4.6' });
  });
});

describe('a letter of a Mosaic authority', () => {
  it('goes to the parent or carer at any age, and only once it is recorded as safe for them', () => {
    expect(letterTo(facts(null, { livingIndependently: null }), PRACTICES.mosaic)).toMatchObject({ state: 'SEND', to: PARENT, notYetSafe: PARENT });
    expect(letterTo(facts(16, { safeFor: ['PARENT_OR_CARER'] }), PRACTICES.mosaic)).toMatchObject({ to: PARENT, notYetSafe: [] });
  });
});

describe('a letter elsewhere', () => {
  it('is nobody\'s rule where the practice is silent', () => {
    expect(letterTo(facts(14), PRACTICES.kent)).toEqual({ state: 'SILENT' });
  });

  it('is undefined for an age of which the rule says nothing', () => {
    const practice = aPractice({ letter: { safeToSendFirst: false, bands: [{ from: 13, until: 18, livingIndependently: null, to: ['CHILD'] }] } });
    expect(letterTo(facts(12), practice).state).toBe('UNDEFINED_IN_TEXT');
    expect(letterTo(facts(18), practice).state).toBe('UNDEFINED_IN_TEXT');
    expect(letterTo(facts(13), practice)).toMatchObject({ to: ['CHILD'] });
  });

  it('is each addressee\'s own safety', () => {
    const practice = aPractice({ letter: { safeToSendFirst: true, bands: [{ from: 0, until: null, livingIndependently: null, to: ['PARENT_OR_CARER', 'CHILD'] }] } });
    expect(letterTo(facts(14, { safeFor: ['PARENT_OR_CARER'] }), practice)).toMatchObject({ notYetSafe: ['CHILD'] });
  });
});
