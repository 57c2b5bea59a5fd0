import type { Relation, Relations, Restriction } from '../domain/fold/relation.ts';
import type { Stretch } from '../domain/fold/recent-stretches.ts';
import type { Family } from './attributes.ts';

/**
 * How a fact is held: by agencies or people for a time, by several at once, as one word, or as times in which it is YES and
 * else NO.
 */
export type FactKind = 'relation' | 'set' | 'word' | 'period';

const ABOUT_A_CHILD = {
  responsible: 'relation',
  hosts: 'relation',
  forces: 'relation',
  providers: 'relation',
  partners: 'relation',
  intelligenceAgencies: 'relation',
  /** `<as>:<person@agency>`. */
  named: 'relation',
  candidates: 'set',
  missingNow: 'word',
  /** Missing, or back for less than 72 hours. */
  recent: 'period',
  restricted: 'word',
  /** Restricted, and nobody is named yet who may see. */
  awaitsNaming: 'word',
  /** Agencies, or people as `person@agency`, that keep the narrow view of a restricted child while an episode is open. */
  keeps: 'set',
  /** What is open by default and nobody has closed. */
  opens: 'set',
} as const satisfies Record<string, FactKind>;
const ABOUT_AN_INTERVIEW = {
  ...ABOUT_A_CHILD,
  /** The agency whose service held it. */
  heldBy: 'word',
  /** `REDACTED:<agency or person@agency>` and `FULL:<...>`: to whom it is released now. */
  shared: 'relation',
} as const satisfies Record<string, FactKind>;
const ABOUT_INTELLIGENCE = {
  ...ABOUT_A_CHILD,
  origin: 'word',
  handling: 'word',
  recipients: 'set',
  originator: 'word',
  area: 'word',
  /** Agencies with members in the exploitation group of its area. */
  groups: 'relation',
  topic: 'word',
  sanitised: 'word',
  released: 'word',
} as const satisfies Record<string, FactKind>;
/** `tellsNobody`: nobody and no place that the hub knows round the child stands in what a home or a carer would read of it. */
const READ_BY_CARERS = { ...ABOUT_A_CHILD, tellsNobody: 'word' } as const satisfies Record<string, FactKind>;
const ABOUT_A_NOTE = { ...READ_BY_CARERS, recipient: 'word', approved: 'word' } as const satisfies Record<string, FactKind>;
const ABOUT_A_RECORD = { ...ABOUT_A_CHILD, originator: 'word', record: 'word' } as const satisfies Record<string, FactKind>;
/** `originator`: the agency that wrote it down. */
const ABOUT_A_STEP = { ...READ_BY_CARERS, originator: 'word', step: 'word' } as const satisfies Record<string, FactKind>;
/** `addressed`: who is to answer it, `<role>:<agency>` or `person@agency`, from when on and while they have a part in the child; `originator`: the agency that raised it. */
const ABOUT_A_CONCERN = { ...ABOUT_A_CHILD, originator: 'word', addressed: 'relation' } as const satisfies Record<string, FactKind>;
/** `doer`: its owner, while they have a part in the child and are let read it; `ofConcern`: it comes from one. */
const ABOUT_AN_ACTION = { ...READ_BY_CARERS, owner: 'word', doer: 'relation', ofConcern: 'word' } as const satisfies Record<string, FactKind>;
/** Of the children on both sides: whose one of them is or may be, and whoever every restriction names. */
const ABOUT_A_REVIEW = { responsible: 'relation', candidates: 'set', restricted: 'word', named: 'relation' } as const satisfies Record<string, FactKind>;
/** What a home or carer reported itself: the agency, or the carer as `person@agency`. */
const ABOUT_A_REPORT = { ...ABOUT_A_CHILD, originator: 'word' } as const satisfies Record<string, FactKind>;
/** Whom it is for and who has it in view besides, `<role>:<agency>` or `person@agency`; `openTo`: to whom of them it is open, `ALL` where its child is not restricted. */
const ABOUT_A_NOTICE = { to: 'set', watchers: 'set', openTo: 'set' } as const satisfies Record<string, FactKind>;
/** What was sent: `came` once its receiver has it; `recipient` is `<role>:<agency>` or `person@agency`. */
const ABOUT_A_TRANSMISSION = { fromAgency: 'word', toAgency: 'word', recipient: 'word', came: 'word', restricted: 'word', named: 'relation' } as const satisfies Record<string, FactKind>;
const ABOUT_QUARANTINE = { shownTo: 'set', agency: 'word' } as const satisfies Record<string, FactKind>;
const ABOUT_A_SOURCE = { agency: 'word', feeds: 'word' } as const satisfies Record<string, FactKind>;
const ABOUT_A_DISCLOSURE = { controllers: 'set' } as const satisfies Record<string, FactKind>;

export type FactName =
  | keyof typeof ABOUT_A_CHILD
  | keyof typeof ABOUT_AN_INTERVIEW
  | keyof typeof ABOUT_INTELLIGENCE
  | keyof typeof ABOUT_A_NOTE
  | keyof typeof ABOUT_A_STEP
  | keyof typeof ABOUT_A_RECORD
  | keyof typeof ABOUT_A_CONCERN
  | keyof typeof ABOUT_AN_ACTION
  | keyof typeof ABOUT_A_REPORT
  | keyof typeof ABOUT_A_NOTICE
  | keyof typeof ABOUT_A_TRANSMISSION
  | keyof typeof ABOUT_QUARANTINE
  | keyof typeof ABOUT_A_SOURCE
  | keyof typeof ABOUT_A_DISCLOSURE;

/** The facts a rule on each family may rest on; each is always present and never null. */
export const FACTS: Readonly<Record<Family, Readonly<Partial<Record<FactName, FactKind>>>>> = {
  Child: ABOUT_A_CHILD,
  Placement: ABOUT_A_CHILD,
  Episode: ABOUT_A_CHILD,
  Offer: ABOUT_A_CHILD,
  ReturnStep: ABOUT_A_STEP,
  CaseRecord: ABOUT_A_RECORD,
  Concern: ABOUT_A_CONCERN,
  CaseAction: ABOUT_AN_ACTION,
  RiskAssessment: ABOUT_A_CHILD,
  PlacementAgreement: ABOUT_A_CHILD,
  ReturnInterview: ABOUT_AN_INTERVIEW,
  LocatingFacts: ABOUT_AN_INTERVIEW,
  Redaction: ABOUT_AN_INTERVIEW,
  SharingRecord: ABOUT_AN_INTERVIEW,
  IntelligenceItem: ABOUT_INTELLIGENCE,
  SafetyNote: ABOUT_A_NOTE,
  MatchReview: ABOUT_A_REVIEW,
  HomeReport: ABOUT_A_REPORT,
  HomeProfile: ABOUT_A_REPORT,
  BriefingNotice: ABOUT_A_NOTICE,
  Transmission: ABOUT_A_TRANSMISSION,
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
  readonly partners: readonly string[];
  readonly intelligenceAgencies: readonly string[];
  readonly named: readonly string[];
  readonly candidates: readonly string[];
  readonly missingNow: 'YES' | 'NO';
  readonly recent: 'YES' | 'NO';
  readonly restricted: 'YES' | 'NO';
  readonly awaitsNaming: 'YES' | 'NO';
  readonly keeps: readonly string[];
  readonly opens: readonly string[];
}

/** What the facts of a child's row are worked out from. */
export interface FactSources {
  readonly relations: Relations;
  readonly restriction: Restriction;
  readonly opens: readonly string[];
  readonly missingNow: 'YES' | 'NO';
  /** When the child was missing, or back for less than 72 hours. */
  readonly recent: readonly Stretch[];
}

/** The holders of a relation at one instant: from its first moment, until just before its last. */
export function holdersAt(relation: readonly Relation[], now: number): readonly string[] {
  return relation.filter((held) => holdsAt(held, now)).map(({ agency }) => agency);
}

/** Does this stretch hold the instant? */
export function holdsAt({ from, until }: Stretch, now: number): boolean {
  return (from ?? -Infinity) <= now && now < (until ?? Infinity);
}

/** The facts of a child's row at one instant; candidates stay until the authority is known, whatever the hour. */
export function factsAt({ relations, restriction, opens, missingNow, recent }: FactSources, now: number): ChildFacts {
  return {
    responsible: holdersAt(relations.responsible, now),
    hosts: holdersAt(relations.hosts, now),
    forces: holdersAt(relations.forces, now),
    providers: holdersAt(relations.providers, now),
    partners: holdersAt(relations.partners, now),
    intelligenceAgencies: holdersAt(relations.intelligenceAgencies, now),
    named: holdersAt(relations.named, now),
    candidates: relations.candidates.map(({ agency }) => agency),
    missingNow,
    recent: recent.some((stretch) => holdsAt(stretch, now)) ? 'YES' : 'NO',
    restricted: restriction.restricted ? 'YES' : 'NO',
    awaitsNaming: restriction.awaitsNaming ? 'YES' : 'NO',
    keeps: restriction.keeps,
    opens,
  };
}
