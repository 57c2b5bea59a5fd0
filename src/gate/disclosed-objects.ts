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
  readonly #controllers: (readonly string[])[] = [];
  readonly #controllersAt = new Map<string, number>();
  readonly #objects: DisclosedObject[] = [];
  readonly #children = new Set<string>();

  constructor(policy: Policy, role: ReadingRole, fallback: string) {
    this.#policy = policy;
    this.#role = role;
    this.#fallback = fallback;
  }

  /** The row of a child, or of nobody's in particular. */
  add(layout: Layout, [bits, id, version, , controllers]: StoredRow, child: string | null): void {
    this.#objects.push([this.#classOf(layout, bits), this.#placeOf(controllers ?? []), id, version, child]);
    if (child !== null) {
      this.#children.add(child);
    }
  }

  get children(): readonly string[] {
    return [...this.#children].sort();
  }

  get controllers(): readonly string[] {
    const all = new Set(this.#controllers.flat());
    return all.size === 0 ? [this.#fallback] : [...all].sort();
  }

  get isEmpty(): boolean {
    return this.#objects.length === 0;
  }

  get body(): DisclosureBody {
    return { classes: this.#classes, controllers: this.#controllers, objects: this.#objects };
  }

  #placeOf(named: readonly string[]): number {
    const controllers = named.length === 0 ? [this.#fallback] : [...new Set(named)].sort();
    // An agency's name holds no space.
    const key = controllers.join(' ');
    const place = this.#controllersAt.get(key) ?? this.#controllers.push(controllers) - 1;
    this.#controllersAt.set(key, place);
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
