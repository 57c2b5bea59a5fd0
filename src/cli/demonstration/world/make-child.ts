import { DAY } from '../../../domain/interval/durations.ts';
import { chanceOf, type Chance } from './chance.ts';
import { AFAR, CULTURES, type NamesOfCulture } from './invented-names.ts';
import { inventedNhsNumber, inventedUpn } from './invented-numbers.ts';
import { makeEpisodes, sharedEpisodes } from './make-episodes.ts';
import { makePlacements } from './make-placements.ts';
import type { CaseSystem, WorldAuthority, WorldChild } from './world.ts';

export interface ChildTerms {
  readonly seed: string;
  readonly now: number;
  /** From 1. */
  readonly number: number;
  /** The child before this one, of whom it may be a brother, sister or twin. */
  readonly elder: WorldChild | null;
}

/** Who holds how many of ten children, and how each system's own numbers begin: no two of one authority may be alike. */
const SYSTEMS: readonly [System, ...System[]] = [
  { id: 'northmere-eclipse', authority: 'northmere', begins: '1', lookedAfter: true },
  { id: 'southvale-mosaic', authority: 'southvale', begins: '2', lookedAfter: true },
  { id: 'northmere-eclipse', authority: 'northmere', begins: '1', lookedAfter: true },
  { id: 'southvale-mosaic', authority: 'southvale', begins: '2', lookedAfter: true },
  { id: 'northmere-ehm', authority: 'northmere', begins: '3', lookedAfter: false },
  { id: 'southvale-lcs', authority: 'southvale', begins: '4', lookedAfter: false },
  { id: 'southvale-liberi', authority: 'southvale', begins: '5', lookedAfter: false },
];
interface System {
  readonly id: CaseSystem;
  readonly authority: WorldAuthority;
  readonly begins: string;
  readonly lookedAfter: boolean;
}

/** One child: every fifth is the brother or sister of the one before, every tenth the twin; some came unaccompanied. */
export function makeChild({ seed, now, number, elder }: ChildTerms): WorldChild {
  const chance = chanceOf(`${seed} child ${String(number)}`);
  const sibling = number % 5 === 0 ? elder : null;
  const system = SYSTEMS.find(({ id }) => id === sibling?.system) ?? SYSTEMS[number % SYSTEMS.length] ?? SYSTEMS[0];
  const unaccompanied = sibling === null && system.lookedAfter && number % 13 === 1;
  const person = inventPerson({ chance, now, unaccompanied, sibling, twin: number % 10 === 0 });
  return {
    number,
    authority: system.authority,
    system: system.id,
    key: `${system.begins}${String(number).padStart(5, '0')}`,
    ...person,
    ...numbersOf(number, system.id, person.birth),
    upn: unaccompanied ? null : inventedUpn(number),
    unaccompanied,
    placements: system.lookedAfter ? makePlacements({ now, chance, authority: system.authority }) : [],
    episodes: sibling === null ? makeEpisodes({ now, child: number, chance }) : sharedEpisodes(sibling.episodes, number),
  };
}

/** Only Mosaic holds NHS numbers and who is restricted. */
function numbersOf(number: number, system: CaseSystem, birth: string): Pick<WorldChild, 'nhsNumber' | 'birthAtPolice' | 'restricted' | 'knownToPolice'> {
  const inMosaic = system === 'southvale-mosaic';
  return {
    nhsNumber: inMosaic ? inventedNhsNumber(number) : null,
    // A day and month changed about: only a shared NHS number still ties such records.
    birthAtPolice: inMosaic && number % 4 === 2 ? swapped(birth) : birth,
    restricted: inMosaic && number % 9 === 1,
    knownToPolice: number % 16 !== 6,
  };
}

interface PersonTerms {
  readonly chance: Chance;
  readonly now: number;
  readonly unaccompanied: boolean;
  readonly sibling: WorldChild | null;
  readonly twin: boolean;
}

type Person = Pick<WorldChild, 'givenName' | 'familyName' | 'birth' | 'gender' | 'ethnicity'>;

function inventPerson({ chance, now, unaccompanied, sibling, twin }: PersonTerms): Person {
  const culture = sibling === null ? chance.pick(unaccompanied ? AFAR : CULTURES) : cultureOf(sibling);
  const gender = chance.happens(0.5) ? 'F' : 'M';
  // Brothers and sisters do not bear one name.
  const names = (gender === 'F' ? culture.girls : culture.boys).filter((name) => name !== sibling?.givenName);
  const own = { givenName: names[chance.between(0, names.length - 1)] ?? '', gender } as const;
  const birth = birthDay(now, chance, unaccompanied);
  return sibling === null
    ? { ...own, familyName: chance.pick(culture.surnames), birth, ethnicity: chance.pick(culture.ethnicities) }
    : { ...own, familyName: sibling.familyName, birth: twin ? sibling.birth : birth, ethnicity: sibling.ethnicity };
}

function cultureOf({ familyName }: WorldChild): NamesOfCulture {
  return CULTURES.find(({ surnames }) => surnames.includes(familyName)) ?? CULTURES[0];
}

/** Ten to seventeen years old; whose day of birth is not known is given the first of January. */
function birthDay(now: number, chance: Chance, unaccompanied: boolean): string {
  const day = new Date(now - chance.between(10 * 365 + 5, 17 * 365) * DAY).toISOString().slice(0, 10);
  return unaccompanied ? `${day.slice(0, 4)}-01-01` : day;
}

function swapped(birth: string): string {
  const [year = '', month = '', day = ''] = birth.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : birth;
}
