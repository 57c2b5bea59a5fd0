import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** From sources and from what is built alike: tsc does not carry the file over. */
const FILE = path.join(import.meta.dirname.replace(/([/\\])dist\1src\1store$/, '$1src$1store'), 'administrator.sql');

/** The statements an administrator runs once, one a line, with the passwords where psql would put its variables. */
export function administratorStatements(passwords: { readonly owner: string; readonly hub: string }): readonly string[] {
  return readFileSync(FILE, 'utf8')
    .replaceAll(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim().replaceAll(/\s+/g, ' '))
    .filter((statement) => statement !== '')
    .map((statement) =>
      statement
        .replace(":'owner_password'", () => pg.escapeLiteral(passwords.owner))
        .replace(":'hub_password'", () => pg.escapeLiteral(passwords.hub)),
    );
}
