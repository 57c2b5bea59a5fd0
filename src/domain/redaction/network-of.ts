import { compareText } from '../fold/standing.ts';
import type { EntityKind } from '../intelligence/intelligence-words.ts';
import type { LocatingAnswers } from '../interview/interview-form.ts';
import type { PersonPayload, PlacementPayload, ProfilePayload, ReportPayload } from '../observation/observation.ts';
import { calledAtWork, calledByName, calledIn, calledInProse, calledInReport } from './called-in.ts';
import { findPatterns } from './find-patterns.ts';
import type { KnownPerson, Network } from './network.ts';
import { findNumbers } from './number-runs.ts';
import { wordsOf } from './written-text.ts';

type Named = readonly { readonly name: string }[] | null;

/** What is known around one child and may tell who or where somebody is, as far as whoever asks may know it. */
export interface AroundChild {
  /** The child as each record of it says; every spelling is the child's. */
  readonly persons: readonly Pick<PersonPayload, 'givenName' | 'familyName' | 'homeAddress' | 'familyAddress' | 'otherAddress' | 'telephone'>[];
  readonly homes: readonly HomeOfChild[];
  readonly profiles: readonly Partial<Pick<ProfilePayload, 'friends' | 'places' | 'phone' | 'socialMedia'>>[];
  /** With whom the child was last seen, in the words of police and homes. */
  readonly reports: readonly Pick<ReportPayload, 'lastSeenWith'>[];
  readonly interviews: readonly InterviewNaming[];
  readonly items: readonly { readonly namedPeople: Named; readonly entities: readonly { readonly kind: EntityKind; readonly value: string }[] }[];
  /** Children missing together with the child, as each record of them says, and what the child's parents and carers, and those of whom something was alleged, are called. */
  readonly together: readonly MissingTogether[];
  readonly related: readonly string[];
  /** What those are called who work with the child. */
  readonly professionals: readonly string[];
}

/** What a child is called who went missing together with another. */
export type MissingTogether = Pick<PersonPayload, 'givenName' | 'familyName'>;

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
/** Fewer digits are a time, a house or an age. */
const SHORTEST_PHONE = 5;
/** Where an account is, and not what it is called. */
const PLATFORMS = new Set('snapchat snap instagram insta tiktok facebook fb whatsapp discord telegram youtube twitter signal messenger xbox playstation roblox account accounts on none unknown nil'.split(' '));

/** The hub's network round a child: who and where is told by a text in which one of these stands. */
export function networkOf({ persons, homes, profiles, reports, interviews, items, together, related, professionals }: AroundChild): Network {
  const ofKind = (kind: EntityKind): string[] => items.flatMap(({ entities }) => entities).filter((entity) => entity.kind === kind).map(({ value }) => value);
  const told = (question: keyof LocatingAnswers): string[] => interviews.flatMap((interview) => interview[question] ?? []);
  const profiled = (field: 'friends' | 'places' | 'phone' | 'socialMedia'): string[] => profiles.flatMap((profile) => profile[field] ?? []);
  const named = [...interviews, ...items].flatMap(({ namedPeople }) => namedPeople ?? []).map(({ name }) => name);
  return {
    child: childOf(persons, homes),
    people: distinct([...[...named, ...told('peopleWith')].flatMap(calledIn), ...profiled('friends').flatMap(calledInProse), ...reports.flatMap(({ lastSeenWith }) => lastSeenWith ?? []).flatMap(calledInReport), ...[...together.map(fullName), ...related].map(calledByName), ...professionals.map(calledAtWork)]),
    places: once([...told('placesStayed'), ...ofKind('PLACE'), ...profiled('places').flatMap((said) => said.split(/[;\n]/u))]),
    phones: once([...told('phones'), ...ofKind('PHONE'), ...profiled('phone'), ...persons.map(({ telephone }) => telephone)].flatMap(parts).flatMap(phonesIn)),
    vehicles: once([...told('vehicles'), ...ofKind('VEHICLE')].flatMap(parts)),
    handles: once([...told('handles'), ...ofKind('SOCIAL_MEDIA'), ...profiled('socialMedia')].flatMap(handlesIn)),
  };
}

function childOf(persons: AroundChild['persons'], homes: AroundChild['homes']): Network['child'] {
  const addresses = [...persons.flatMap(({ homeAddress, familyAddress, otherAddress }) => [homeAddress, familyAddress, otherAddress]), ...homes.flatMap(({ homeName, placementPostcode, homePostcode }) => [homeName, placementPostcode, homePostcode])];
  return {
    names: once(persons.map(fullName)),
    alsoCalled: [],
    addresses: once(addresses),
  };
}

function fullName({ givenName, familyName }: MissingTogether): string {
  return [givenName, familyName].join(' ');
}

function parts(said: string | null | undefined): string[] {
  return said?.split(BETWEEN) ?? [];
}

/** Numbers long enough to reach somebody by: not "none", nor a house or an age. */
function phonesIn(part: string): string[] {
  return findNumbers(part).filter(({ digits }) => digits.length >= SHORTEST_PHONE).map(({ from, until }) => part.slice(from, until));
}

/** What is written like an account, and in a part of one word that word. */
function handlesIn(said: string): string[] {
  return parts(said).flatMap((part) => {
    const written = findPatterns(part).filter(({ kind }) => kind === 'SOCIAL_MEDIA').map(({ from, until }) => part.slice(from, until));
    const [word, ...more] = wordsOf(part).filter((one) => !PLATFORMS.has(one.toLowerCase()));
    return written.length > 0 || word === undefined || more.length > 0 ? written : [word];
  });
}

function once(said: readonly (string | null | undefined)[]): string[] {
  return [...new Set(said.flatMap((one) => one?.trim() ?? []))].filter((one) => one !== '').sort();
}

/** The same person is named in several places. */
function distinct(people: readonly KnownPerson[]): KnownPerson[] {
  const byWords = new Map(people.map((person): [string, KnownPerson] => [JSON.stringify(person), person]));
  return [...byWords.entries()].sort(([one], [other]) => compareText(one, other)).map(([, person]) => person);
}
