import { blockKeys } from '../../../src/domain/matching/block-keys.ts';
import { compareRecords } from '../../../src/domain/matching/compare-records.ts';
import type { Evidence, EvidenceHow, EvidenceOf, LikenessVerdict, MatchPerson } from '../../../src/domain/matching/likeness.ts';
import { aMatchPerson, asPolice } from './a-match-person.ts';

const NHS = '9434765919';
const OTHER_NHS = '9434765870';
const UPN = 'C999000000001';
const POSTCODE = 'ZZ99AA';

const verdict = (council: Partial<MatchPerson>, police: Partial<MatchPerson>): LikenessVerdict => compareRecords(aMatchPerson(council), asPolice(police)).verdict;

/** How one thing compares, where the records differ in it alone. */
function how(of: EvidenceOf, council: Partial<MatchPerson>, police: Partial<MatchPerson>): EvidenceHow | undefined {
  return compareRecords(aMatchPerson(council), asPolice(police)).evidence.find((each: Evidence) => each.of === of)?.how;
}
const given = (one: string, other: string): EvidenceHow | undefined => how('GIVEN_NAME', { givenName: one }, { givenName: other });
const family = (one: string, other: string): EvidenceHow | undefined => how('FAMILY_NAME', { familyName: one }, { familyName: other });

describe('two records', () => {
  it('of the same name, date of birth and gender are one child', () => {
    expect(verdict({}, {})).toBe('JOIN');
  });

  it('say why, the weightiest first, and how much all of it says together', () => {
    const { evidence, score } = compareRecords(aMatchPerson({ gender: 'FEMALE' }), asPolice({ gender: 'MALE', familyName: 'Larkrize' }));
    expect(evidence.map(({ of, how: compared }) => [of, compared])).toEqual([
      ['BIRTH', 'EQUAL'],
      ['GIVEN_NAME', 'EQUAL'],
      ['FAMILY_NAME', 'TYPO'],
      ['GENDER', 'DIFFERENT'],
    ]);
    expect(score).toBeCloseTo(evidence.reduce((sum, { weight }) => sum + weight, 0), 0);
  });

  it('that share nothing but a surname are two children', () => {
    expect(verdict({}, { givenName: 'Oswin', birth: '2014-11-23' })).toBe('APART');
  });

  it('say the same whichever comes first', () => {
    const [one, other] = [aMatchPerson({ givenName: 'Larkrise', familyName: 'Tamsin', nhsNumber: NHS }), asPolice({ birth: '2011-04-05', nhsNumber: OTHER_NHS })];
    expect(compareRecords(other, one)).toEqual(compareRecords(one, other));
  });

  it('of which one states nothing are two children', () => {
    const nothing = { givenName: null, familyName: null, birth: null, gender: null };
    expect(compareRecords(aMatchPerson(), asPolice(nothing))).toEqual({ verdict: 'APART', score: 0, evidence: [] });
  });
});

describe('a given name', () => {
  it.each<[EvidenceHow, string, string]>([
    ['EQUAL', 'Zoë', 'ZOE'],
    ['EQUAL', 'Mary-Ann', 'Mary Ann'],
    ['NICKNAME', 'Elizabeth', 'Lizzie'],
    ['NICKNAME', 'Bob', 'Robert'],
    ['NICKNAME', 'Kate', 'Katherine'],
    ['TRANSLITERATED', 'Mohammed', 'Muhammad'],
    ['TRANSLITERATED', 'Yusuf', 'Youssef'],
    ['EQUAL', 'Олена', 'Olena'],
    ['NEAR', 'Tamsin', 'Tamsin Rose'],
    ['TYPO', 'Tamsin', 'Tasmin'],
    ['TYPO', 'Jayden', 'Jaydon'],
    ['SOUNDS_ALIKE', 'Lizzie', 'Beth'],
    ['SOUNDS_ALIKE', 'T', 'Tamsin'],
    ['SOUNDS_ALIKE', 'Zai', 'Zainab'],
    ['DIFFERENT', 'Jo', 'Jocasta'],
    ['SOUNDS_ALIKE', 'Rose Tamsin', 'Tamsin'],
    ['SOUNDS_ALIKE', 'Mohammed', 'Muhammad Bilal'],
    ['DIFFERENT', 'Muhammad Hamza', 'Mohammed Bilal'],
    ['DIFFERENT', 'Tamsin', 'Oswin'],
  ])('is %s: %s and %s', (expected, one, other) => {
    expect(given(one, other)).toBe(expected);
    expect(given(other, one)).toBe(expected);
  });
});

describe('a family name', () => {
  it.each<[EvidenceHow, string, string]>([
    ['EQUAL', "O'Larkin", 'OLARKIN'],
    ['EQUAL', 'Łarkowski', 'Larkowski'],
    ['TRANSLITERATED', 'Hussein', 'Husain'],
    ['EQUAL', 'Шевченко', 'Shevchenko'],
    ['TRANSLITERATED', 'Shevtschenko', 'Shevchenko'],
    ['NEAR', 'Larkrise-Fenwater', 'Larkrise'],
    ['EQUAL', 'El Larkrani', 'Larkrani'],
    ['TYPO', 'Larkrise', 'Larkirse'],
    ['TYPO', 'Larkrise', 'Larkrie'],
    ['SOUNDS_ALIKE', 'Fenwater', 'Fenvadero'],
    ['DIFFERENT', 'Larkrise', 'Fenwater'],
  ])('is %s: %s and %s', (expected, one, other) => {
    expect(family(one, other)).toBe(expected);
    expect(family(other, one)).toBe(expected);
  });

  it('that is rare says more than a common one', () => {
    const weight = (familyName: string): number => compareRecords(aMatchPerson({ familyName }), asPolice({ familyName })).score;
    expect(weight('Larkrise')).toBeGreaterThan(weight('Hughes'));
    expect(weight('Hughes')).toBeGreaterThan(weight('Smith'));
  });

  it('that changed leaves the records for review where the address is the same, else apart', () => {
    const changed = { familyName: 'Fenwater', postcodes: [POSTCODE] };
    expect(verdict({ postcodes: [POSTCODE] }, changed)).toBe('REVIEW');
    expect(verdict({ givenName: 'Oliver' }, { givenName: 'Oliver', familyName: 'Fenwater' })).toBe('APART');
  });
});

describe('a date of birth', () => {
  it.each<[EvidenceHow, string]>([
    ['EQUAL', '2011-05-04'],
    ['SWAPPED_DAY_AND_MONTH', '2011-04-05'],
    ['NEAR', '2011-05-14'],
    ['NEAR', '2012-05-04'],
    ['DIFFERENT', '2012-06-04'],
  ])('is %s: 4 May 2011 and %s', (expected, birth) => {
    expect(how('BIRTH', {}, { birth })).toBe(expected);
  });

  it('with day and month swapped joins, one with a wrong digit is for review', () => {
    expect(verdict({}, { birth: '2011-04-05' })).toBe('JOIN');
    expect(verdict({}, { birth: '2011-05-14' })).toBe('REVIEW');
  });

  it('that is doubtful joins no two records by name and date, whatever else they share', () => {
    const places = { postcodes: [POSTCODE], placements: ['SC900001'] };
    expect(verdict({ ...places, birthDoubtful: true }, places)).toBe('REVIEW');
  });

  it('that nobody states joins nothing', () => {
    expect(verdict({ birth: null, postcodes: [POSTCODE] }, { postcodes: [POSTCODE] })).toBe('REVIEW');
  });
});

describe('brothers and sisters', () => {
  const home = { postcodes: [POSTCODE], placements: ['SC900001'] };

  it('of one birth and one home are two children where their names differ', () => {
    expect(verdict(home, { ...home, givenName: 'Oswin', gender: 'MALE' })).toBe('APART');
    expect(verdict(home, { ...home, givenName: 'Rowena' })).not.toBe('JOIN');
  });

  it.each([['Mia', 'Maia'], ['Jayden', 'Jaydon'], ['Jayden', 'Jaiden'], ['Lizzie', 'Beth'], ['Hassan', 'Hussein'], ['Muhammad Ali', 'Muhammad Hamza'], ['Mohammed', 'Mohammed Ali']])(
    'of one birth and one home are never joined for being called %s and %s',
    (one, other) => {
      expect(verdict({ ...home, givenName: one }, { ...home, givenName: other })).not.toBe('JOIN');
    },
  );

  it('of another age are two children, whatever they share', () => {
    expect(verdict(home, { ...home, givenName: 'Rowena', birth: '2013-09-17' })).toBe('APART');
  });
});

describe('names the wrong way round', () => {
  it('are the same names', () => {
    expect(given('Tamsin', 'Tamsin')).toBe('EQUAL');
    expect(how('GIVEN_NAME', {}, { givenName: 'Larkrise', familyName: 'Tamsin' })).toBe('SWAPPED_NAMES');
    expect(verdict({}, { givenName: 'Larkrise', familyName: 'Tamsin' })).toBe('JOIN');
  });
});

describe('numbers', () => {
  it('that are the same join where date of birth or surname agrees, even under another given name', () => {
    expect(verdict({ nhsNumber: NHS }, { nhsNumber: NHS, familyName: 'Fenwater' })).toBe('JOIN');
    expect(verdict({ upn: UPN }, { upn: UPN, givenName: 'Tammy' })).toBe('JOIN');
  });

  it('that are the same are for review where nothing else is', () => {
    expect(verdict({ nhsNumber: NHS }, { nhsNumber: NHS, givenName: 'Oswin', familyName: 'Fenwater', birth: '2009-10-30' })).toBe('REVIEW');
  });

  it('that contradict one another join nothing, but leave it to a person', () => {
    expect(verdict({ nhsNumber: NHS }, { nhsNumber: OTHER_NHS })).toBe('REVIEW');
    expect(verdict({ upn: UPN }, { upn: 'D999000000002' })).toBe('REVIEW');
    expect(verdict({ upn: UPN, nhsNumber: NHS }, { upn: UPN, nhsNumber: OTHER_NHS })).toBe('REVIEW');
  });
});

describe('two keys of one source', () => {
  const source = { agency: 'northmere', personKeys: 'northmere-903' };

  it('are two people to it: never joined, even by a number', () => {
    expect(verdict({}, source)).toBe('REVIEW');
    expect(verdict({ nhsNumber: NHS }, { ...source, nhsNumber: NHS })).toBe('REVIEW');
  });

  it('are of no account where another agency names its keys alike', () => {
    expect(verdict({}, { personKeys: 'northmere-903' })).toBe('JOIN');
  });
});

describe('the keys a record is looked for by', () => {
  const shared = (council: Partial<MatchPerson>, police: Partial<MatchPerson>): string[] => {
    const keys = blockKeys(asPolice(police));
    return blockKeys(aMatchPerson(council)).filter((key) => keys.includes(key));
  };

  it('say nothing of the day alone where it is doubtful', () => {
    expect(shared({ birthDoubtful: true }, { givenName: 'Oswin', familyName: 'Fenwater' })).toEqual([]);
    expect(shared({}, { givenName: 'Oswin', familyName: 'Fenwater' })).toEqual(['born 2011-04-05']);
  });

  it.each<[string, Partial<MatchPerson>, Partial<MatchPerson>]>([
    ['day and month are swapped', {}, { birth: '2011-04-05', familyName: 'Fenwater', givenName: 'Oswin' }],
    ['the year is wrong and the surname another', {}, { birth: '2012-05-04', familyName: 'Fenwater' }],
    ['the date is unknown', {}, { birth: null }],
    ['the names are swapped and the date unknown', {}, { birth: null, givenName: 'Larkrise', familyName: 'Tamsin' }],
    ['one is called for short and the date is another', { givenName: 'Elizabeth' }, { givenName: 'Beth', birth: '2009-01-30' }],
    ['only the home and the name are known', { postcodes: [POSTCODE] }, { postcodes: [POSTCODE], familyName: null, birth: null }],
    ['only the number is', { nhsNumber: NHS }, { nhsNumber: NHS, givenName: null, familyName: null, birth: null }],
  ])('meet where %s', (_, council, police) => {
    expect(shared(council, police)).not.toEqual([]);
  });
});
