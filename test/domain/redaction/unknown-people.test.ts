import { hearNames } from '../../../src/domain/redaction/hear-names.ts';
import { suggestRedactions } from '../../../src/domain/redaction/suggest-redactions.ts';
import { aHome, aNetwork } from './an-invented-network.ts';

const AREAS = ['Tarnbury Council', 'Ossleworth Police'];
const seen = (text: string): string[] => suggestRedactions(text, { network: aNetwork(), to: aHome(), hear: hearNames, areas: AREAS }).map(({ from, until, kind }) => `${text.slice(from, until)} ${kind}`);

describe('somebody of whom nobody knows, at the beginning of a sentence', () => {
  it.each([
    ['Orrin hit him.', ['Orrin PERSON']],
    ['Kezzie was there and she laughed.', ['Kezzie PERSON']],
    ['We waited. Jaxton came late.', ['Jaxton PERSON']],
    ['Brannock said he would ring.', ['Brannock PERSON']],
    ['They saw May on Friday.', ['May PERSON']],
    ["Tavish's van was outside.", ['Tavish PERSON']],
    ['Orrin, who is older, drove.', ['Orrin PERSON']],
    ['Zephy and me went out.', ['Zephy PERSON']],
    ['Vonnie gave me a tenner.', ['Vonnie PERSON']],
    ['Lorcan does not go to school.', ['Lorcan PERSON']],
  ])('%j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it.each([
    'Weather was bad that night.', 'Trainers were wet through.', 'Nobody came for her.', 'Returned by himself at six.', 'Vape was found in her bag.', 'Taxi came at nine.',
    'Phoned her mum and cried.', 'Bruises were seen on both arms.', 'Somebody hit him.', 'Yesterday was bad.', 'Which is why she left.', 'Feels she is not heard.', 'Social worker came.', 'Curfew was broken twice.',
    'Mobile was off.', 'Breakfast was eaten.', 'Whereabouts are not known.', 'Everything was fine.', 'Unsettled and has not slept.',
  ])('is nobody in %j', (text) => {
    expect(seen(text)).toEqual([]);
  });
});

describe('what an authority is called', () => {
  it.each([
    ['She was told by Tarnbury that she may stay.', ['Tarnbury PLACE']],
    ['She rang Tarnbury Council twice.', ['Tarnbury Council PLACE']],
    ['He was stopped by Ossleworth Police there.', ['Ossleworth PLACE']],
    ['She rang Hexcombe Borough Council twice.', ['Hexcombe Borough Council PLACE']],
    ['It was Hexcombe Constabulary that came.', ['Hexcombe Constabulary PLACE']],
    ['She says the council does nothing.', []],
    ['The council does nothing.', []],
  ])('tells a place and no person: %j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('a time beside figures is no registration', () => {
  it.each(['She left on 12 May.', 'She left on the 3rd of June.', 'He was there at 10 and left.', 'She has been up 24 hrs.', 'It was by 15 Oct that she knew.', 'They drove up the 42a.', 'She is in 11 now.', 'He paid for 20 out of his own.'])('%j', (text) => {
    expect(seen(text)).toEqual([]);
  });

  it.each([
    ['It was QA99 ABC.', 'QA99 ABC VEHICLE'],
    ['It was qa99 abc.', 'qa99 abc VEHICLE'],
    ['It was qx17tbn.', 'qx17tbn VEHICLE'],
    ['it read ON12 MAY', 'ON12 MAY VEHICLE'],
    ['It was in 12 qbc.', 'in 12 qbc VEHICLE'],
    ['It was Q123 ABC.', 'Q123 ABC VEHICLE'],
  ])('but %j has one', (text, plate) => {
    expect(seen(text)).toContain(plate);
  });
});
