import type { Family } from './attributes.ts';
import type { FactName } from './facts.ts';

/** Stands for the viewer's own agency, so that one list of rules serves everybody in a role. */
export const OWN_AGENCY = Symbol('own agency');
/** Stands for the viewer in one capacity: a person as `<as>:<person@agency>`, an agency as `<as>:<agency>`. */
export interface OwnAs {
  readonly own: 'person' | 'agency';
  readonly as: string;
}
/** The viewer without any capacity: `<person@agency>`. */
export const OWN_PERSON: OwnAs = { own: 'person', as: '' };
export type RuleValue = string | typeof OWN_AGENCY | OwnAs;
export type RuleCondition = RuleValue | { readonly $in: readonly RuleValue[] };

/** One CASL rule: whoever meets every condition may read these attributes of the row. On a fact with several holders a value means "among them". */
export interface ReadRule {
  readonly action: 'read';
  readonly subject: Family;
  readonly fields: readonly string[];
  readonly conditions: Readonly<Partial<Record<FactName, RuleCondition>>>;
}

/** A rule of the house, which says in one sentence why somebody who meets it may read. */
export interface HouseRule extends ReadRule {
  readonly because: string;
}

/** The values a condition accepts. */
export function acceptedValues(condition: RuleCondition): readonly RuleValue[] {
  return typeof condition === 'object' && '$in' in condition ? condition.$in : [condition];
}

/** The viewer, as one of the people named round the child. */
export function personAs(as: string): OwnAs {
  return { own: 'person', as };
}

/** The viewer's agency, as one to which something is open. */
export function agencyAs(as: string): OwnAs {
  return { own: 'agency', as };
}

/** What a value means for one viewer; `personAtAgency` as `person@agency`. */
export function valueFor(value: RuleValue, viewer: { readonly agency: string; readonly personAtAgency: string }): string {
  if (typeof value === 'string') {
    return value;
  }
  if (value === OWN_AGENCY) {
    return viewer.agency;
  }
  return `${prefixOf(value)}${value.own === 'person' ? viewer.personAtAgency : viewer.agency}`;
}

/** What stands before the viewer's name in a capacity: `WORKER:`, and nothing where none is asked. */
export function prefixOf({ as }: OwnAs): string {
  return as === '' ? '' : `${as}:`;
}
