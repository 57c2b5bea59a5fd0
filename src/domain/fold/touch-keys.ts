import type { Observation } from '../observation/observation.ts';
import { identifiersOf } from './crowded-identifiers.ts';
import type { FoldContext } from './fold-context.ts';
import { ownNameTold } from './names-told.ts';
import { identitiesTold, personIdentity, type IdentityContext } from './person-identity.ts';
import { keptRecords } from './kept-record.ts';
import { refKey, standingObservations } from './standing.ts';

/** A key under which two person records may affect each other's picture: they may when they share kind and value. */
export interface TouchKey {
  readonly kind: 'nhs' | 'upn' | 'number' | 'record' | 'name';
  readonly value: string;
  /** Of a number that should be one child's: who it is said to be, so that a number of many children joins nothing. */
  readonly holder: string;
}

/**
 * The keys of one person record, from everything ever said under it (person, episodes and placements alike): whatever
 * shares none of them, directly or through others, folds apart.
 */
export function touchKeys(saidUnderOne: readonly Observation[], context: IdentityContext & Pick<FoldContext, 'recordId'>): TouchKey[] {
  const { person } = keptRecords(standingObservations(saidUnderOne), refKey);
  const keys = [...numbersEver(saidUnderOne, context), ...person.flatMap((record) => identityKeys(personIdentity(record, context))), ...recordKeys(saidUnderOne), ...nameKeys(saidUnderOne, context)];
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

function identityKeys(identity: ReturnType<typeof personIdentity>): TouchKey[] {
  const { ownNumber, quotedNumber } = identity;
  return [
    ...identifiersOf(identity),
    ...keyOf('number', ownNumber),
    ...keyOf('number', quotedNumber),
  ];
}

/** Numbers since corrected or taken back count too, though of nobody: whoever tried one child after another with a number did so in all of them. */
function numbersEver(said: readonly Observation[], context: IdentityContext): TouchKey[] {
  return identitiesTold(said, context).flatMap((identity) => [...identifiersOf(identity).map(({ kind, value }): TouchKey => ({ kind, value, holder: '' })), ...keyOf('number', identity.quotedNumber)]);
}

/** A source may file one of its records under two of its person keys, and take it back under either: even what is taken back counts. */
function recordKeys(said: readonly Observation[]): TouchKey[] {
  return said.filter(({ record }) => record.kind !== 'person').flatMap(({ record }) => keyOf('record', refKey(record)));
}

/** The hub's own name of the record, which a partner may know the child by; and what may be such a name of another. */
function nameKeys(said: readonly Observation[], { recordId }: Pick<FoldContext, 'recordId'>): TouchKey[] {
  const subjects = new Map(said.map(({ subject }) => [refKey(subject), subject]));
  return [...subjects.values()].flatMap((subject) => [...keyOf('name', recordId(subject)), ...keyOf('name', ownNameTold(subject))]);
}

function keyOf(kind: TouchKey['kind'], value: string | null): TouchKey[] {
  return value === null ? [] : [{ kind, value, holder: '' }];
}
