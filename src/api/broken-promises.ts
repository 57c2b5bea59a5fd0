import { BreakingChangeType, buildSchema, findBreakingChanges, parse, specifiedRules, validate, type BreakingChange, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { validationLimits } from './limits.ts';
import { usesOf } from './operation-uses.ts';
import type { RegisteredOperation, RegisteredOperations } from './registered-operations.ts';

/** What was published last: schema.graphql and the manifest of operations, as text; empty where there was none. */
export interface Published {
  readonly schema: string;
  readonly manifest: string;
}

/**
 * What partners would no longer get as it was promised, a sentence each: an operation that the schema refuses, or that was promised
 * before and rests on something that is gone, may be null now, or asks for more. One whose document is new is promised only now.
 */
export function brokenPromises(schema: GraphQLSchema, registered: RegisteredOperations, last: Published): string[] {
  const operations = [...registered.values()];
  const refused = operations.flatMap((operation) =>
    validate(schema, parse(operation.body), [...specifiedRules, ...validationLimits()]).map(({ message }) => sentence(operation, message)),
  );
  const before = last.schema === '' ? null : buildSchema(last.schema);
  const promised = idsOf(last.manifest);
  const changes = before === null ? [] : findBreakingChanges(before, schema);
  const changed = operations
    .filter(({ id }) => promised.has(id))
    .flatMap((operation) => {
      const uses = before === null ? new Set<string>() : usesOf(before, operation.body);
      return changes.filter((change) => uses.has(coordinateOf(change))).map(({ description }) => sentence(operation, description));
    });
  return [...new Set([...refused, ...changed])];
}

const MANIFEST = z.looseObject({ operations: z.array(z.looseObject({ id: z.string() })) });

/** The ids of a manifest; those of every operation where there is none that can be read, so that nothing is taken for new. */
function idsOf(manifest: string): Pick<ReadonlySet<string>, 'has'> {
  if (manifest === '') {
    return { has: () => true };
  }
  return new Set(MANIFEST.parse(JSON.parse(manifest)).operations.map(({ id }) => id));
}

function sentence({ partner, name }: RegisteredOperation, fault: string): string {
  return `${partner}/${name}: ${fault}`;
}

/** Where in its words graphql-js names what changed; an argument after its field. A directive is none of the schema's promises. */
const NAMED: Readonly<Record<BreakingChangeType, RegExp | null>> = {
  [BreakingChangeType.TYPE_REMOVED]: /^(\w+) was/,
  [BreakingChangeType.TYPE_CHANGED_KIND]: /^(\w+) changed/,
  [BreakingChangeType.TYPE_REMOVED_FROM_UNION]: /union type (\w+)/,
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: /enum type (\w+)/,
  [BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED]: /input type (\w+)/,
  [BreakingChangeType.IMPLEMENTED_INTERFACE_REMOVED]: /interface (\w+)/,
  [BreakingChangeType.FIELD_REMOVED]: /^(\w+\.\w+)/,
  [BreakingChangeType.FIELD_CHANGED_KIND]: /^(\w+\.\w+)/,
  [BreakingChangeType.REQUIRED_ARG_ADDED]: / on (\w+\.\w+)/,
  [BreakingChangeType.ARG_REMOVED]: /^(\w+\.\w+) arg (\w+)/,
  [BreakingChangeType.ARG_CHANGED_KIND]: /^(\w+\.\w+) arg (\w+)/,
  [BreakingChangeType.DIRECTIVE_REMOVED]: null,
  [BreakingChangeType.DIRECTIVE_ARG_REMOVED]: null,
  [BreakingChangeType.REQUIRED_DIRECTIVE_ARG_ADDED]: null,
  [BreakingChangeType.DIRECTIVE_REPEATABLE_REMOVED]: null,
  [BreakingChangeType.DIRECTIVE_LOCATION_REMOVED]: null,
};

function coordinateOf({ type, description }: BreakingChange): string {
  const [, place = '', argument] = NAMED[type]?.exec(description) ?? [];
  return argument === undefined ? place : `${place}(${argument})`;
}
