import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A query that is promised to a partner. */
export interface PartnerOperation {
  readonly partner: string;
  readonly name: string;
  readonly query: string;
}

/** One that the editor shows, with variables to begin with. */
export interface EditorOperation extends PartnerOperation {
  /** `$agency`, `$key`, `$now` and `$month` stand in it for what the editor puts there. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The partners' operations, from `<folder>/<partner>/<name>.graphql`. */
export function readPartnerOperations(folder: string): readonly PartnerOperation[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({
      partner: path.dirname(file),
      name: path.basename(file, '.graphql'),
      query: readFileSync(path.join(folder, file), 'utf8'),
    }));
}
