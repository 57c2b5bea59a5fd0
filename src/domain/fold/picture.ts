import type { Interval } from '../interval/interval.ts';
import type {
  AbsenceKind,
  PersonPayload,
  PlacementPayload,
  ReportPayload,
  Risk,
  SafeAndWellPayload,
} from '../observation/observation.ts';

/** Where one value came from. */
export interface FieldSource {
  readonly agency: string;
  readonly system: string;
  /** Record id (UUID) and the source's own key of the record that said it. */
  readonly record: string;
  readonly recordKey: string;
  /** The source's own order (time or revision) of the observation that said it. */
  readonly order: string;
  readonly observation: string;
}

/** One field of the picture: the value that stands, who says so, and who disagrees beyond tolerance. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: FieldSource;
  readonly disagreeing: readonly { readonly value: T; readonly source: FieldSource }[];
}

export type SourcedFields<P> = { readonly [F in keyof P]?: Sourced<NonNullable<P[F]>> };

/** Something a person should look at; the code is public, the words name no child. */
export interface Flag {
  readonly code:
    | 'OVERLAPPING_RECORDS'
    | 'IDENTIFIER_CHECK_FAILED'
    | 'IDENTIFIER_DISPUTED'
    | 'RESPONSIBLE_DISPUTED'
    | 'TIMES_OUT_OF_ORDER'
    | 'CONFLICTING_VALUES';
  readonly records: readonly string[];
  readonly reason: string;
}

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
}

export interface PlacementPicture {
  /** Record id of the placement record. */
  readonly id: string;
  readonly record: FieldSource;
  readonly stated: PlacementPayload;
  /** From the directory, by URN; null when the URN is absent or unknown. */
  readonly provider: string | null;
  readonly homeName: string | null;
  readonly hostAuthority: string | null;
}

export interface Change<T> {
  readonly value: T;
  readonly word: string | null;
  readonly at: Interval | null;
  readonly source: FieldSource;
}

/** One missing episode, however many systems report it. */
export interface EpisodePicture {
  /** Smallest record id of its episode records. */
  readonly id: string;
  readonly records: readonly { readonly id: string; readonly source: FieldSource }[];
  readonly report: SourcedFields<ReportPayload>;
  /** MISSING | AWAY while open, LOCATED when traced but not back, RETURNED when back. */
  readonly status: AbsenceKind | 'LOCATED' | 'RETURNED';
  /** What the child was when missed: the earliest status. */
  readonly kind: AbsenceKind;
  readonly statusChanges: readonly Change<AbsenceKind>[];
  /** The latest stated risk; null when no source states one. */
  readonly risk: Change<Risk> | null;
  readonly riskChanges: readonly Change<Risk | null>[];
  readonly locatedAt: Sourced<Interval | null> | null;
  readonly locatedPlace: Sourced<string> | null;
  readonly returnedAt: Sourced<Interval | null> | null;
  readonly returnedTo: Sourced<string> | null;
  readonly returnMethod: Sourced<string> | null;
  readonly safeAndWell: Sourced<SafeAndWellPayload> | null;
  /** Forces that reported this episode. */
  readonly forces: readonly string[];
  /** Provider of the placement the child was missing from, when known. */
  readonly provider: string | null;
  readonly flags: readonly Flag[];
}

/** One child: a group of person records and everything said under them. */
export interface ChildPicture {
  /** Smallest record id of its person records. */
  readonly id: string;
  readonly records: readonly { readonly id: string; readonly source: FieldSource }[];
  readonly person: SourcedFields<PersonPayload>;
  readonly placements: readonly PlacementPicture[];
  /** Latest first. */
  readonly episodes: readonly EpisodePicture[];
  readonly relations: Relations;
  /** Child ids that may be the same child; shown to the coordinator alone. */
  readonly possiblySame: readonly { readonly child: string; readonly why: string }[];
  readonly flags: readonly Flag[];
}

/** What folding needs besides observations: the places and agencies of the directory, and tolerances. */
export interface FoldContext {
  readonly recordId: (ref: { agency: string; system: string; kind: string; key: string }) => string;
  /** Directory agency id of a code (GSS, force code, directory id), or null. */
  readonly agencyOf: (code: string) => string | null;
  readonly kindOf: (agency: string) => 'AUTHORITY' | 'POLICE' | 'PROVIDER' | 'OTHER';
  readonly homeOf: (urn: string) => { name: string; provider: string; authority: string } | null;
  /** Forces whose area holds this authority; authorities in this force's area. */
  readonly forcesOf: (authority: string) => readonly string[];
  readonly authoritiesOf: (force: string) => readonly string[];
  /** Starts of two systems' records of one episode may differ by this many milliseconds. */
  readonly episodeStartTolerance: number;
  /** Times of one fact that differ by less are no conflict, in milliseconds. */
  readonly timeTolerance: number;
}
