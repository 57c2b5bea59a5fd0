import { createHash } from 'node:crypto';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { HubError } from '../domain/errors.ts';
import { Slot, type Sql, type SlotValues } from './slot.ts';

/** SQL text with numbered places, and how to fill them. */
export interface SqlText {
  readonly text: string;
  readonly hash: string;
  readonly fill: (values: SlotValues) => unknown[];
}

/** Kysely as a quoting SQL writer only: it never holds a connection. */
const writer = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Writes SQL once; a slot named many times becomes one parameter. A value that is not a slot has no way in. */
export function compileSql(statement: Sql): SqlText {
  const { sql: raw, parameters } = statement.compile(writer);
  const slots = new Map<string, Slot>();
  const text = raw.replace(/\$(\d+)/g, (_, place: string) => {
    const parameter = parameters[Number(place) - 1];
    if (!(parameter instanceof Slot)) {
      throw new HubError('INTERNAL', 'A statement was written with a value in it.');
    }
    slots.set(parameter.key, slots.get(parameter.key) ?? parameter);
    return `$${String([...slots.keys()].indexOf(parameter.key) + 1)}`;
  });
  const fillers = [...slots.values()];
  return {
    text,
    hash: createHash('sha256').update(text).digest('base64url').slice(0, 24),
    fill: (values) => fillers.map((place) => place.fill(values)),
  };
}
