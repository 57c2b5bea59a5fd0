import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { personAt } from '../domain/sharing/audience.ts';
import { HubError } from '../domain/errors.ts';
import type { Policy } from '../policy/policy.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { CursorSeal } from './cursor.ts';
import { withoutDatabaseWords, type GateLog } from './database-error.ts';
import { DisclosedObjects } from './disclosed-objects.ts';
import { disclosureRow, type Outcome } from './disclosure-row.ts';
import { CHILD_COLUMN, ID_COLUMN, type StoredRow } from './layout.ts';
import { PlanCache, type PlannedRead } from './plan-cache.ts';
import type { ReadPlan } from './plan-read.ts';
import { compareRanks } from './compare-ranks.ts';
import type { Judged, Mark, Masked, Rank, ReadRequest, Row } from './read-request.ts';
import { readAndDisclose, type Concluded, type Found, type Statement } from './reading-transaction.ts';
import { renderRow } from './render-row.ts';
import { valuesOf } from './root-values.ts';
import { refusalOf, type ViewerStands } from './viewer-stands.ts';

/** What every read of one gate has in common. */
export interface ReaderParts {
  readonly policy: Policy;
  readonly pool: Pool;
  readonly cursors: CursorSeal;
  readonly log: GateLog;
  readonly viewerStands: ViewerStands;
}

/** One read: by whom, of what, and for a list that is paged which page. */
export interface Ask {
  readonly viewer: Viewer;
  readonly request: ReadRequest;
  readonly page: { readonly first: number; readonly after: string | null } | null;
  /** For a reader who follows what is asked: what they were told last, by row; `FIRST` before anything, `NOTHING` where only marks are made. */
  readonly told?: ReadonlyMap<string, string> | 'FIRST' | 'NOTHING';
  /** For a reader who is told nothing: in which order their rows stand. */
  readonly rank?: Rank;
  /** Where rows are judged and not handed out. */
  readonly judge?: (row: Masked<Row>) => unknown;
}

export interface Answer {
  readonly rows: readonly Masked<Row>[];
  readonly ids: readonly string[];
  /** Of rows that are ranked, the ids as the list has them. */
  readonly listed: readonly string[];
  /** The rules each row met. */
  readonly bits: readonly number[];
  /** For a reader who follows: of each row handed out, or of every row where none is. */
  readonly marks: readonly Mark[];
  readonly verdicts: readonly Judged<unknown>[];
  readonly hasMore: boolean;
}

const EMPTY: Answer = { rows: [], ids: [], listed: [], bits: [], marks: [], verdicts: [], hasMore: false };
const foreignCursor = (): HubError => new HubError('CURSOR_INVALID', 'The cursor was not given to you for this list.');

/** Reads under one policy; the plans it keeps hold no viewer and no value. */
export class Reader {
  readonly #parts: ReaderParts;
  readonly #plans: PlanCache;

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#plans = new PlanCache(parts.policy);
  }

  /** What the viewer may see, written down before it is handed out; refusals and empty answers are written down too, but where somebody follows and nothing is new. */
  async read(ask: Ask): Promise<Answer> {
    const { viewer, request, page } = ask;
    const { pool, log, cursors } = this.#parts;
    const after = page?.after ?? null;
    const afterId = after === null ? null : cursors.open(viewer, request.root.name, after);
    const refusal = after !== null && afterId === null ? foreignCursor() : null;
    const planned = this.#plans.plan(viewer.role, request, after !== null);
    const statement = refusal === null ? statementOf(planned, ask, afterId) : null;
    const answer = await withoutDatabaseWords(log, () =>
      readAndDisclose(pool, {
        viewer,
        now: request.now,
        statement,
        conclude: (found) => this.#conclude(found, { ask, planned, asked: statement !== null, refusal }),
      }),
    );
    if (answer instanceof HubError) {
      throw answer;
    }
    return answer;
  }

  async #conclude(found: Found, reading: ReadingState): Promise<Concluded<Answer | HubError>> {
    const { ask, planned } = reading;
    const refusal = reading.refusal ?? (await this.#refusal(found, ask));
    const disclosed = this.#nothingYet(ask.viewer);
    const answer = refusal ?? (reading.asked ? this.#render(found, reading, disclosed) : EMPTY);
    const nothing: Outcome = refusal !== null || planned.plan === null ? 'REFUSED' : 'NOTHING';
    return {
      answer,
      disclosure: isUntold(reading, refusal) && disclosed.isEmpty ? null : disclosureRow({
        viewer: ask.viewer,
        request: ask.request,
        operation: planned.root.operation,
        policyVersion: this.#parts.policy.version,
        outcome: disclosed.isEmpty ? nothing : 'SHOWN',
        disclosed,
      }),
    };
  }

  async #refusal({ anchored, directory }: Found, { viewer, request }: Ask): Promise<HubError | null> {
    const refusal = await refusalOf(this.#parts.viewerStands, viewer, { directory, now: request.now });
    // Going on from a row that is no longer there would show an end that is none.
    return refusal ?? (anchored ? null : foreignCursor());
  }

  #nothingYet({ role, agency }: Viewer): DisclosedObjects {
    return new DisclosedObjects(this.#parts.policy, role, agency);
  }

  #render(found: Found, { ask, planned }: ReadingState, disclosed: DisclosedObjects): Answer {
    const { plan } = planned;
    if (plan === null) {
      return EMPTY;
    }
    // Written by the statement of this same plan.
    const stored = JSON.parse(found.rows) as readonly StoredRow[];
    if (ask.rank !== undefined) {
      return this.#ranked(ask, plan, stored);
    }
    if (ask.judge !== undefined) {
      return this.#judged(ask, plan, stored);
    }
    const marks = ask.told === undefined ? [] : stored.map((row) => this.#mark(ask, plan, row));
    const { told } = ask;
    const isNews = (_: unknown, place: number): boolean => (typeof told === 'object' ? told.get(marks[place]?.id ?? '') !== marks[place]?.mark : told !== 'NOTHING');
    const kept = (ask.page === null ? stored : stored.slice(0, ask.page.first)).filter(isNews);
    return {
      rows: kept.map((row) => this.#rendered(ask, plan, { row, disclosed })),
      ids: kept.map((row) => row[ID_COLUMN]),
      listed: [],
      bits: kept.map(([bits]) => bits),
      marks: told === 'NOTHING' ? marks : marks.filter(isNews),
      verdicts: [],
      hasMore: ask.page !== null && stored.length > ask.page.first,
    };
  }

  /** The ids of a page alone, sorted; `rank` sees of each row what its reader would be handed. */
  #ranked({ rank = () => [], ...ask }: Ask, plan: ReadPlan, stored: readonly StoredRow[]): Answer {
    const kept = stored.slice(0, ask.page?.first);
    const ranked = kept.map((row) => ({ id: row[ID_COLUMN], rank: rank(this.#rendered(ask, plan, { row, disclosed: this.#nothingYet(ask.viewer) })) }));
    const ids = ranked.toSorted((one, other) => compareRanks(one.rank, other.rank)).map(({ id }) => id);
    return { ...EMPTY, ids, listed: kept.map((row) => row[ID_COLUMN]), hasMore: stored.length > kept.length };
  }

  /** The same of rows that are judged, and not put into an order. */
  #judged({ judge = () => null, ...ask }: Ask, plan: ReadPlan, stored: readonly StoredRow[]): Answer {
    return { ...EMPTY, verdicts: stored.map((row) => ({ id: row[ID_COLUMN], verdict: judge(this.#rendered(ask, plan, { row, disclosed: this.#nothingYet(ask.viewer) })) })) };
  }

  #rendered({ viewer: { role } }: Ask, { layout }: ReadPlan, { row, disclosed }: { readonly row: StoredRow; readonly disclosed: DisclosedObjects }): Masked<Row> {
    // The one place where a row becomes Masked: it holds what the rules opened. What is handed out of it is written down first; a rank, a verdict and a mark hand out nothing.
    return renderRow({ policy: this.#parts.policy, role, disclosed }, { layout, stored: row, child: row[CHILD_COLUMN] }) as Masked<Row>;
  }

  /** Made of what the reader would be handed and of nothing else: what is hidden from them leaves no trace in it. */
  #mark(ask: Ask, plan: ReadPlan, row: StoredRow): Mark {
    const said = JSON.stringify(this.#rendered(ask, plan, { row, disclosed: this.#nothingYet(ask.viewer) }));
    return { id: row[ID_COLUMN], child: row[CHILD_COLUMN], mark: createHash('sha256').update(said).digest('base64') };
  }
}

interface ReadingState {
  readonly ask: Ask;
  readonly planned: PlannedRead;
  /** Was the database asked at all? */
  readonly asked: boolean;
  readonly refusal: HubError | null;
}

/** Who follows hears nothing of what is as it was, and then there is no answer to write down; that they were refused is, when they begin. */
function isUntold({ ask: { told }, planned }: ReadingState, refusal: HubError | null): boolean {
  return refusal === null && (typeof told === 'object' || (told === 'NOTHING' && planned.plan !== null));
}

/** The statement to run; null where no rule reaches the family, or an id cannot be one of the hub's. */
function statementOf({ plan, root, name, lists }: PlannedRead, { viewer, request, page }: Ask, after: string | null): Statement | null {
  const values = valuesOf(request.root);
  if (plan === null || values === null) {
    return null;
  }
  const now = new Date(request.now).toISOString();
  // One row more than the page holds tells whether there is another page.
  const limit = page === null ? null : page.first + 1;
  return {
    text: plan.statement.text,
    name,
    steady: root.steady,
    values: plan.statement.fill({ ...values, lists, agency: viewer.agency, person: personAt(viewer.person, viewer.agency), role: `${viewer.role}:${viewer.agency}`, now, after, limit }),
  };
}
