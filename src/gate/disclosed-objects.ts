import type { Family } from '../policy/attributes.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import type { Layout, StoredRow } from './layout.ts';

/** What objects of one type, under the same matched rules and the same selection, showed. */
interface ObjectClass {
  readonly type: Family;
  readonly bits: number;
  readonly level: Family;
  readonly fields: readonly string[];
}
/** Class, controllers (both by place), id, version and child of one object. */
type DisclosedObject = readonly [number, number, string, number, string | null];

/** Field names once for each class, never a value: compact, for an answer may hold thousands of objects. */
export interface DisclosureBody {
  readonly classes: readonly ObjectClass[];
  readonly controllers: readonly (readonly string[])[];
  readonly objects: readonly DisclosedObject[];
}

/** Gathers what one answer shows. */
export class DisclosedObjects {
  readonly #policy: Policy;
  readonly #role: ReadingRole;
  /** Who answers for a row that names no controller, so that no disclosure is out of every auditor's sight. */
  readonly #fallback: string;
  readonly #classes: ObjectClass[] = [];
  readonly #classAt = new Map<Layout, Map<number, number>>();
  readonly #controllers = new Map<string, number>();
  readonly #objects: DisclosedObject[] = [];
  readonly #children = new Set<string>();

  constructor(policy: Policy, role: ReadingRole, fallback: string) {
    this.#policy = policy;
    this.#role = role;
    this.#fallback = fallback;
  }

  add(layout: Layout, { bits, id, version, child, controllers }: StoredRow): void {
    const answering = controllers.length === 0 ? [this.#fallback] : [...new Set(controllers)].sort();
    this.#objects.push([this.#classOf(layout, bits), this.#placeOf(answering), id, version, child]);
    if (child !== null) {
      this.#children.add(child);
    }
  }

  get children(): readonly string[] {
    return [...this.#children].sort();
  }

  get controllers(): readonly string[] {
    const all = new Set(this.body.controllers.flat());
    return all.size === 0 ? [this.#fallback] : [...all].sort();
  }

  get isEmpty(): boolean {
    return this.#objects.length === 0;
  }

  get body(): DisclosureBody {
    // The keys are the JSON this class wrote itself.
    const controllers = [...this.#controllers.keys()].map((key) => JSON.parse(key) as string[]);
    return { classes: this.#classes, controllers, objects: this.#objects };
  }

  #placeOf(controllers: readonly string[]): number {
    const key = JSON.stringify(controllers);
    const place = this.#controllers.get(key) ?? this.#controllers.size;
    this.#controllers.set(key, place);
    return place;
  }

  #classOf(layout: Layout, bits: number): number {
    const byBits = this.#classAt.get(layout) ?? new Map<number, number>();
    this.#classAt.set(layout, byBits);
    const place = byBits.get(bits) ?? this.#classes.push(this.#describe(layout, bits)) - 1;
    byBits.set(bits, place);
    return place;
  }

  #describe({ family, pieces }: Layout, bits: number): ObjectClass {
    const { level, permitted } = this.#policy.verdict(this.#role, family, bits);
    const wanted = new Set(pieces.map(({ field }) => field.name));
    return { type: family, bits, level, fields: [...wanted].filter((name) => permitted.has(name)).sort() };
  }
}
