import { groupBy } from './group-by.ts';
import type { PersonIdentity } from './person-identity.ts';

/** An identifier that more different children than this are said to have identifies none of them. */
export const MOST_HOLDERS = 20;

/** One number that should be one child's. */
export interface Identifier {
  readonly kind: 'nhs' | 'upn';
  readonly value: string;
}

/** An identifier as one record states it, with who that record says the child is. */
export interface HeldIdentifier extends Identifier {
  /** Empty where it is nobody's: told by intelligence, or since taken back. */
  readonly holder: string;
}

/** Is this key one of the numbers that should be one child's? */
export function isIdentifier<T extends { readonly kind: string }>(key: T): key is T & { readonly kind: Identifier['kind'] } {
  return key.kind === 'nhs' || key.kind === 'upn';
}

/** One text per identifier, for sets. */
export function identifierName({ kind, value }: Identifier): string {
  return `${kind} ${value}`;
}

/** The checked numbers that a person record states. */
export function identifiersOf({ nhsNumber, upn, holder }: PersonIdentity): HeldIdentifier[] {
  const stated = [{ kind: 'nhs', value: nhsNumber }, { kind: 'upn', value: upn }] as const;
  return stated.flatMap(({ kind, value }) => (value === null ? [] : [{ kind, value, holder }]));
}

/**
 * Identifiers that the records of more than twenty different children share, such as a number typed in where none is
 * known; a child whom one force reports often under new person records is still one.
 */
export function crowdedIdentifiers(held: readonly HeldIdentifier[]): Set<string> {
  const byName = groupBy(held.filter(({ holder }) => holder !== ''), identifierName);
  return new Set([...byName].filter(([, all]) => new Set(all.map(({ holder }) => holder)).size > MOST_HOLDERS).map(([name]) => name));
}
