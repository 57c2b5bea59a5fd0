import type { Relation, Relations } from '../domain/fold/picture.ts';
import type { Family } from './attributes.ts';

/** How a fact is held: by agencies for a time, by several agencies at once, or as one word. */
export type FactKind = 'relation' | 'set' | 'word';

const ABOUT_A_CHILD = {
  responsible: 'relation',
  hosts: 'relation',
  forces: 'relation',
  providers: 'relation',
  candidates: 'set',
  missingNow: 'word',
} as const satisfies Record<string, FactKind>;
const ABOUT_QUARANTINE = { shownTo: 'set' } as const satisfies Record<string, FactKind>;
const ABOUT_A_SOURCE = { agency: 'word', feeds: 'word' } as const satisfies Record<string, FactKind>;
const ABOUT_A_DISCLOSURE = { controllers: 'set' } as const satisfies Record<string, FactKind>;

export type FactName =
  | keyof typeof ABOUT_A_CHILD
  | keyof typeof ABOUT_QUARANTINE
  | keyof typeof ABOUT_A_SOURCE
  | keyof typeof ABOUT_A_DISCLOSURE;

/** The facts a rule on each family may rest on; each is always present and never null. */
export const FACTS: Readonly<Record<Family, Readonly<Partial<Record<FactName, FactKind>>>>> = {
  Child: ABOUT_A_CHILD,
  Placement: ABOUT_A_CHILD,
  Episode: ABOUT_A_CHILD,
  QuarantineEntry: ABOUT_QUARANTINE,
  Source: ABOUT_A_SOURCE,
  DisclosureRecord: ABOUT_A_DISCLOSURE,
};

/** What is true of a child's row at one instant. */
export interface ChildFacts {
  readonly responsible: readonly string[];
  readonly hosts: readonly string[];
  readonly forces: readonly string[];
  readonly providers: readonly string[];
  readonly candidates: readonly string[];
  readonly missingNow: 'YES' | 'NO';
}

/** The agencies that stand in a relation at one instant: from its first moment, until just before its last. */
export function holdersAt(relation: readonly Relation[], now: number): readonly string[] {
  return relation.filter(({ from, until }) => (from ?? -Infinity) <= now && now < (until ?? Infinity)).map(({ agency }) => agency);
}

/** The facts of a child's row at one instant; candidates stay until the authority is known, whatever the hour. */
export function factsAt(relations: Relations, missingNow: 'YES' | 'NO', now: number): ChildFacts {
  return {
    responsible: holdersAt(relations.responsible, now),
    hosts: holdersAt(relations.hosts, now),
    forces: holdersAt(relations.forces, now),
    providers: holdersAt(relations.providers, now),
    candidates: relations.candidates.map(({ agency }) => agency),
    missingNow,
  };
}
