import { identifiersLeftIn } from '../../../src/domain/redaction/identifiers-left-in.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const left = (text: string): string[] => identifiersLeftIn(text, aNetwork(), aHome());

describe('a text is not released while it names somebody the hub knows', () => {
  it.each([
    'She met Desmond Quillfeather.', 'she met desmond  quillfeather', 'DESMOND was there.', "She was in Quillfeather's car.", 'quillfeathers car', 'with Dez', 'with dez',
    'with D\u200Bez', 'with D\u00E9z', 'with D\u0435z', 'with De\u00ADz', 'with Dez\u2019s mum', 'with big d', 'met\u200BDez\u200Bthere', 'with Lukasik', 'with Łukasik', 'with ŁUKASIK', 'Will drove.',
  ])('%j', (text) => {
    expect(left(text)).toEqual(['PERSON']);
  });
  it.each([
    'Ada went out.', 'Addy will not say.', 'Testgirl is her name.', 'She will go.', 'She likes desserts.', 'A big day.', 'a v', 'I saw [person 1] and [place 2].', '', 'Rob was there.',
    'She met Desmonda.', 'Dezz', 'big dog',
  ])('and is where it names nobody but the child: %j', (text) => {
    expect(left(text)).toEqual([]);
  });
  it('a name the child bears too is the child’s, unless the whole of another name stands there', () => {
    expect(left('Testgirl')).toEqual([]);
    expect(left('Will Testgirl')).toEqual(['PERSON']);
    expect(left('will testgirl')).toEqual(['PERSON']);
  });
  it('whoever the text goes to may be named in it', () => {
    expect(identifiersLeftIn('Dez was told.', aNetwork(), aHome({ names: ['Dez Quillfeather'] }))).toEqual([]);
  });
});

describe('a text is not released while it says where', () => {
  it.each(['At 14 Tansy Row.', 'on tansy row', '14 TANSY ROW, Saltby Cross', 'near zz49qx', 'near ZZ4 9QX', 'near Z\u200BZ4 9Q-X', 'in Saltby Cross', 'the anchor snooker hall'])('%j', (text) => {
    expect(left(text)).toEqual(['PLACE']);
  });
  it.each(['the anchor', 'Saltby', 'a row', 'zz4 9qxa', 'At 14 Tansy.', 'cross'])('but a word of an address is none: %j', (text) => {
    expect(left(text)).toEqual([]);
  });
  it.each(['She went to 9 Elmtest Road.', 'to 9 elmtest rd', 'elmtest road', 'ZZ22BB'])('the child lived, where the recipient does not know it: %j', (text) => {
    expect(left(text)).toEqual(['PLACE']);
  });
  it('but may say where the child lives to those who know', () => {
    expect(left('She is back at 2 Larch Rise.')).toEqual([]);
    expect(identifiersLeftIn('She is back at 2 Larch Rise.', aNetwork(), aHome({ addresses: [] }))).toEqual(['PLACE']);
  });
});

describe('a text is not released while a number, a vehicle or an account stands in it', () => {
  it.each(['07700 900123', '07700900123', '+44 7700 900 123', '(07700) 900-123', 'oh double seven double oh, nine double oh one two three', 'o77oo 9oo123', '077\u200B00 900123', 'zero seven seven hundred nine hundred one two three', 'nought 77 naught 0 9 o o 1 2 3', '00 7700 900123', '０７７００ 900123',
    '٠٧٧٠٠ ٩٠٠١٢٣', '০৭৭০০ 900123', '𝟘𝟟𝟟𝟘𝟘 𝟵𝟬𝟬𝟭𝟮𝟯', 'zero seven\u200B seven hundred nine\u2060 hundred one two three', 'zero se\u00ADven seven hundred nine \u200B\u200B\u200B\u200Bhundred one two three',
    '07700 900124, 07700 900123', '07700 07700 900123', '07700900123 12', 'one 07700 900123'])('the number, however it is said: %j', (text) => {
    expect(left(`Ring ${text} now.`)).toEqual(['PHONE']);
  });
  it.each(['07700 900124', '7700 9001233', '17700 900123', '07700 or 900123', 'one two three', '00', 'four four', '7700900123'.repeat(3)])('another number is not: %j', (text) => {
    expect(left(text)).toEqual([]);
  });
  it.each(['QX17 TBN', 'qx17tbn', 'QX-17-TBN', 'It began QX17 and was black.', 'QX17TBN\'s', 'QX١٧ TBN', 'the QX17\'s driver'])('the registration, and enough of it: %j', (text) => {
    expect(left(text)).toEqual(['VEHICLE']);
  });
  it.each(['QX1', 'QX18 TBN', 'AQX17', 'TBN'])('less than that tells nothing: %j', (text) => {
    expect(left(text)).toEqual([]);
  });
  it.each(['@dez.qf', 'dezqf', 'DEZ_QF', 'dezqf’s', 'dez qf\'s'])('the account: %j', (text) => {
    expect(left(text)).toContain('SOCIAL_MEDIA');
  });
  it('a number is said in all its words', () => {
    expect(identifiersLeftIn('on four five six eight nine', aNetwork({ phones: ['45689'] }), aHome())).toEqual(['PHONE']);
    expect(identifiersLeftIn('on 07700 9123', aNetwork({ phones: ['07700 944123'] }), aHome())).toEqual([]);
    expect(identifiersLeftIn('double or 0', aNetwork({ phones: ['', '0', '-'] }), aHome())).toEqual([]);
  });
  it('of an account a part is not enough, nor of a registration its letters', () => {
    expect(identifiersLeftIn('abc1 here', aNetwork({ handles: ['abc1xyz'] }), aHome())).toEqual([]);
    expect(identifiersLeftIn('tbnq here', aNetwork({ vehicles: ['TBNQ 17'] }), aHome())).toEqual([]);
    expect(identifiersLeftIn('TBNQ 1 here', aNetwork({ vehicles: ['TBNQ 17'] }), aHome())).toEqual(['VEHICLE']);
  });
  it('a name that ends like a road is a name', () => {
    expect(identifiersLeftIn('jo cl came', aNetwork({ people: [{ names: ['Jo Cl'], alsoCalled: [] }] }), aHome())).toEqual(['PERSON']);
  });
  it('several are named in the order of the kinds, each once', () => {
    expect(left('QX17TBN, Dez, tansy row, Dez, 07700900123')).toEqual(['PERSON', 'PLACE', 'PHONE', 'VEHICLE']);
  });
  it('nothing known, nothing left', () => {
    expect(identifiersLeftIn('Dez in QX17 TBN', aNetwork({ people: [], vehicles: ['-'], handles: ['@'], places: [''], phones: [] }), aHome())).toEqual([]);
  });
});
