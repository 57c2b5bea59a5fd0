import { sql, type RawBuilder } from 'kysely';

export type Sql = RawBuilder<unknown>;

/** The values a compiled statement waits for, each with the one type it always has. */
const SLOTS = {
  agency: 'text',
  /** `person@agency` of the viewer. */
  person: 'text',
  /** `<role>:<agency>` of the viewer. */
  role: 'text',
  now: 'timestamptz',
  id: 'uuid',
  ids: 'uuid[]',
  after: 'uuid',
  limit: 'integer',
  authority: 'text',
  child: 'uuid',
  since: 'timestamptz',
  status: 'text[]',
  kind: 'text[]',
  risk: 'text[]',
  missingFrom: 'timestamptz',
  missingUntil: 'timestamptz',
} as const;
export type SlotName = keyof typeof SLOTS;
/** How much of a nested list is wanted: its size, and the instant before which a row is too old. */
export interface ListBounds {
  readonly first: number;
  readonly since: string | null;
}
/** What a statement is run with; `lists` are the bounds of nested lists, in the order the selection names them. */
export type SlotValues = Readonly<Partial<Record<SlotName, unknown>>> & { readonly lists: readonly ListBounds[] };

/** A place in a compiled statement that is filled on every run. */
export class Slot {
  constructor(readonly fill: (values: SlotValues) => unknown, readonly key: string) {}
}

/** A named value, with its type said once, so that one statement can name it many times. */
export function slot(name: SlotName): Sql {
  return sql`${new Slot((values) => values[name], name)}::${sql.raw(SLOTS[name])}`;
}

/** The size of a nested list. */
export function firstSlot(place: number): Sql {
  return sql`${new Slot(({ lists }) => lists[place]?.first, `first ${String(place)}`)}::integer`;
}

/** The instant a nested list begins at. */
export function sinceSlot(place: number): Sql {
  return sql`${new Slot(({ lists }) => lists[place]?.since, `since ${String(place)}`)}::timestamptz`;
}
