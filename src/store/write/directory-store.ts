import type { EntityManager } from '@mikro-orm/postgresql';
import { execute, type Database } from '../database.ts';
import { oneStatement } from '../one-statement.ts';
import { RevokedToken } from '../entities/revoked-token.entity.ts';
import { DirectoryVersion } from '../entities/directory-version.entity.ts';

/** Hears, once a transaction is through, that somebody may stand otherwise than before: a directory was loaded, or a token taken back. */
export const STANDING_CHANNEL = 'directory';

/** The version in force, inside the writer's transaction; null before the first. */
export async function latestVersion(em: EntityManager): Promise<DirectoryVersion | null> {
  const [latest] = await em.findAll(DirectoryVersion, { orderBy: { version: 'desc' }, limit: 1 });
  return latest ?? null;
}

/** Adds a version and tells every process that listens, once the transaction is committed. */
export async function addVersion(em: EntityManager, added: DirectoryVersion): Promise<void> {
  await em.insert(DirectoryVersion, added);
  await tellStanding(em);
}

/** Writes down that a token is taken back, and tells every process that listens; a second time changes nothing. */
export async function addRevokedToken(em: EntityManager, token: { readonly jti: string; readonly until: Date }): Promise<void> {
  await em.upsert(RevokedToken, token, { onConflictAction: 'ignore' });
  await tellStanding(em);
}

async function tellStanding(em: EntityManager): Promise<void> {
  await execute(em, `select pg_notify('${STANDING_CHANNEL}', '')`);
}

/** The version in force when it is newer than the one already known; else null. */
export async function readNewerVersion(database: Database, known: number): Promise<{ readonly version: number; readonly body: unknown } | null> {
  const sql = 'select version, body from directory_version where version > $1 order by version desc limit 1';
  const [row] = await oneStatement<{ version: number; body: unknown }>(database, { as: 'homeward_reader', sql, parameters: [known] });
  return row ?? null;
}

/** What every request asks first: is this token taken back, and which directory is in force? */
export async function readTokenState(database: Database, jti: string | null): Promise<{ readonly version: number; readonly revoked: boolean }> {
  const sql = `select coalesce(max(version), 0) as version, exists (select from revoked_token where jti = $1) as revoked from directory_version`;
  const [row] = await oneStatement<{ version: number; revoked: boolean }>(database, { as: 'homeward_reader', sql, parameters: [jti] });
  return row ?? { version: 0, revoked: true };
}
