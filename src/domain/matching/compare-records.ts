import { compareBirths } from './compare-births.ts';
import { compareNames } from './compare-names.ts';
import type { Evidence, EvidenceHow, EvidenceOf, Likeness, LikenessVerdict, MatchPerson } from './likeness.ts';
import { GENDER, JOIN_FROM, NUMBERS, PERSON_KEY, PLACEMENT, POSTCODE, REVIEW_FROM } from './weights.ts';

const NUMBERED = ['NHS_NUMBER', 'UPN'] as const;
/** Given names that are one name: without a checked number no other joins, for twins are called Mia and Maia. */
const ONE_NAME: readonly EvidenceHow[] = ['EQUAL', 'NICKNAME', 'TRANSLITERATED', 'NEAR', 'SWAPPED_NAMES'];
const ONE_BIRTH: readonly EvidenceHow[] = ['EQUAL', 'SWAPPED_DAY_AND_MONTH'];
const ONE_FAMILY: readonly EvidenceHow[] = [...ONE_NAME, 'TYPO', 'SOUNDS_ALIKE'];

/**
 * How alike two person records are, and why: the sum of what each agreement and difference says, and what no sum may
 * join. It reads nothing but the two, and their order plays no part.
 */
export function compareRecords(first: MatchPerson, second: MatchPerson): Likeness {
  const personal = [...compareNumbers(first, second), ...compareNames(first, second), ...compareBirths(first, second), ...compareGenders(first, second)];
  const evidence = [...personal, ...(isAlike(personal) ? sharedPlaces(first, second) : []), ...keptApart(first, second)].sort(
    (one, other) => Math.abs(other.weight) - Math.abs(one.weight) || (one.of < other.of ? -1 : 1),
  );
  const score = Math.round(evidence.reduce((sum, { weight }) => sum + weight, 0) * 10) / 10;
  return { verdict: verdictOf(score, evidence, first.birthDoubtful || second.birthDoubtful), score, evidence };
}

function verdictOf(score: number, evidence: readonly Evidence[], doubtful: boolean): LikenessVerdict {
  const how = new Map(evidence.map((each) => [each.of, each.how]));
  const sharesNumber = NUMBERED.some((of) => how.get(of) === 'EQUAL');
  if (score >= JOIN_FROM && mayJoin(how, sharesNumber, doubtful)) {
    return 'JOIN';
  }
  // DESIGN: a number shared by records that agree on nothing else is for a person to look at.
  return score >= REVIEW_FROM || sharesNumber ? 'REVIEW' : 'APART';
}

/** Without a shared number all of given name, family name and date of birth have to be known and to agree. */
function mayJoin(how: ReadonlyMap<EvidenceOf, EvidenceHow>, sharesNumber: boolean, doubtful: boolean): boolean {
  const agrees = (of: EvidenceOf, as: readonly EvidenceHow[]): boolean => as.includes(how.get(of) ?? 'DIFFERENT');
  if (NUMBERED.some((of) => how.get(of) === 'DIFFERENT') || how.has('PERSON_KEY')) {
    return false;
  }
  if (sharesNumber) {
    return agrees('BIRTH', ['EQUAL']) || agrees('FAMILY_NAME', ['EQUAL']);
  }
  return !doubtful && agrees('GIVEN_NAME', ONE_NAME) && agrees('BIRTH', ONE_BIRTH) && agrees('FAMILY_NAME', ONE_FAMILY);
}

function compareNumbers(first: MatchPerson, second: MatchPerson): Evidence[] {
  const pairs = [['NHS_NUMBER', first.nhsNumber, second.nhsNumber], ['UPN', first.upn, second.upn]] as const;
  return pairs.flatMap(([of, one, other]): Evidence[] => {
    if (one === null || other === null) {
      return [];
    }
    const how = one === other ? 'EQUAL' : 'DIFFERENT';
    return [{ of, how, weight: NUMBERS[of][how] }];
  });
}

function compareGenders(first: MatchPerson, second: MatchPerson): Evidence[] {
  const told = [first.gender, second.gender].every((gender) => gender === 'FEMALE' || gender === 'MALE');
  const how = first.gender === second.gender ? 'EQUAL' : 'DIFFERENT';
  return told ? [{ of: 'GENDER', how, weight: GENDER[how] }] : [];
}

/** Brothers and sisters share a home: what is shared of places counts only between bearers of one given name. */
function isAlike(personal: readonly Evidence[]): boolean {
  return personal.some(({ of, how }) => of === 'GIVEN_NAME' && ONE_NAME.includes(how));
}

function sharedPlaces(first: MatchPerson, second: MatchPerson): Evidence[] {
  const postcode = first.postcodes.some((each) => second.postcodes.includes(each));
  const placement = first.placements.some((each) => second.placements.includes(each));
  return [
    ...(postcode ? [{ of: 'POSTCODE', how: 'EQUAL', weight: POSTCODE.EQUAL } as const] : []),
    ...(placement ? [{ of: 'PLACEMENT', how: 'EQUAL', weight: PLACEMENT.EQUAL } as const] : []),
  ];
}

/** Two keys of one agency's one key space: to that source, two people. */
function keptApart(first: MatchPerson, second: MatchPerson): Evidence[] {
  const oneSpace = first.agency === second.agency && first.personKeys === second.personKeys;
  return oneSpace ? [{ of: 'PERSON_KEY', how: 'DIFFERENT', weight: PERSON_KEY.DIFFERENT }] : [];
}
