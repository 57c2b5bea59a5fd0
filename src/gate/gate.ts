import type { Pool } from 'pg';
import { HubError } from '../domain/errors.ts';
import { housePolicy, type Policy } from '../policy/policy.ts';
import { READING_ROLES, type Viewer } from '../policy/viewer.ts';
import { cursorSeal } from './cursor.ts';
import type { GateLog } from './database-error.ts';
import type { Masked, Page, ReadRequest, ReadRoot, RootNamed, Row } from './read-request.ts';
import { Reader, type ViewerStands } from './reader.ts';

export type OneRowRoot = RootNamed<'child' | 'episode'>;
export type PagedRoot = RootNamed<'episodes' | 'disclosures'>;
export type ListRoot = Exclude<ReadRoot, OneRowRoot | PagedRoot>;

/** The only way out: every answer is what this viewer may see, and is written down before it leaves. */
export interface Gate {
  /** Null where there is no such row for this viewer: not found and not theirs look the same. */
  row(viewer: Viewer, request: ReadRequest<OneRowRoot>): Promise<Masked<Row> | null>;
  rows(viewer: Viewer, request: ReadRequest<ListRoot>): Promise<readonly Masked<Row>[]>;
  page(viewer: Viewer, request: ReadRequest<PagedRoot>): Promise<Page<Masked<Row>>>;
}

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
    async rows(viewer, request) {
      const { rows } = await reader.read({ viewer: whole(viewer), request, page: null });
      return rows;
    },
    async page(viewer, request) {
      const { root } = request;
      const page = { first: pageSize(root.first), after: root.after };
      const { rows, ids, hasMore } = await reader.read({ viewer: whole(viewer), request, page });
      return { nodes: rows, cursors: ids.map((id) => cursors.make(viewer, root.name, id)), hasNextPage: hasMore };
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
