import { PRACTICES } from '../../../src/domain/authority/known-practices.ts';
import { SILENT_PRACTICE, type Practice } from '../../../src/domain/authority/practice.ts';
import { closingWarnings, type ClosingOffer } from '../../../src/domain/interview/closing-warnings.ts';
import { OFFER_OUTCOMES } from '../../../src/domain/interview/interview-words.ts';
import { practiceWarning } from '../../../src/domain/interview/practice-warning.ts';
import { aPractice } from './a-practice.ts';

const TOO_FEW = practiceWarning('ATTEMPTS_TOO_FEW', { source: 'Invented 1' });
const NOT_SAFE = { state: 'SEND', to: ['PARENT_OR_CARER'], notYetSafe: ['PARENT_OR_CARER'], rule: 'Invented 2' } as const;
const aClosing = (changes: Partial<ClosingOffer> = {}): ClosingOffer => ({
  outcome: 'ACCEPTED',
  attempts: { counted: 3, windowEnds: null, lacks: [] },
  tried: [],
  explained: false,
  letterSent: false,
  letter: { state: 'SILENT' },
  parentsAsked: false,
  timesAsked: 1,
  episodeFinalised: false,
  formDone: false,
  ...changes,
});
const warned = (practice: Practice, changes: Partial<ClosingOffer>): string[] => closingWarnings(aClosing(changes), practice).map(({ code }) => code);
const { kent, mosaic, somerset } = PRACTICES;

describe('an offer that ends without contact', () => {
  it.each(['UNABLE_TO_ESTABLISH_CONTACT', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT'] as const)('as %s asks for the tries and a written explanation (Mosaic authority, Somerset 4.7)', (outcome) => {
    expect(warned(mosaic, { outcome })).toEqual(['NOT_ALL_TRIED', 'EXPLANATION_MISSING']);
    expect(warned(mosaic, { outcome, tried: ['ALL_NUMBERS', 'CARER'], explained: true })).toEqual(['NOT_ALL_TRIED']);
    expect(warned(mosaic, { outcome, tried: ['ALL_NUMBERS', 'CARER', 'ALLOCATED_WORKER'], explained: true })).toEqual([]);
    expect(warned(somerset, { outcome })).toEqual(['EXPLANATION_MISSING']);
    expect(warned(somerset, { outcome, explained: true, attempts: { counted: 1, windowEnds: null, lacks: [TOO_FEW] } })).toEqual(['ATTEMPTS_TOO_FEW']);
  });

  it('says nothing of tries when it ends otherwise', () => {
    expect(warned(mosaic, { outcome: 'ACCEPTED', attempts: { counted: 0, windowEnds: null, lacks: [TOO_FEW] } })).toEqual([]);
  });

  it('asks for no explanation where the practice does not', () => {
    expect(warned(aPractice({ unableToContact: { after: [], explanation: false } }), { outcome: 'UNABLE_TO_ESTABLISH_CONTACT' })).toEqual([]);
  });
});

describe('an offer that is refused', () => {
  it.each(['DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT', 'REFUSED_AFTER_BOOKING'] as const)('as %s asks for an explanation, a letter, and what the parents know (Somerset 4.8, 4.10)', (outcome) => {
    expect(warned(somerset, { outcome })).toEqual(['EXPLANATION_MISSING', 'LETTER_MISSING', 'PARENTS_NOT_ASKED']);
    expect(warned(somerset, { outcome, explained: true, letterSent: true, parentsAsked: true })).toEqual([]);
  });

  it('asks for no more than the practice does', () => {
    const practice = aPractice({ refusal: { explanation: false, letter: false, askParents: false } });
    expect(warned(practice, { outcome: 'DECLINED_BY_PARENT' })).toEqual([]);
  });

  it('by the child is asked a second and a third time (West Sussex)', () => {
    const times = (timesAsked: number): string[] => warned(PRACTICES['west-sussex'], { outcome: 'DECLINED_BY_YOUNG_PERSON', timesAsked });
    expect([1, 2, 3].map(times)).toEqual([['ASK_AGAIN'], ['ASK_AGAIN'], []]);
    expect(warned(PRACTICES['west-sussex'], { outcome: 'DECLINED_BY_PARENT' })).toEqual([]);
  });
});

describe('a letter and a finalised episode', () => {
  it('are warned of where the letter is not recorded as safe (Mosaic authority), and only once it is sent', () => {
    expect(closingWarnings(aClosing({ letterSent: true, letter: NOT_SAFE }), mosaic)).toMatchObject([{ code: 'LETTER_NOT_RECORDED_SAFE', rule: 'Invented 2' }]);
    expect(warned(mosaic, { letter: NOT_SAFE })).toEqual([]);
    expect(warned(mosaic, { letterSent: true, letter: { ...NOT_SAFE, notYetSafe: [] } })).toEqual([]);
    expect(warned(mosaic, { letterSent: true, letter: { state: 'UNDEFINED_IN_TEXT', rule: 'Invented 2' } })).toEqual([]);
  });

  it('are warned of where the episode is finalised before the form is done (Kent)', () => {
    expect(warned(kent, { episodeFinalised: true })).toEqual(['FINALISED_BEFORE_FORM']);
    expect(warned(kent, { episodeFinalised: true, formDone: true })).toEqual([]);
    expect(warned(kent, {})).toEqual([]);
    expect(warned(aPractice({ finaliseAfterForm: false }), { episodeFinalised: true })).toEqual([]);
  });
});

describe('a practice that is silent', () => {
  it.each(OFFER_OUTCOMES)('warns of nothing when an offer ends as %s', (outcome) => {
    expect(warned(SILENT_PRACTICE, { outcome, episodeFinalised: true })).toEqual([]);
  });
});
