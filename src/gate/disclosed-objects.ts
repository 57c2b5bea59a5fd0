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
/** Class, controllers, id, version and child of one object; all but id and version by their place in the lists beside it. */
type DisclosedObject = readonly [number, number, string, number, number | null];

/** Names once for each class, never a value: compact, for an answer may hold thousands of objects. */
export interface DisclosureBody {
  readonly classes: readonly ObjectClass[];
  readonly controllers: readonly (readonly string[])[];
  readonly children: readonly string[];
  readonly objects: readonly DisclosedObject[];
}

/** Gathers what one answer shows. */
export class DisclosedObjects {
  readonly #policy: Policy;
  readonly #role: ReadingRole;
  /** The viewer's own agency answers for a row that names no controller: no disclosure is out of every auditor's sight. */
  readonly #own: readonly string[];
  readonly #classes: ObjectClass[] = [];
  readonly #classAt = new Map<Layout, Map<number, number>>();
  readonly #controllers: (readonly string[])[] = [];
  readonly #controllersAt = new Map<string, number>();
  readonly #objects: DisclosedObject[] = [];
  readonly #children = new Map<string, number>();

  constructor(policy: Policy, role: ReadingRole, agency: string) {
    this.#policy = policy;
    this.#role = role;
    this.#own = [agency];
  }

  /** The row of a child, or of nobody's in particular. */
  add(layout: Layout, [bits, id, version, , controllers]: StoredRow, child: string | null): void {
    const answering = this.#controllersPlace(controllers);
    this.#objects.push([this.#classOf(layout, bits), answering, id, version, child === null ? null : this.#childPlace(child)]);
  }

  get children(): readonly string[] {
    return [...this.#children.keys()].sort();
  }

  get controllers(): readonly string[] {
    const all = new Set(this.#controllers.flat());
    return all.size === 0 ? this.#own : [...all].sort();
  }

  get isEmpty(): boolean {
    return this.#objects.length === 0;
  }

  get body(): DisclosureBody {
    return { classes: this.#classes, controllers: this.#controllers, children: [...this.#children.keys()], objects: this.#objects };
  }

  #childPlace(child: string): number {
    const place = this.#children.get(child) ?? this.#children.size;
    this.#children.set(child, place);
    return place;
  }

  /** No controllers, or none named: the viewer's own agency answers. */
  #controllersPlace(named: readonly string[] | null): number {
    const controllers = named === null || named.length === 0 ? this.#own : [...new Set(named)].sort();
    const key = controllers === this.#own ? '' : JSON.stringify(controllers);
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
