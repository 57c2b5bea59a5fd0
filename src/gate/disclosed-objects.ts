import type { Family } from '../policy/attributes.ts';
import type { Policy } from '../policy/policy.ts';
import type { ReadingRole } from '../policy/viewer.ts';
import { withoutEmergency } from './emergency-rules.ts';
import { CHILD_COLUMN, type StoredRow, type TypeLayout } from './layout.ts';

/** What objects of one type, under the same matched rules and the same selection, showed. */
export interface ObjectClass {
  readonly type: Family | 'WhoseChild';
  readonly bits: number;
  /** The type of the schema it was shown as. */
  readonly level: string;
  readonly fields: readonly string[];
  /** Only there where nothing but emergency access opened it, or one of the fields. */
  readonly emergency?: true;
}
/**
 * Class, controllers, id, version and child of one object, and the id of what its words rest on where they rest on something;
 * class, controllers and child by their place in the lists beside it.
 */
type DisclosedObject = readonly [number, number, string, number, number | null, ...basis: string[]];

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
  readonly #classAt = new Map<TypeLayout, Map<number, number>>();
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
  add(shown: TypeLayout, stored: StoredRow, child: string | null): void {
    const [bits] = stored;
    const basis = shown.basis === null ? null : stored[shown.basis];
    this.#push(this.#classOf(shown, bits), stored, { child, basis: typeof basis === 'string' ? [basis] : [] });
  }

  /** Rows of no family: answers to "whose child is this". */
  addOf(described: ObjectClass, rows: readonly StoredRow[]): void {
    if (rows.length > 0) {
      const place = this.#classes.push(described) - 1;
      rows.forEach((row) => { this.#push(place, row, { child: row[CHILD_COLUMN], basis: [] }); });
    }
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

  #push(place: number, [, id, version, , controllers]: StoredRow, { child, basis }: { child: string | null; basis: readonly string[] }): void {
    const answering = this.#controllersPlace(controllers);
    this.#objects.push([place, answering, id, version, child === null ? null : this.#childPlace(child), ...basis]);
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

  #classOf(shown: TypeLayout, bits: number): number {
    const byBits = this.#classAt.get(shown) ?? new Map<number, number>();
    this.#classAt.set(shown, byBits);
    const place = byBits.get(bits) ?? this.#classes.push(this.#describe(shown, bits)) - 1;
    byBits.set(bits, place);
    return place;
  }

  #describe({ family, type, pieces }: TypeLayout, bits: number): ObjectClass {
    const { permitted } = this.#policy.verdict(this.#role, family, bits);
    const fields = [...new Set(pieces.map(({ field }) => field.name).filter((name) => permitted.has(name)))].sort();
    return { type: family, bits, level: type, fields, ...(this.#inEmergency(family, bits, fields) ? { emergency: true } : {}) };
  }

  #inEmergency(family: Family, bits: number, fields: readonly string[]): boolean {
    const otherwise = withoutEmergency(this.#policy.rulesOn(this.#role, family), bits);
    if (otherwise === bits || otherwise === 0) {
      return otherwise !== bits;
    }
    const { permitted } = this.#policy.verdict(this.#role, family, otherwise);
    return fields.some((field) => !permitted.has(field));
  }
}
