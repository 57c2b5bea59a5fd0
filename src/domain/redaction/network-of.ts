import type { EntityKind } from '../intelligence/intelligence-words.ts';
import type { LocatingAnswers } from '../interview/interview-form.ts';
import type { PersonPayload, PlacementPayload, ProfilePayload } from '../observation/observation.ts';
import { calledIn, calledInProse } from './called-in.ts';
import { findPatterns } from './find-patterns.ts';
import type { KnownPerson, Network } from './network.ts';

type Named = readonly { readonly name: string }[] | null;

/** What is known around one child and may tell who or where somebody is, as far as whoever asks may know it. */
export interface AroundChild {
  /** The child as each record of it says; every spelling is the child's. */
  readonly persons: readonly Pick<PersonPayload, 'givenName' | 'familyName' | 'homeAddress' | 'familyAddress' | 'otherAddress' | 'telephone'>[];
  readonly homes: readonly HomeOfChild[];
  readonly profiles: readonly Partial<Pick<ProfilePayload, 'friends' | 'places' | 'phone' | 'socialMedia'>>[];
  readonly interviews: readonly InterviewNaming[];
  readonly items: readonly { readonly namedPeople: Named; readonly entities: readonly { readonly kind: EntityKind; readonly value: string }[] | null }[];
}

/** Where the child is or was placed. */
export interface HomeOfChild extends Partial<Pick<PlacementPayload, 'placementPostcode' | 'homePostcode'>> {
  readonly homeName: string | null;
  readonly provider: string | null;
}

/** Who and where an interview names. */
export interface InterviewNaming extends Partial<{ readonly [Q in keyof LocatingAnswers]: LocatingAnswers[Q] | null }> {
  readonly namedPeople?: Named;
}

/** Several numbers, or several accounts, in one answer. */
const BETWEEN = /[,;/&\n]|\b(?:and|or)\b/iu;
/** Where an account is, and not what it is called. */
const PLATFORMS = new Set('snapchat snap instagram insta tiktok facebook fb whatsapp discord telegram youtube twitter signal messenger xbox playstation roblox account accounts on none unknown nil'.split(' '));

/** The hub's network round a child: who and where is told by a text in which one of these stands. */
export function networkOf({ persons, homes, profiles, interviews, items }: AroundChild): Network {
  const entities = items.flatMap((item) => item.entities ?? []);
  const ofKind = (kind: EntityKind): string[] => entities.filter((entity) => entity.kind === kind).map(({ value }) => value);
  const told = (question: keyof LocatingAnswers): string[] => interviews.flatMap((interview) => interview[question] ?? []);
  const profiled = (field: 'friends' | 'places' | 'phone' | 'socialMedia'): string[] => profiles.flatMap((profile) => profile[field] ?? []);
  const named = [...interviews, ...items].flatMap(({ namedPeople }) => namedPeople ?? []).map(({ name }) => name);
  return {
    child: childOf(persons, homes),
    people: distinct([...[...named, ...told('peopleWith')].flatMap(calledIn), ...profiled('friends').flatMap(calledInProse)]),
    places: once([...told('placesStayed'), ...ofKind('PLACE'), ...profiled('places').flatMap((said) => said.split(/[;\n]/u))]),
    phones: once([...told('phones'), ...ofKind('PHONE'), ...profiled('phone'), ...persons.map(({ telephone }) => telephone)].flatMap(parts)),
    vehicles: once([...told('vehicles'), ...ofKind('VEHICLE')].flatMap(parts)),
    handles: once([...told('handles'), ...ofKind('SOCIAL_MEDIA'), ...profiled('socialMedia')].flatMap(handlesIn)),
  };
}

function childOf(persons: AroundChild['persons'], homes: AroundChild['homes']): Network['child'] {
  const addresses = [...persons.flatMap(({ homeAddress, familyAddress, otherAddress }) => [homeAddress, familyAddress, otherAddress]), ...homes.flatMap(({ homeName, placementPostcode, homePostcode }) => [homeName, placementPostcode, homePostcode])];
  return {
    names: once(persons.map(({ givenName, familyName }) => [givenName, familyName].filter((name) => typeof name === 'string').join(' '))),
    alsoCalled: [],
    addresses: once(addresses),
  };
}

function parts(said: string | null | undefined): string[] {
  return said?.split(BETWEEN) ?? [];
}

/** What is written like an account, and in a part of one word that word. */
function handlesIn(said: string): string[] {
  return parts(said).flatMap((part) => {
    const written = findPatterns(part).filter(({ kind }) => kind === 'SOCIAL_MEDIA').map(({ from, until }) => part.slice(from, until));
    const words = part.split(/[\s:()-]+/u).filter((word) => word !== '' && !PLATFORMS.has(word.toLowerCase()));
    return written.length === 0 && words.length === 1 ? words : written;
  });
}

function once(said: readonly (string | null | undefined)[]): string[] {
  return [...new Set(said.flatMap((one) => one?.trim() ?? []))].filter((one) => one !== '').sort();
}

/** The same person is named in several places. */
function distinct(people: readonly KnownPerson[]): KnownPerson[] {
  const byWords = new Map(people.map((person): [string, KnownPerson] => [JSON.stringify(person), person]));
  return [...byWords.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, person]) => person);
}
