import type { DecidedPair } from '../decision/decided-pairs.ts';
import { isDisjoint } from '../interval/compare-intervals.ts';
import { identifierName, identifiersOf, MOST_HOLDERS, type Identifier } from './crowded-identifiers.ts';
import { nameTold, ownNameTold } from './names-told.ts';
import { standInKey } from '../observation/stand-in-key.ts';
import { groupBy } from './group-by.ts';
import { joinDecided, keptApart, type Answering } from './join-decided.ts';
import { joinHeaviestFirst, type Edge } from './join-heaviest-first.ts';
import type { KeptRecord } from './kept-record.ts';
import type { PersonIdentity } from './person-identity.ts';
import type { Flag } from './picture.ts';
import { compareText } from './standing.ts';

/** Person records that are one child, and what a person should look at. */
export interface MatchedPersons {
  readonly groups: readonly PersonIdentity[][];
  readonly flags: readonly Flag[];
}

type Pair = Edge<PersonIdentity>;

/** The same terms, with the pairs that a told name may tie. */
type TiedBy = Omit<MatchTerms, 'told'> & { readonly named: readonly Pair[] };

/** What stands beside the records: numbers that tie nothing, the names under which other agencies were told of children, what coordinators decided, and who answers for some records. */
export interface MatchTerms {
  readonly crowded: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  readonly decided: readonly DecidedPair[];
  readonly answering: (group: readonly PersonIdentity[]) => Answering;
}

const DISPUTED = 'An exact identifier is shared by records that agree neither on the date of birth nor on the surname.';
const NAMED_OTHERWISE = 'A partner goes by the name that this hub gave it for a child, of one whose details differ.';
const TOLD_OF_TOO_MANY = 'An exact identifier is shared, and one agency has told it of too many dates of birth or surnames.';
const FILED_TWICE = 'One report was filed under two person records whose details differ.';
const HELD_APART = 'An exact identifier ties records that are held apart by another.';

/**
 * Which person records are the same child: by checked NHS number, then UPN, then the name that this hub told the record's
 * own agency of the child under (`told`), where that agency answers for the child already, then the responsible authority's own child number with the same date of birth, then
 * because one report names both. A shared number alone joins nothing, nor does a name: date of
 * birth or surname must agree, or whoever learns a child's number could file it and be shown the child. Neither does a
 * number that many different children share (`crowded`), nor one that would put two different numbers of a kind on one child.
 * All of these go to a person, and what people decided goes before all of it.
 */
export function matchPersons(persons: readonly PersonIdentity[], filed: readonly KeptRecord[], terms: MatchTerms): MatchedPersons {
  const named = namedAsTold(persons, terms.told);
  const unnamed = matchedBy(persons, filed, { ...terms, named: [] });
  const groupOf = ({ record }: PersonIdentity): readonly PersonIdentity[] => unnamed.groups.find((group) => group.some((one) => one.record.id === record.id)) ?? [];
  const answered = named.filter(({ first, second }) => terms.answering(groupOf(first)).responsible.includes(second.record.ref.agency));
  return answered.length === 0 ? unnamed : matchedBy(persons, filed, { ...terms, named: answered });
}

function matchedBy(persons: readonly PersonIdentity[], filed: readonly KeptRecord[], terms: TiedBy): MatchedPersons {
  const separated = keptApart(terms.decided);
  const { tying, disputed, misnamed, guessed, differing } = tiesOf(persons, filed, terms);
  const apart = new Set([...separated, ...[...disputed, ...misnamed].flatMap(({ first, second }) => [pairKey(first, second), pairKey(second, first)])]);
  const edges = tying.filter(({ first, second }) => !separated.has(pairKey(first, second)));
  const { groups, refused } = joinHeaviestFirst(persons, edges, (one, other) => !apart.has(pairKey(one, other)) && !areTwo(one, other));
  const joined = joinedAsDecided(groups, terms);
  const isDecided = ({ first, second }: Pair): boolean =>
    separated.has(pairKey(first, second)) || (together(joined, first, second) && !together(groups, first, second));
  const open = (pairs: readonly Pair[]): Pair[] => pairs.filter((pair) => !isDecided(pair));
  return {
    groups: joined,
    flags: [
      ...flagsOf(open(disputed), DISPUTED),
      ...flagsOf(open(misnamed), NAMED_OTHERWISE),
      ...flagsOf(open(guessed), TOLD_OF_TOO_MANY),
      ...flagsOf(open(differing), FILED_TWICE),
      ...flagsOf(open(refused), HELD_APART),
      ...persons.flatMap(failedCheckFlags),
      ...persons.flatMap((person) => crowdedFlags(person, terms.crowded)),
    ],
  };
}

function together(groups: readonly PersonIdentity[][], first: PersonIdentity, second: PersonIdentity): boolean {
  return groups.some((group) => group.includes(first) && group.includes(second));
}

/** Nobody has to answer for anything where nothing was decided. */
function joinedAsDecided(groups: PersonIdentity[][], { decided, answering }: TiedBy): PersonIdentity[][] {
  const joining = decided.some(({ joinedBy }) => joinedBy.length > 0);
  return joining ? joinDecided(groups.map((members) => ({ members, ...answering(members) })), decided) : groups;
}

/** Pairs that are one child by what sources say, heaviest first; pairs in dispute, by a number or by a name that was told; pairs by a number that one agency told of too many; and pairs under whom one report was filed but who differ. */
function tiesOf(persons: readonly PersonIdentity[], filed: readonly KeptRecord[], { crowded, named: byName }: TiedBy): Readonly<Record<'tying' | 'disputed' | 'misnamed' | 'guessed' | 'differing', Pair[]>> {
  const exact = (['nhs', 'upn'] as const).flatMap((kind) => sorted(sharing(persons, kind, crowded)));
  const named = sorted(byName);
  const { alike, differing } = inReports(persons, filed);
  return {
    tying: [...exact.filter(ties), ...named.filter(ties), ...sorted(quoting(persons)), ...alike],
    disputed: sorted(exact.filter((pair) => !agree(pair))),
    misnamed: named.filter((pair) => !agree(pair)),
    guessed: sorted([...exact, ...named].filter((pair) => agree(pair) && !ties(pair))),
    differing,
  };
}

/** Pairs by one report, those that are alike and those that differ. */
function inReports(persons: readonly PersonIdentity[], filed: readonly KeptRecord[]): Readonly<Record<'alike' | 'differing', Pair[]>> {
  const reports = filedUnder(persons, filed);
  const underTwo = sorted(reports.flatMap(({ named }) => pairs(named)));
  // Messages that name nobody are of whoever their report was last filed under, however they spell the name.
  const unnamed = sorted(reports.flatMap(({ named, standIns }) => named.slice(-1).flatMap((first) => standIns.map((second) => ({ first, second })))));
  const differing = [...underTwo.filter(differ), ...unnamed.filter(isDisputed)];
  return { alike: [...underTwo, ...unnamed].filter((pair) => !differing.includes(pair)), differing };
}

/**
 * An agency goes by the name that this hub told that very agency of the child under: it says that it means that child. Of any
 * but the authority responsible that ties nothing: to have been told of a child is no claim to it.
 */
function namedAsTold(persons: readonly PersonIdentity[], told: ReadonlySet<string>): Pair[] {
  const byId = new Map(persons.map((person) => [person.record.id, person]));
  return persons.flatMap((second) => {
    const name = ownNameTold(second.record.ref);
    const first = name !== null && told.has(nameTold(second.record.ref.agency, name)) ? byId.get(name) : undefined;
    return first === undefined ? [] : [{ first, second }];
  });
}

function sharing(persons: readonly PersonIdentity[], kind: Identifier['kind'], crowded: ReadonlySet<string>): Pair[] {
  const held = persons.flatMap((person) => identifiersOf(person).map((stated) => ({ person, kind: stated.kind, name: identifierName(stated) })));
  const joining = held.filter((each) => each.kind === kind && !crowded.has(each.name));
  return [...groupBy(joining, ({ name }) => name).values()].flatMap((holders) => pairs(holders.map(({ person }) => person)));
}

function pairs(persons: readonly PersonIdentity[]): Pair[] {
  return persons.flatMap((first, place) => persons.slice(place + 1).map((second) => ({ first, second })));
}

/** Another agency quotes the authority's number for the child, and both give the same day of birth. */
function quoting(persons: readonly PersonIdentity[]): Pair[] {
  const owners = groupBy(persons, ({ ownNumber }) => ownNumber);
  return persons.flatMap((first) =>
    (owners.get(first.quotedNumber ?? '') ?? [])
      .filter((second) => second.record.ref.agency !== first.record.ref.agency && sameDayOfBirth(first, second))
      .filter((second) => !isDoubted({ first, second }) || sameSurname({ first, second }))
      .map((second) => ({ first, second })),
  );
}

/** The person records that each report was filed under, those named by a key apart from the one that only stands in. */
function filedUnder(persons: readonly PersonIdentity[], filed: readonly KeptRecord[]): { named: PersonIdentity[]; standIns: PersonIdentity[] }[] {
  const byId = new Map(persons.map((person) => [person.record.id, person]));
  return filed.map(({ ref, subjects }) => {
    const under = subjects.map((id) => byId.get(id)).filter((person) => person !== undefined);
    const standsIn = ({ record }: PersonIdentity): boolean => record.ref.key === standInKey(ref.key);
    return { named: under.filter((person) => !standsIn(person)), standIns: under.filter(standsIn) };
  });
}

function sameDayOfBirth(first: PersonIdentity, second: PersonIdentity): boolean {
  return first.birth?.precision === 'DATE' && second.birth?.precision === 'DATE' && first.birth.from === second.birth.from;
}

/** Does a shared number make one child of two records? Where its agency told it of too many, both details must agree. */
function ties(pair: Pair): boolean {
  return isDoubted(pair) ? sameBirth(pair) && sameSurname(pair) : agree(pair);
}

function isDoubted({ first, second }: Pair): boolean {
  return first.doubted || second.doubted;
}

/** Is at least one of date of birth and surname known of both, and the same? */
export function agree(pair: Pair): boolean {
  return sameBirth(pair) || sameSurname(pair);
}

function sameBirth({ first, second }: Pair): boolean {
  return first.birth !== null && second.birth !== null && !isDisjoint(first.birth, second.birth);
}

function sameSurname({ first, second }: Pair): boolean {
  return first.familyName !== null && first.familyName === second.familyName;
}

/**
 * Do their checked numbers say that they are two children? NHS numbers where both have one; else UPNs. Records that carry one
 * number of each, as where siblings were mixed up in a system, would otherwise make one child of two.
 */
function areTwo(one: PersonIdentity, other: PersonIdentity): boolean {
  const kind = one.nhsNumber !== null && other.nhsNumber !== null ? 'nhsNumber' : 'upn';
  return differs(one[kind], other[kind]);
}

function isDisputed({ first, second }: Pair): boolean {
  return birthDiffers(first, second) && differs(first.familyName, second.familyName);
}

/** Stricter than for a shared number: siblings filed under one report must not become one child. */
function differ({ first, second }: Pair): boolean {
  return (
    birthDiffers(first, second) ||
    differs(first.familyName, second.familyName) ||
    differs(first.givenName, second.givenName)
  );
}

function birthDiffers(first: PersonIdentity, second: PersonIdentity): boolean {
  return first.birth !== null && second.birth !== null && isDisjoint(first.birth, second.birth);
}

function differs(first: string | null, second: string | null): boolean {
  return first !== null && second !== null && first !== second;
}

function sorted(edges: readonly Pair[]): Pair[] {
  const oriented = edges.map(({ first, second }) => (first.record.id < second.record.id ? { first, second } : { first: second, second: first }));
  const once = [...new Map(oriented.map((pair) => [pairKey(pair.first, pair.second), pair])).values()];
  return once.sort((one, other) => compareText(pairKey(one.first, one.second), pairKey(other.first, other.second)));
}

function pairKey(first: PersonIdentity, second: PersonIdentity): string {
  return `${first.record.id} ${second.record.id}`;
}

function flagsOf(edges: readonly Pair[], reason: string): Flag[] {
  return edges.map(({ first, second }) => ({ code: 'IDENTIFIER_DISPUTED', records: [first.record.id, second.record.id], reason }));
}

function failedCheckFlags({ record, failedChecks }: PersonIdentity): Flag[] {
  return failedChecks.map((number) => ({
    code: 'IDENTIFIER_CHECK_FAILED',
    records: [record.id],
    reason: `The ${number} fails its check and matches nothing.`,
  }));
}

function crowdedFlags(person: PersonIdentity, crowded: ReadonlySet<string>): Flag[] {
  const names = { nhs: 'NHS number', upn: 'UPN' } as const;
  return identifiersOf(person)
    .filter((identifier) => crowded.has(identifierName(identifier)))
    .map(({ kind }) => ({
      code: 'IDENTIFIER_DISPUTED',
      records: [person.record.id],
      reason: `The ${names[kind]} is shared by records of more than ${String(MOST_HOLDERS)} different children and matches nothing.`,
    }));
}
