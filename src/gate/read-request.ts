/** What a reader of the gate asks for; the gate knows nothing of GraphQL. */

/** A wanted field: `name` is the attribute, `key` the name it is answered under (an alias). */
export interface WantedField {
  readonly name: string;
  readonly key: string;
  /** For a link to other rows: what is wanted of them, and `first` where the link is a list. */
  readonly sub?: WantedTree;
  readonly first?: number;
  /** For a list of `first` rows that have a beginning: only those that began at this instant or later. */
  readonly since?: number;
  /** Every kind in turn, the latest and the earliest of each: many of one crowd out none of another. `first` bounds it no further. */
  readonly evenly?: true;
  /** For a list of things to do: only those that still stand open. */
  readonly open?: true;
}
/**
 * Concrete type name (`Child`, `Episode`, `FullInterview` ...) to the fields wanted of it. A row of a family with levels is answered
 * by the fields of the one type it is shown as, and says which that is under `__typename`.
 */
export type WantedTree = Readonly<Record<string, readonly WantedField[]>>;

/** One row: the first four by any record id of its group, the others by the one id they have. */
type OneRow<N> = N extends string ? { readonly name: N; readonly id: string } : never;

/** Where a read starts. */
export type ReadRoot =
  | OneRow<'review' | 'child' | 'episode' | 'interview' | 'intelligence' | 'offer' | 'safetyNote' | 'redaction' | 'returnStep' | 'caseRecord' | 'concern' | 'caseAction' | 'transmission'>
  /** What the viewer is to be told first and has not said that they know. */
  | { readonly name: 'notices' }
  | { readonly name: 'alerts' }
  /** The alerts among what the viewer is to be told first: all, or these. */
  | { readonly name: 'ownAlerts'; readonly ids: readonly string[] | null }
  /** Interviews that another agency held of a child whose answer lies with the viewer's, or whose worker they are: since an instant; of all children or these. */
  | { readonly name: 'received'; readonly heldSince: number; readonly ids: readonly string[] | null }
  | {
      readonly name: 'episodes';
      readonly filter: EpisodeFilter;
      readonly latestFirst: boolean;
      readonly first: number;
      /** Signed cursor as the client sent it. */
      readonly after: string | null;
    }
  /** Every open episode, and those returned since `returnedSince`, of one authority (own, host or candidate); where `ids` are named, of these children alone. */
  | { readonly name: 'briefing'; readonly authority: string; readonly returnedSince: number; readonly ids?: readonly string[] }
  /** Returns that are not finalised, or owe something still: those the viewer is assigned to or has something to do about, or those of the children of the viewer's authority and its guests. */
  | { readonly name: 'returns'; readonly of: 'MINE' | 'SERVICE'; readonly first: number; readonly after: string | null }
  /** Those of them that have these ids. */
  | { readonly name: 'theseReturns'; readonly of: 'MINE' | 'SERVICE'; readonly ids: readonly string[] }
  /** Returns of one authority's children between two instants, with whatever of them the viewer may know the course of. */
  | { readonly name: 'returnsBetween'; readonly authority: string; readonly from: number; readonly until: number }
  /** Concerns nobody has answered yet, the longest heard first; what the viewer is to do themselves, the next due first. */
  | { readonly name: 'concerns' }
  | { readonly name: 'ownActions' }
  | { readonly name: 'quarantine'; readonly ids: readonly string[] | null; readonly authority: string | null; readonly settled?: boolean }
  /** Pairs of person records that stand so, the longest known first. */
  | { readonly name: 'matchReview'; readonly states: readonly string[]; readonly first: number; readonly after: string | null }
  | { readonly name: 'sources' }
  /** What the viewer's agency sends and was sent, the latest made first. */
  | { readonly name: 'transmissions'; readonly states: readonly string[] | null; readonly overdue: boolean; readonly withdrawnTooLate: boolean; readonly owed?: boolean; readonly first: number; readonly after: string | null }
  | { readonly name: 'disclosures'; readonly child: string | null; readonly first: number; readonly after: string | null };

export interface EpisodeFilter {
  readonly open?: boolean;
  readonly status?: readonly string[];
  readonly kind?: readonly string[];
  readonly risk?: readonly string[];
  readonly missingFrom?: number;
  readonly missingUntil?: number;
}

/** A root by its name. */
export type RootNamed<N extends ReadRoot['name']> = Extract<ReadRoot, { readonly name: N }>;

/** A list that is read page by page. */
export type PagedRoot = RootNamed<'episodes' | 'returns' | 'matchReview' | 'disclosures' | 'transmissions'>;

/** On whose operation something is asked, and when. */
export interface Asking {
  readonly operation: { readonly name: string; readonly hash: string };
  /** The moment of asking, by the hub's clock: who may read rests on it, so a client never chooses it. */
  readonly now: number;
}

/** One read: what, and of which fields. */
export interface ReadRequest<R extends ReadRoot = ReadRoot> extends Asking {
  readonly root: R;
  readonly wanted: WantedTree;
}

/** A row as it leaves the gate, keyed by the wanted keys. */
export type Row = Readonly<Record<string, unknown>>;

declare const masked: unique symbol;
/** Rows the gate has let through: plain objects, keyed by the wanted keys. Only the gate makes one. */
export type Masked<T> = T & { readonly [masked]: true };

/** Where a row stands among the others, worked out of what its reader is shown of it: the smaller number first, the next where those are equal. */
export type Rank = (row: Masked<Row>) => readonly number[];

/** A page of a ranked list: which rows, in their order, and of each its signed cursor. */
export interface RankedPage {
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

export interface Page<T> {
  readonly nodes: readonly T[];
  /** One signed cursor per node. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

/** What a row says to one reader, and may be compared with what it says later; it stands in the process alone. */
export interface Mark {
  /** The row, and the child it speaks of. */
  readonly id: string;
  readonly child: string | null;
  readonly mark: string;
}
/** What was judged of a row, of which nothing is handed out. */
export interface Judged<V> {
  readonly id: string;
  readonly verdict: V;
}
/** A row that reads otherwise than this reader was last told. */
export interface News extends Mark {
  readonly row: Masked<Row>;
}
