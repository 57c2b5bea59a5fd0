import type { MatchPerson } from '../../../src/domain/matching/likeness.ts';
import { children, postcode, surname, type Child } from './population.ts';
import { HEARD, shortFormsOf, spellingsOf } from './said-otherwise.ts';
import type { Chance } from './seeded.ts';

/** A record, and whose it really is. */
export interface KnownRecord {
  readonly person: MatchPerson;
  readonly child: Child;
}

/** How often a record is otherwise than the child, each drawn by itself. */
const RATES = { noNhsNumber: 0.3, noUpn: 0.3, typo: 0.05, shortName: 0.05, otherSpelling: 0.03, swappedDate: 0.03, otherSurname: 0.01 };
/** Only names of other scripts can be spelt otherwise, and only days up to the 12th swapped: there as often as makes the rate for all. */
const SPELLABLE = 0.31;
const SWAPPABLE = 0.36;
/** Ours, for what is not said: addresses and homes are known to some systems, and children move. */
const KNOWN = { home: 0.7, moved: 0.2, placement: 0.3, gender: 0.97 };
const HOMES = 300;

/** So many records of invented children, two or three of each child, each in another system. */
export function records(chance: Chance, count: number): KnownRecord[] {
  const all: KnownRecord[] = [];
  for (const child of children(chance)) {
    const urn = `SC9${String(chance.below(HOMES)).padStart(5, '0')}`;
    for (const system of systemsOf(chance, child)) {
      all.push({ child, person: recordOf(chance, child, { ...system, urn, id: String(all.length).padStart(6, '0') }) });
      if (all.length === count) {
        return all;
      }
    }
  }
  return all;
}

type System = Pick<MatchPerson, 'agency' | 'personKeys'>;

/** One to four of: the authority's case system and its early help, the force, another authority that placed the child. */
function systemsOf(chance: Chance, { authority }: Child): System[] {
  const council = `council-${String(authority)}`;
  const systems: System[] = [
    { agency: council, personKeys: 'cases' },
    { agency: council, personKeys: 'early-help' },
    { agency: `police-${String(authority % 4)}`, personKeys: 'compact' },
    { agency: `council-${String((authority + 1 + chance.below(11)) % 12)}`, personKeys: 'cases' },
  ];
  const shuffled = systems.map((system) => ({ system, at: chance.next() })).sort((one, other) => one.at - other.at);
  return shuffled.slice(0, chance.one([1, 2, 2, 2, 3, 3, 3, 3, 4])).map(({ system }) => system);
}

function recordOf(chance: Chance, child: Child, { agency, personKeys, urn, id }: System & { readonly urn: string; readonly id: string }): MatchPerson {
  const birth = chance.happens(RATES.swappedDate / SWAPPABLE) ? dayAndMonthSwapped(child.birth) : child.birth;
  return {
    id, agency, personKeys, birth,
    ...namesOf(chance, child),
    birthDoubtful: child.unaccompanied || birth.endsWith('-01-01'),
    gender: chance.happens(KNOWN.gender) ? child.gender : 'UNKNOWN',
    postcodes: chance.happens(KNOWN.home) ? [chance.happens(KNOWN.moved) ? postcode(chance) : child.home] : [],
    placements: chance.happens(KNOWN.placement) ? [urn] : [],
    nhsNumber: chance.happens(RATES.noNhsNumber) ? null : child.nhsNumber,
    upn: chance.happens(RATES.noUpn) ? null : child.upn,
  };
}

function namesOf(chance: Chance, { given, family, people }: Child): { givenName: string; familyName: string } {
  const otherwise = people.written && chance.happens(RATES.otherSpelling / SPELLABLE);
  const inGiven = otherwise && spellingsOf(given).length > 0 && chance.happens(0.5);
  const spelt = inGiven ? chance.one(spellingsOf(given)) : given;
  const heard = otherwise && !inGiven ? heardOtherwise(chance, family) : family;
  const called = chance.happens(RATES.shortName) ? shortened(chance, given) : spelt;
  const known = chance.happens(RATES.otherSurname) ? surname(chance, people) : heard;
  return { givenName: called, familyName: chance.happens(RATES.typo) ? mistyped(chance, known) : known };
}

function shortened(chance: Chance, given: string): string {
  const forms = shortFormsOf(given);
  return forms.length > 0 ? chance.one(forms) : given.slice(0, Math.max(3, Math.ceil(given.length / 2)));
}

function heardOtherwise(chance: Chance, family: string): string {
  const ways = HEARD.filter(([sound]) => family.toLowerCase().lastIndexOf(sound) > 0);
  if (ways.length === 0) {
    return mistyped(chance, family);
  }
  const [sound, as] = chance.one(ways);
  const place = family.toLowerCase().lastIndexOf(sound);
  return family.slice(0, place) + as + family.slice(place + sound.length);
}

const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** One slip: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard hit. */
function mistyped(chance: Chance, name: string): string {
  const place = chance.below(name.length);
  const letter = (name[place] ?? '').toLowerCase();
  const row = KEYBOARD.find((keys) => keys.includes(letter)) ?? 'e';
  const neighbour = row[row.indexOf(letter) + (row.endsWith(letter) ? -1 : 1)] ?? 'e';
  const [before, after] = [name.slice(0, place), name.slice(place + 1)];
  return chance.one([before + after, before + letter + letter + after, before + after.slice(0, 1) + letter + after.slice(1), before + neighbour + after]);
}

function dayAndMonthSwapped(birth: string): string {
  const [year = '', month = '', day = ''] = birth.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : birth;
}
