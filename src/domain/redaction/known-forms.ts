import { editDistance } from '../matching/edit-distance.ts';
import { oneSpelling } from '../matching/name-variants.ts';
import { formalNamesOf } from '../matching/nicknames.ts';
import type { KnownPerson, Network, RedactionKind, TextFor } from './network.ts';
import { nationalDigits } from './number-runs.ts';
import { SCHOOL_WORDS, VENUE_WORDS } from './place-words.ts';
import { placedReadings, squeezed } from './placed-words.ts';
import { roadInFull, ROAD_WORDS } from './thoroughfares.ts';

/** What is looked for in a text. */
export interface Sought {
  readonly rows: readonly { readonly row: readonly string[]; readonly kind: RedactionKind; readonly who: string }[];
  readonly single: readonly { readonly reads: (folding: string) => boolean; readonly inSmall: boolean; readonly kind: RedactionKind; readonly who: string }[];
  readonly squeezed: readonly { readonly letters: string; readonly kind: RedactionKind; readonly who: string }[];
  readonly numbers: readonly { readonly digits: string; readonly who: string }[];
}

/** One word by which somebody or some place is told, whether it tells them in small letters too. */
interface SingleName {
  readonly name: string;
  readonly reads: (folding: string) => boolean;
  readonly inSmall: boolean;
}

/** With these the line of an address begins, and they tell nothing. */
const NO_HEADS = new Set(['the', 'flat', 'unit', 'old', 'high', 'new', 'north', 'south', 'east', 'west', 'upper', 'lower', 'saint', 'premier']);
/** A name clipped to fewer letters is any name. */
const SHORTEST_CLIPPED = 4;
/** What is hung on a clipped name. */
const PET_ENDINGS = /(?:ie|ers|zza|za|y|o|z|s)$/u;
/** A shorter name misspelled is another name. */
const SHORTEST_MISSPELLED = 6;
/** As many words of a long row tell it, and as many words of a text make a mark: a text must not take long to be looked through. */
export const MOST_WORDS = 16;
/** A shorter part of a name in small letters is a word or a slip. */
const SHORTEST_IN_SMALL = 3;
const KINDS_OF_PLACE: ReadonlySet<string> = new Set([...SCHOOL_WORDS, ...VENUE_WORDS, 'home', 'house', 'town', 'shop', 'flat', 'street', 'city', 'pub']);
const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/giu;

/** The network as rows of words, single names, squeezed marks and numbers; what the child and the recipient are called, and where the recipient knows the child to live, stays. */
export function known(network: Network, to: TextFor, loose: boolean): Sought {
  const stays = wordsThatStay(network.child, to);
  const theirs = [...network.child.names, ...network.child.alsoCalled, ...to.names].map((name) => new Set(wordsIn(name)));
  const isOther = (row: readonly string[]): boolean => row.length > 1 && !theirs.some((name) => row.every((word) => name.has(word)));
  const people = network.people.map((person, place) => ({ person, who: `person ${String(place)}` })).filter(({ person }) => loose || person.atWork !== true);
  const places = [...network.places, ...addressesNotKnown(network, to)].map((place) => ({ place, who: place }));
  return {
    rows: [
      ...people.flatMap(({ person, who }) => wholeNames(person).filter(isOther).map((row) => ({ row, kind: 'PERSON' as const, who }))),
      ...places.flatMap(({ place, who }) => linesOf(place).map((row) => ({ row, kind: 'PLACE' as const, who }))),
    ],
    single: [
      ...people.flatMap(({ person, who }) => singleNames(person, loose).map((one) => ({ ...one, kind: 'PERSON' as const, who }))),
      ...places.flatMap(({ place, who }) => (loose ? headsOf(place) : oneWordOf(place)).map((one) => ({ ...one, kind: 'PLACE' as const, who }))),
    ].filter(({ name }) => !stays.has(name)).map(({ reads, inSmall, kind, who }) => ({ reads: (folding) => !stays.has(folding) && reads(folding), inSmall, kind, who })),
    squeezed: [
      ...places.flatMap(({ place, who }) => [...place.matchAll(POSTCODE)].map(([code]) => ({ letters: squeezed(code), kind: 'PLACE' as const, who }))),
      ...network.vehicles.map((vehicle) => ({ letters: squeezed(vehicle), kind: 'VEHICLE' as const, who: vehicle })),
      ...network.handles.map((handle) => ({ letters: squeezed(handle), kind: 'SOCIAL_MEDIA' as const, who: handle })),
    ],
    numbers: network.phones.map((phone) => ({ digits: nationalDigits(phone), who: phone })).filter(({ digits }) => digits !== ''),
  };
}

/** What may be read in the text: the child's own names and the recipient's. */
export function wordsThatStay(child: KnownPerson, to: TextFor): ReadonlySet<string> {
  return new Set([...child.names, ...child.alsoCalled, ...to.names, ...to.addresses].flatMap(wordsIn));
}

function addressesNotKnown({ child }: Network, { addresses }: TextFor): string[] {
  const theirs = new Set(addresses.map(squeezed));
  return child.addresses.filter((address) => !theirs.has(squeezed(address)));
}

function wholeNames({ names, alsoCalled }: KnownPerson): string[][] {
  return [...names, ...alsoCalled].map((name) => wordsIn(name).slice(0, MOST_WORDS));
}

/** The parts of a full name, and what else somebody is called in one word; loosely also its spellings and short forms. */
function singleNames(person: KnownPerson, loose: boolean): SingleName[] {
  const parts = person.names.flatMap(wordsIn).filter((part) => part.length > 1);
  const called = person.alsoCalled.map(wordsIn).filter((row) => row.length === 1).flat();
  return [...new Set([...parts, ...called])].flatMap((name) => {
    const inSmall = (shortest: number): boolean => person.inProse !== true && name.length >= shortest;
    const exact = { name, reads: (folding: string): boolean => folding === name, inSmall: inSmall(SHORTEST_IN_SMALL) };
    return loose ? [exact, { name, reads: isLike(name), inSmall: inSmall(SHORTEST_MISSPELLED) }] : [exact];
  });
}

/** A place that is one word whole; a kind of place in small letters is any. */
function oneWordOf(place: string): SingleName[] {
  const [name, ...more] = wordsIn(place);
  const tells = name !== undefined && more.length === 0 && name.length >= SHORTEST_IN_SMALL && !/\d/u.test(name);
  return tells ? [{ name, reads: (folding) => folding === name, inSmall: !KINDS_OF_PLACE.has(name) }] : [];
}

/** What people call a place for short: the first word of a line, or a town. */
function headsOf(place: string): SingleName[] {
  return place.split(/[,;\n]/u).flatMap((line) => {
    const words = wordsIn(line).filter((word) => /^\p{L}{3,}$/u.test(word) && !NO_HEADS.has(word));
    return words.slice(0, 1).map((name) => ({ name, reads: (folding: string): boolean => folding === name, inSmall: wordsIn(line).length === 1 }));
  });
}

function isLike(name: string): (folding: string) => boolean {
  return (folding) =>
    oneSpelling(folding) === oneSpelling(name) ||
    formalNamesOf(folding).some((formal) => oneSpelling(formal) === oneSpelling(name)) ||
    formalNamesOf(name).includes(folding) ||
    isClipped(folding, name) ||
    isMisspelled(folding, name);
}

/** One letter more, less or other, or two that changed places. */
function isMisspelled(folding: string, name: string): boolean {
  // Stryker disable next-line ConditionalExpression: a word shorter by two is no misspelling in any case, it only need not be compared.
  const mayBe = folding.length >= name.length - 1;
  return mayBe && name.length >= SHORTEST_MISSPELLED && editDistance(folding, name) === 1;
}

/** "Chlo" of Chloe, "Finchy" of Finch. */
function isClipped(folding: string, name: string): boolean {
  const stem = folding.length > SHORTEST_CLIPPED ? folding.replace(PET_ENDINGS, '') : folding;
  return stem.length >= SHORTEST_CLIPPED && name.startsWith(stem);
}

/** The whole of a place, each line of more than one word, and a line's road without its house. */
function linesOf(place: string): string[][] {
  const lines = [place, ...place.split(/[,;\n]/u)].map((line) => wordsIn(line).map(roadInFull).filter((word, at) => at > 0 || word !== 'the')).filter(isRow);
  const roads = lines.filter(([house, ...road]) => /\d/u.test(house) && ROAD_WORDS.some((word) => word === road.at(-1))).map(([, ...road]) => road);
  return [...lines, ...roads.filter(isRow)].map((row) => row.slice(0, MOST_WORDS));
}

function isRow(words: string[]): words is [string, string, ...string[]] {
  return words.length > 1;
}

function wordsIn(text: string): string[] {
  return placedReadings(text)[0].map(({ foldings }) => foldings[0]).filter((word) => word !== '');
}
