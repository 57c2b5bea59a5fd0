import { brokenPromises, type Published } from './broken-promises.ts';
import { buildSchema, emitSchema } from './build-schema.ts';
import { manifestOf, registerOperations } from './registered-operations.ts';

/** The schema and the manifest of operations as the code says, and what of earlier promises they would break. */
export interface ToPublish extends Published {
  /** A sentence each, given what was published last. */
  readonly broken: (last: Published) => readonly string[];
}

/** What partners build on, from the code and from the documents promised to them. */
export function publishSchema(written: Parameters<typeof registerOperations>[0]): ToPublish {
  const registered = registerOperations(written);
  return { schema: emitSchema(), manifest: manifestOf(registered), broken: (last) => brokenPromises(buildSchema(), registered, last) };
}
