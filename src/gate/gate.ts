import type { Pool } from 'pg';
import { HubError } from '../domain/errors.ts';
import { housePolicy, type Policy } from '../policy/policy.ts';
import { READING_ROLES, type Viewer } from '../policy/viewer.ts';
import { cursorSeal } from './cursor.ts';
import type { GateLog } from './database-error.ts';
import { readRanked } from './read-ranked.ts';
import type { Asking, Judged, Mark, Masked, News, Page, PagedRoot, Rank, RankedPage, ReadRequest, ReadRoot, RootNamed, Row } from './read-request.ts';
import { Reader } from './reader.ts';
import type { ViewerStands } from './viewer-stands.ts';
import { readWhose } from './whose-child.ts';

export type OneRowRoot = Extract<ReadRoot, { readonly id: string }>;
export type ListRoot = Exclude<ReadRoot, OneRowRoot | PagedRoot>;
/** What a reader may follow as it changes. */
export type FollowedRoot = RootNamed<'episode' | 'briefing' | 'received' | 'ownAlerts'>;

/** The only way out: every answer is what this viewer may see, and is written down before it leaves. */
export interface Gate {
  /** Null where there is no such row for this viewer: not found and not theirs look the same. */
  row(viewer: Viewer, request: ReadRequest<OneRowRoot>): Promise<Masked<Row> | null>;
  /**
   * As `row`, for the hub to work out what it would send and to tell of that no more than the names of fields: nothing of the row is handed
   * to anybody, so nothing is written down but a refusal.
   */
  rehearsed(viewer: Viewer, request: ReadRequest<OneRowRoot>): Promise<Masked<Row> | null>;
  rows(viewer: Viewer, request: ReadRequest<ListRoot>): Promise<readonly Masked<Row>[]>;
  page(viewer: Viewer, request: ReadRequest<PagedRoot>): Promise<Page<Masked<Row>>>;
  /**
   * Which rows stand on a page of a list that is sorted by what is worked out of each row: the first 500 of the list by `rank`, the others
   * after them as they stand in it. No row is handed out, so nothing is written down but a refusal: ask for those of the page by their ids.
   */
  ranked(viewer: Viewer, request: ReadRequest<PagedRoot>, rank: Rank): Promise<RankedPage>;
  /** How each row stands for this reader now, to compare with later. Nothing of it is handed out, so nothing is written down but a refusal. */
  marks(viewer: Viewer, request: ReadRequest<FollowedRoot>): Promise<readonly Mark[]>;
  /**
   * What holds of each row as this reader reads it, by a closed verdict (which duties are late, say) and no word of the row. Nothing of a
   * row is handed out, so nothing is written down but a refusal: who is told of a verdict reads the rest through an answer of their own.
   */
  judged<V>(viewer: Viewer, request: ReadRequest<FollowedRoot>, judge: (row: Masked<Row>) => V): Promise<readonly Judged<V>[]>;
  /**
   * Those rows alone that read otherwise than the reader was last told, `known` by their ids; of the rest nothing leaves, and nothing is
   * written down. Null is a reader who asks for the first time, and is answered as any other.
   */
  news(viewer: Viewer, request: ReadRequest<FollowedRoot>, known: ReadonlyMap<string, string> | null): Promise<readonly News[]>;
  /** Which rules let the viewer see the row, of which nothing is read. */
  explain(viewer: Viewer, asked: ExplainRequest): Promise<Explained>;
  /** The authorities that answer for the child this keyed question names; nothing else, and nothing where there is none. */
  whose(viewer: Viewer, key: string, asked: Asking): Promise<readonly string[]>;
}

/** A row that the viewer asks about. */
export interface ExplainRequest extends Asking {
  readonly family: keyof typeof EXPLAINED;
  readonly id: string;
}
/** Whether there is such a row for this viewer, and the rules it met: one bit for each, in their order. */
export interface Explained {
  readonly found: boolean;
  readonly bits: number;
}

const EXPLAINED = { Child: 'child', Episode: 'episode', ReturnInterview: 'interview', IntelligenceItem: 'intelligence' } as const;

/** What a gate is made of. */
export interface GateParts {
  /** Connections of the hub's login, which reads nothing without stepping into the reader's role. */
  readonly pool: Pool;
  readonly keys: { readonly cursor: Uint8Array };
  readonly log: GateLog;
  /** Asked inside every read, so that a role taken away is gone with the next request. */
  readonly viewerStands: ViewerStands;
}

const LARGEST_PAGE = 100;

/** The gate under the house's policy, which is checked first. */
export function createGate(parts: GateParts): Gate {
  return gateUnder(housePolicy(), parts);
}

/** A gate under a given policy; the hub itself only ever makes the one above. */
export function gateUnder(policy: Policy, { pool, keys, log, viewerStands }: GateParts): Gate {
  const cursors = cursorSeal(keys.cursor);
  const reader = new Reader({ policy, pool, cursors, log, viewerStands });
  return {
    async row(viewer, request) {
      const { rows } = await reader.read({ viewer: whole(viewer), request, page: null });
      return rows[0] ?? null;
    },
    async rehearsed(viewer, request) {
      const rows: Masked<Row>[] = [];
      await reader.read({ viewer: whole(viewer), request, page: null, told: 'NOTHING', judge: (row) => rows.push(row) });
      return rows[0] ?? null;
    },
    async rows(viewer, request) {
      const { rows } = await reader.read({ viewer: whole(viewer), request, page: null });
      return rows;
    },
    async marks(viewer, request) {
      const { marks } = await reader.read({ viewer: whole(viewer), request, page: null, told: 'NOTHING' });
      return marks;
    },
    async judged(viewer, request, judge) {
      const { verdicts } = await reader.read({ viewer: whole(viewer), request, page: null, told: 'NOTHING', judge });
      // Made by `judge` itself, once for each row.
      return verdicts as readonly Judged<ReturnType<typeof judge>>[];
    },
    async news(viewer, request, known) {
      const { rows, marks } = await reader.read({ viewer: whole(viewer), request, page: null, told: known ?? 'FIRST' });
      return marks.flatMap((mark, place) => {
        const row = rows[place];
        return row === undefined ? [] : [{ ...mark, row }];
      });
    },
    async page(viewer, request) {
      const { root } = request;
      const page = { first: pageSize(root.first), after: root.after };
      const { rows, ids, hasMore } = await reader.read({ viewer: whole(viewer), request, page });
      return { nodes: rows, cursors: ids.map((id) => cursors.make(viewer, root.name, id)), hasNextPage: hasMore };
    },
    ranked(viewer, { root, ...asked }, rank) {
      return readRanked({ reader, cursors }, { viewer: whole(viewer), request: { ...asked, root: { ...root, first: pageSize(root.first) } }, rank });
    },
    async explain(viewer, { family, id, operation, now }) {
      const request = { root: { name: EXPLAINED[family], id }, wanted: {}, operation, now };
      const { bits: [bits] } = await reader.read({ viewer: whole(viewer), request, page: null });
      return { found: bits !== undefined, bits: bits ?? 0 };
    },
    whose(viewer, key, asking) {
      return readWhose({ policy, pool, log, viewerStands }, { viewer: whole(viewer), key, asking });
    },
  };
}

/** An incomplete viewer is refused: an empty agency must never be compared with an empty column. */
function whole(viewer: Viewer): Viewer {
  if (viewer.person === '' || viewer.agency === '' || !READING_ROLES.includes(viewer.role)) {
    throw new HubError('FORBIDDEN', 'The request does not say who reads, where and in which role.');
  }
  return viewer;
}

/** A page has an end: no number at all would mean no limit to the database. */
function pageSize(first: number): number {
  if (!Number.isSafeInteger(first) || first < 1) {
    throw new HubError('BAD_INPUT', `"first" is a whole number from 1 to ${String(LARGEST_PAGE)}.`);
  }
  return Math.min(first, LARGEST_PAGE);
}
