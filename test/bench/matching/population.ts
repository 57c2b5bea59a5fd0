import type { Gender } from '../../../src/domain/observation/observation.ts';
import { PEOPLES, type People } from './peoples.ts';
import { spellingsOf } from './said-otherwise.ts';
import type { Chance } from './seeded.ts';

/** An invented child as she really is. */
export interface Child {
  readonly number: number;
  readonly people: People;
  readonly given: string;
  readonly family: string;
  readonly birth: string;
  readonly unaccompanied: boolean;
  readonly gender: Extract<Gender, 'FEMALE' | 'MALE'>;
  readonly home: string;
  readonly authority: number;
  /** The number of her twin. */
  readonly twin: number | null;
  readonly nhsNumber: string;
  readonly upn: string;
}

const DAY = 86_400_000;
const BORN_FROM = Date.UTC(2008, 2, 1);
const DAYS = 18 * 365;
/** Twins are 2 % of children, so that one birth in 99 is of two. */
const TWIN_BIRTHS = 0.01 / 0.99;
const UNACCOMPANIED = 0.01;
/** Children of a family that come to anybody's notice: at most four, at one address. */
const ANOTHER_CHILD = 0.35;
/** Parents who like what they chose for the first: Mia and Maia. */
const SIMILAR_TWINS = 0.2;
const DOUBLE_BARRELLED = 0.03;

/** Families one after another, without end. */
export function* children(chance: Chance): Generator<Child> {
  let number = 0;
  for (;;) {
    const family = familyOf(chance);
    let birth = BORN_FROM + chance.below(DAYS) * DAY;
    do {
      const first = childOf(chance, family, { number, birth });
      const twins = chance.happens(TWIN_BIRTHS);
      yield twins ? { ...first, twin: number + 1 } : first;
      if (twins) {
        yield twinOf(chance, family, first);
      }
      number += twins ? 2 : 1;
      birth = BORN_FROM + ((birth - BORN_FROM + (300 + chance.below(2_000)) * DAY) % (DAYS * DAY));
    } while (chance.happens(ANOTHER_CHILD));
  }
}

type Family = Pick<Child, 'people' | 'family' | 'home' | 'authority'>;

function familyOf(chance: Chance): Family {
  let share = chance.below(100);
  const people = PEOPLES.find((each) => (share -= each.share) < 0) ?? chance.one(PEOPLES);
  const family = chance.happens(DOUBLE_BARRELLED) ? `${surname(chance, people)}-${surname(chance, people)}` : surname(chance, people);
  return { people, family, home: postcode(chance), authority: chance.below(12) };
}

export function surname(chance: Chance, { surnames, rare, flat }: People): string {
  return chance.happens(rare.share) ? chance.one(rare.beginnings) + chance.one(rare.ends) : chance.early(surnames, flat.surname);
}

/** Of an area that does not exist; a home more or less to each. */
export function postcode(chance: Chance): string {
  return `ZZ${String(10 + chance.below(90))}${String(chance.below(10))}${chance.one(Array.from('ABDEFGHJLN'))}${chance.one(Array.from('PQRSTUWXYZ'))}`;
}

function givenName(chance: Chance, { girls, boys, flat }: People, gender: Child['gender']): string {
  return chance.early(gender === 'FEMALE' ? girls : boys, flat.given);
}

function childOf(chance: Chance, family: Family, { number, birth }: { number: number; birth: number }): Child {
  const gender = chance.one(['FEMALE', 'MALE'] as const);
  const unaccompanied = family.people.written && chance.happens(UNACCOMPANIED * 3);
  const day = new Date(birth).toISOString().slice(0, 10);
  return {
    ...family,
    number,
    given: givenName(chance, family.people, gender),
    birth: unaccompanied ? `${day.slice(0, 4)}-01-01` : day,
    unaccompanied,
    gender,
    twin: null,
    nhsNumber: String(9_000_000_000 + number),
    upn: `X${String(900_000_000_000 + number)}`,
  };
}

function twinOf(chance: Chance, family: Family, first: Child): Child {
  const gender = chance.happens(2 / 3) ? first.gender : chance.one(['FEMALE', 'MALE'] as const);
  const similar = gender === first.gender && chance.happens(SIMILAR_TWINS);
  let given = first.given;
  // Nobody calls twins by one name in two spellings.
  while (given === first.given || spellingsOf(first.given).includes(given)) {
    given = similar ? similarTo(chance, first.given) : givenName(chance, family.people, gender);
  }
  const number = first.number + 1;
  return { ...childOf(chance, family, { number, birth: Date.parse(first.birth) }), given, birth: first.birth, unaccompanied: first.unaccompanied, gender, twin: first.number };
}

/** Another name that sounds like it: one vowel exchanged or doubled. */
function similarTo(chance: Chance, given: string): string {
  const places = Array.from(given).flatMap((letter, place) => ('aeiouy'.includes(letter) ? [place] : []));
  const place = places.length === 0 ? given.length : chance.one(places);
  return given.slice(0, place) + chance.one(['a', 'e', 'i', 'o', 'y', 'ai', 'ie', 'ey', 'ay']) + given.slice(place + 1);
}
