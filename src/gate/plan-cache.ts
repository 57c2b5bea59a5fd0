import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { planRead, type ReadPlan } from './plan-read.ts';
import type { ReadRequest, WantedField } from './read-request.ts';
import type { RootPlan } from './root-plan.ts';
import { planRoot } from './roots.ts';
import type { ListBounds } from './slot.ts';

const MOST_PLANS = 500;
/** The server never forgets a named statement, so only this many ever get a name. */
const MOST_NAMES = 200;
const MOST_NESTED = 50;

/** A plan, ready to run. */
export interface PlannedRead {
  readonly root: RootPlan;
  readonly plan: ReadPlan | null;
  /** The name under which the server keeps the prepared statement; null for the rarely asked. */
  readonly name: string | null;
  readonly lists: readonly ListBounds[];
}

/** Plans by role and by the shape of what is wanted; the values asked with, and the viewer, are never part of a plan. */
export class PlanCache {
  readonly #policy: Policy;
  readonly #plans = new Map<string, ReadPlan | null>();
  readonly #names = new Set<string>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  plan(role: ReadingRole, request: ReadRequest, hasCursor: boolean): PlannedRead {
    const root = planRoot(request.root);
    const { wanted, lists, places } = nestedLists(request);
    const key = JSON.stringify([role, request.root.name, root.shape, hasCursor, wanted]);
    const known = this.#plans.get(key);
    const plan = known ?? planRead({ policy: this.#policy, role, request, root, hasCursor, lists: places });
    this.#keep(key, plan);
    return { root, plan, lists, name: known === undefined || known === null ? null : this.#name(known.statement.hash) };
  }

  /** The plan used longest ago goes first. */
  #keep(key: string, plan: ReadPlan | null): void {
    this.#plans.delete(key);
    this.#plans.set(key, plan);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > MOST_PLANS && oldest !== undefined) {
      this.#plans.delete(oldest);
    }
  }

  #name(hash: string): string | null {
    if (this.#names.size < MOST_NAMES) {
      this.#names.add(hash);
    }
    return this.#names.has(hash) ? `read ${hash}` : null;
  }
}

interface NestedLists {
  /** The selection as text, without the bounds. */
  readonly wanted: string;
  readonly lists: readonly ListBounds[];
  readonly places: ReadonlyMap<WantedField, number>;
}

function nestedLists({ wanted }: ReadRequest): NestedLists {
  const bounds = new Map<string, ListBounds>();
  const places = new Map<WantedField, number>();
  const text = JSON.stringify(wanted, (_, value: unknown) => {
    if (!isSizedList(value)) {
      return value;
    }
    const { first, since } = value;
    // Equal bounds share a place, and which do is part of the text: a plan may answer equal lists from one.
    const equal = JSON.stringify([first, since]);
    bounds.set(equal, { first: withinBounds(first), since: since === undefined ? null : new Date(since).toISOString() });
    const place = [...bounds.keys()].indexOf(equal);
    places.set(value, place);
    return { ...value, first: place, ...(since === undefined ? {} : { since: 0 }) };
  });
  return { wanted: text, lists: [...bounds.values()], places };
}

const isSizedList = (value: unknown): value is WantedField & { readonly first: number } =>
  typeof value === 'object' && value !== null && 'first' in value && typeof value.first === 'number';

/** A list is never empty by asking and never without an end. */
const withinBounds = (first: number): number => Math.min(MOST_NESTED, Math.max(1, Math.trunc(first) || 1));
