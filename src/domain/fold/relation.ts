/** An agency's standing towards a child, in epoch milliseconds, `[from, until)`; null is open. */
export interface Relation {
  readonly agency: string;
  readonly from: number | null;
  readonly until: number | null;
}

/** Why each agency has to do with the child; the facts every permission rests on. */
export interface Relations {
  /** Whose child it is. Several only while authorities' own systems both claim the child (flagged). */
  readonly responsible: readonly Relation[];
  readonly hosts: readonly Relation[];
  /** Forces that reported, or cover the placement. */
  readonly forces: readonly Relation[];
  readonly providers: readonly Relation[];
  /** While nobody knows whose child it is: every authority in the reporting forces' areas. */
  readonly candidates: readonly Relation[];
  /** Agencies of the responsible or host authority's daily briefing: health, education, youth justice, voluntary. */
  readonly partners: readonly Relation[];
  /** Agencies to which an item of intelligence on the child is open through their force or their exploitation group. */
  readonly intelligenceAgencies: readonly Relation[];
  /** People by what they are to the child: `agency` holds `<AS>:<person@agency>`, such as `WORKER:ann@northmere`. */
  readonly named: readonly Relation[];
}

/** What a person can be to a child, an interview or an item, as the first part of an entry of `named`. */
export type NamedAs =
  | 'WORKER'
  /** A return worker whom another authority than the child's assigned from its own service. */
  | 'GUEST_WORKER'
  | 'SOCIAL_WORKER'
  | 'DECISION_MAKER'
  | 'IRO'
  | 'CP_COORDINATOR'
  | 'CARER'
  | 'PARENT'
  | 'EMERGENCY'
  /** Named in a restriction as one who may see. */
  | 'ADMITTED'
  /** Who held the interview, until its episodes are finalised. */
  | 'AUTHOR';

/**
 * What a restriction leaves: `keeps` are the agencies whose missing team or EDT keep the narrow view while an episode is open;
 * of one at which somebody is excluded the people who look for the child besides, as `person@agency`.
 */
export interface Restriction {
  readonly restricted: boolean;
  /** Nobody is named yet who may see: until then the responsible authority's team managers do. */
  readonly awaitsNaming: boolean;
  readonly keeps: readonly string[];
}

/** How closed a thing is, and who is named round it. */
export interface Closed {
  readonly restriction: Restriction;
  readonly named: readonly Relation[];
}
