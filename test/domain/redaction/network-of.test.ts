import { findKnown } from '../../../src/domain/redaction/find-known.ts';
import { apart } from '../../../src/domain/redaction/suggest-redactions.ts';
import { identifiersLeftIn } from '../../../src/domain/redaction/identifiers-left-in.ts';
import type { Network } from '../../../src/domain/redaction/network.ts';
import { networkOf, type AroundChild } from '../../../src/domain/redaction/network-of.ts';
import { textFor } from '../../../src/domain/redaction/text-for.ts';

const NOTHING: AroundChild = { persons: [], homes: [], profiles: [], reports: [], interviews: [], items: [], together: [], related: [], professionals: [] };
const around = (known: Partial<AroundChild>): Network => networkOf({ ...NOTHING, ...known });
const PARTNERS = { audience: 'PARTNER', names: [], addresses: [] } as const;
const left = (text: string, known: Partial<AroundChild>): string[] => identifiersLeftIn(text, around(known), PARTNERS);

describe('the network round a child', () => {
  it('is nothing where nothing is known', () => {
    expect(around({})).toEqual({ child: { names: [], alsoCalled: [], addresses: [] }, people: [], places: [], phones: [], vehicles: [], handles: [] });
    const empty = { givenName: null, familyName: null, homeAddress: null, familyAddress: null, otherAddress: null, telephone: null };
    const silent = { friends: null, places: null, phone: null, socialMedia: null };
    expect(around({ persons: [empty], homes: [{ homeName: null, provider: null }], profiles: [silent, {}], interviews: [{ namedPeople: null, phones: null }, {}], items: [{ namedPeople: null, entities: [] }] })).toEqual(around({}));
  });
  it('has every spelling of the child’s own name, which stay', () => {
    const persons = [{ givenName: 'Ada', familyName: 'Testgirl' }, { givenName: 'Ayda', familyName: null }, { givenName: 'Ada', familyName: 'Testgirl' }];
    expect(around({ persons }).child.names).toEqual(['Ada Testgirl', 'Ayda']);
    expect(left('Ada, Ayda and ada testgirl', { persons, interviews: [{ namedPeople: [{ name: 'Ada Testgirl' }] }] })).toEqual([]);
    expect(left('Ada Testboy', { persons, interviews: [{ namedPeople: [{ name: 'Ada Testboy' }] }] })).toEqual(['PERSON']);
  });
  it('has where the child lives and lived, and by what number the child is reached', () => {
    const persons = [{ homeAddress: '2 Larch Rise, Testtown ZZ1 1AA', familyAddress: '9 Elmtest Road', otherAddress: '1 Oaktest Lane', telephone: '07700 900111' }];
    const homes = [{ homeName: 'Alder Lodge', provider: 'alder', placementPostcode: 'ZZ3 3CC', homePostcode: 'ZZ4 4DD' }];
    for (const text of ['at 2 larch rise', 'on Elmtest Road', '1 oaktest ln', 'alder lodge', 'zz33cc', 'ZZ4 4DD', 'zz11aa']) {
      expect(left(text, { persons, homes })).toEqual(['PLACE']);
    }
    expect(left('ring 07700900111', { persons, homes })).toEqual(['PHONE']);
  });
  it.each<[string, string[], Partial<AroundChild>]>([
    ['with kai', ['PERSON'], { interviews: [{ namedPeople: [{ name: 'Kai Sample' }] }] }],
    ['with corvin', ['PERSON'], { interviews: [{ peopleWith: ['her friend Corvin Madeup'] }] }],
    ['with orrin', ['PERSON'], { items: [{ namedPeople: [{ name: 'Orrin Madeup' }], entities: [] }] }],
    ['at 5 invented yard', ['PLACE'], { interviews: [{ placesStayed: ['5 Invented Yard'] }] }],
    ['in the snax', ['PLACE'], { interviews: [{ placesStayed: ['Snax'] }] }],
    ['the Arcade', ['PLACE'], { interviews: [{ placesStayed: ['arcade'] }] }],
    ['the arcade', [], { interviews: [{ placesStayed: ['Arcade'] }] }],
    ['room 12', [], { interviews: [{ placesStayed: ['12', 'no'] }] }],
    ['at invented quay', ['PLACE'], { items: [{ namedPeople: [], entities: [{ kind: 'PLACE', value: 'Invented Quay' }] }] }],
    ['in zz99zzz', ['VEHICLE'], { interviews: [{ vehicles: ['ZZ98 ZZZ and ZZ99 ZZZ'] }] }],
    ['in zz99zzz', ['VEHICLE'], { items: [{ namedPeople: [], entities: [{ kind: 'VEHICLE', value: 'ZZ99 ZZZ' }] }] }],
    ['07700900124', ['PHONE'], { interviews: [{ phones: ['07700 900123 or 07700 900124'] }] }],
    ['07700900124', ['PHONE'], { items: [{ namedPeople: [], entities: [{ kind: 'PHONE', value: '07700 900124' }] }] }],
    ['07700900125', ['PHONE'], { profiles: [{ phone: 'hers: 07700 900125' }] }],
    ['one day at 1234', [], { interviews: [{ phones: ['none', '1234', 'hers: one', '-'] }] }],
    ['ring 12345', ['PHONE'], { interviews: [{ phones: ['ext 12345'] }] }],
    ['as kai.x', ['SOCIAL_MEDIA'], { interviews: [{ handles: ['@kai.x'] }] }],
    ['as kaix9', ['SOCIAL_MEDIA'], { items: [{ namedPeople: [], entities: [{ kind: 'SOCIAL_MEDIA', value: 'kaix9' }] }] }],
    ['as adarocks', ['SOCIAL_MEDIA'], { profiles: [{ socialMedia: 'Snapchat: adarocks, insta' }] }],
    ['as ada_x9', ['SOCIAL_MEDIA'], { profiles: [{ socialMedia: 'insta and snap ada_x9 mostly' }] }],
    ['on insta', [], { profiles: [{ socialMedia: 'Snapchat, insta' }] }],
    ['with Tyler', ['PERSON'], { reports: [{ lastSeenWith: 'Tyler Sample' }] }],
    ['with Tyler', ['PERSON'], { reports: [{ lastSeenWith: 'Last seen getting into a car with Tyler Sample and an older male.' }] }],
    ['by Tyler', ['PERSON'], { reports: [{ lastSeenWith: 'Tyler collected her.' }] }],
    ['Jade Sample said', ['PERSON'], { reports: [{ lastSeenWith: 'her mate jade sample' }] }],
    ['Last week she went with a friend. Seen by nobody. Possibly. Older people. Unknown.', [], { reports: [{ lastSeenWith: 'Last seen with Tyler. Possibly older friends. Unknown male. Went with them.' }] }],
    ['a tyler', [], { reports: [{ lastSeenWith: 'Tyler' }] }],
    ['nobody', [], { reports: [{ lastSeenWith: null }, {}] }],
    ['with tyler and Kayleigh', ['PERSON'], { interviews: [{ peopleWith: ['She went off with Kayleigh from the flats'] }] }],
    ['with Jade', ['PERSON'], { profiles: [{ friends: 'Kai, Jade and Mo' }] }],
    ['the jade', [], { profiles: [{ friends: 'Kai, Jade and Mo' }] }],
    ['by tidewell pier', ['PLACE'], { profiles: [{ places: 'Tidewell pier; Snax\nher nan’s' }] }],
    ['by Snax', ['PLACE'], { profiles: [{ places: 'Tidewell pier; Snax\nher nan’s' }] }],
    ['with otto', ['PERSON'], { together: [{ givenName: 'Otto', familyName: 'Invented' }] }],
    ['OTTO MADEUP', ['PERSON'], { together: [{ givenName: 'otto', familyName: null }] }],
    ['June rang', ['PERSON'], { together: [{ givenName: 'June', familyName: 'Invented' }] }],
    ['nobody', [], { together: [{ givenName: null, familyName: null }] }],
    ['her mum, petra', ['PERSON'], { related: ['Mrs Petra Invented'] }],
    ['Mrs Sample', [], { related: ['Mrs Petra Invented'] }],
    ['her worker, petra invented', [], { professionals: ['Mrs Petra Invented'] }],
    ['her worker, petra invented', ['PERSON'], { professionals: ['Petra Invented'], related: ['Petra Invented'] }],
  ])('%j leaves %j standing', (text, kinds, known) => {
    expect(left(text, known)).toEqual(kinds);
  });
  it.each<[string, string[]]>([
    ['Snapchat: adarocks, insta', ['adarocks']],
    ['insta and snap ada_x9 mostly', ['ada_x9']],
    ['ada_x9!', ['ada_x9']],
    ['insta ada_x9 07700 900123', ['ada_x9']],
    ['TikTok (adarocks)', ['adarocks']],
    ['ask her mum', []],
    ['Snapchat', []],
    ['-', []],
  ])('has of %j the accounts %j', (socialMedia, handles) => {
    expect(around({ profiles: [{ socialMedia }] }).handles).toEqual(handles);
  });
  it('is the same in whatever order it became known, and knows each but once', () => {
    const one = { namedPeople: [{ name: 'Kai Sample' }, { name: 'Bo Sample' }], phones: ['12345', '54321', '12345'], placesStayed: ['B', 'A'] };
    const other = { namedPeople: [{ name: 'Bo Sample' }], phones: ['54321'], placesStayed: [' A '] };
    expect(around({ interviews: [one, other] })).toEqual(around({ interviews: [other, one] }));
    expect(around({ interviews: [one, other] })).toMatchObject({ people: [{ names: ['Bo Sample'] }, { names: ['Kai Sample'] }], places: ['A', 'B'], phones: ['12345', '54321'] });
  });
});

describe('somebody who works with the child', () => {
  const network = around({ professionals: ['Mrs Petra Invented'] });
  it.each<[string, string[]]>([['petra rang', ['petra']], ['Petra Invented', ['Petra Invented']], ['inventted rang', ['inventted']], ['nobody rang', []]])('is pointed out in %j: %j', (text, passages) => {
    const found = findKnown(text, network, { to: PARTNERS, loose: true });
    expect(apart(found).map(({ from, until }) => text.slice(from, until))).toEqual(passages);
    expect(findKnown(text, network, { to: PARTNERS, loose: false })).toEqual([]);
  });
});

describe('to whom a text goes', () => {
  const homes = [
    { homeName: 'Alder Lodge', provider: 'alder', placementPostcode: 'ZZ3 3CC', homePostcode: 'ZZ4 4DD' },
    { homeName: 'Birch Lodge', provider: 'birch', placementPostcode: null, homePostcode: null },
    { homeName: null, provider: null, placementPostcode: 'ZZ5 5EE' },
    { homeName: null, provider: 'cedar', placementPostcode: '-' },
  ];
  const child = around({ homes, persons: [{ homeAddress: '1 Alder Way, zz33cc' }, { familyAddress: '9 Elmtest Road ZZ4 4DD' }] }).child;
  const called = (recipient: string): string[] => [`Called ${recipient}`];

  it('a home is called by its own names, and knows where it lies', () => {
    expect(textFor({ audience: 'PLACEMENT', recipient: 'alder', homes }, child, called)).toEqual({
      audience: 'PLACEMENT',
      names: ['Called alder', 'Alder Lodge'],
      addresses: ['1 Alder Way, zz33cc', 'Alder Lodge', 'ZZ3 3CC'],
    });
    expect(textFor({ audience: 'PLACEMENT', recipient: 'birch', homes }, child, called)).toMatchObject({ names: ['Called birch', 'Birch Lodge'], addresses: ['Birch Lodge'] });
  });
  it('a home of which no address is kept knows none', () => {
    expect(textFor({ audience: 'PLACEMENT', recipient: 'cedar', homes }, child, called)).toEqual({ audience: 'PLACEMENT', names: ['Called cedar'], addresses: [] });
  });
  it('a carer knows where the placements of their agency lie', () => {
    expect(textFor({ audience: 'PLACEMENT', recipient: 'cara@alder', homes }, child, called)).toMatchObject({ names: ['Called cara@alder', 'Alder Lodge'], addresses: [expect.anything(), 'Alder Lodge', 'ZZ3 3CC'] });
  });
  it('nobody else is taken to know where the child lives', () => {
    expect(textFor({ audience: 'PARENT', recipient: 'pat@alder', homes }, child, called)).toEqual({ audience: 'PARENT', names: ['Called pat@alder'], addresses: [] });
    expect(textFor({ audience: 'POLICE', recipient: null, homes }, child, called)).toEqual({ audience: 'POLICE', names: [], addresses: [] });
    expect(textFor({ audience: 'PLACEMENT', recipient: null, homes }, child, called)).toEqual({ audience: 'PLACEMENT', names: [], addresses: [] });
  });
});
