import type { Viewer } from '../policy/viewer.ts';
import type { CursorSeal } from './cursor.ts';
import type { PagedRoot, Rank, RankedPage, ReadRequest } from './read-request.ts';
import type { Answer, Reader } from './reader.ts';

/** As many rows are ranked; what stands behind them in the list follows unranked. */
const MOST_RANKED = 500;

interface RankedParts {
  readonly reader: Reader;
  readonly cursors: CursorSeal;
}
interface RankedAsk {
  readonly viewer: Viewer;
  readonly request: ReadRequest<PagedRoot>;
  readonly rank: Rank;
}
/** Where in the list a page begins, and how many it has. */
interface Stretch {
  readonly first: number;
  readonly after: string | null;
}

/** One page of a list of which the first rows are ranked, whether the page lies among them, behind them or across their end. */
export async function readRanked({ reader, cursors }: RankedParts, { viewer, request, rank }: RankedAsk): Promise<RankedPage> {
  const { name, first, after } = request.root;
  const sealed = (id: string): string => cursors.make(viewer, name, id);
  const asRanked = (page: Stretch): Promise<Answer> => reader.read({ viewer, request, page, told: 'NOTHING', rank });
  const asListed = (page: Stretch): Promise<Answer> => reader.read({ viewer, request: { ...request, wanted: {} }, page, told: 'NOTHING', rank: () => [] });
  const answered = (ids: readonly string[], hasNextPage: boolean): RankedPage => ({ ids, cursors: ids.map(sealed), hasNextPage });

  const top = await asRanked({ first: MOST_RANKED, after: null });
  const begins = after === null ? 0 : top.ids.indexOf(cursors.open(viewer, name, after) ?? '') + 1;
  if (after !== null && begins === 0) {
    const { ids, hasMore } = await asListed({ first, after });
    return answered(ids, hasMore);
  }
  const ids = top.ids.slice(begins, begins + first);
  const last = top.listed.at(-1);
  if (ids.length === first || !top.hasMore || last === undefined) {
    return answered(ids, top.hasMore || begins + first < top.ids.length);
  }
  const rest = await asListed({ first: first - ids.length, after: sealed(last) });
  return answered([...ids, ...rest.ids], rest.hasMore);
}
