import type { EntityManager } from '@mikro-orm/postgresql';
import { execute } from '../database.ts';

/** What the whole picture was made by. */
export interface PictureVersion {
  readonly fold: number;
  readonly directory: number;
}

/** Was the whole picture ever made by this fold and this directory? */
export async function isPictureOf(em: EntityManager, { fold, directory }: PictureVersion): Promise<boolean> {
  const rows = await execute(em, `select from picture_version where fold = $1 and directory = $2`, [fold, directory]);
  return rows.length > 0;
}

/** Writes down that it was. */
export async function addPictureVersion(em: EntityManager, { fold, directory }: PictureVersion, at: number): Promise<void> {
  await execute(
    em,
    `insert into picture_version (fold, directory, folded_at) values ($1, $2, $3) on conflict (fold, directory) do nothing`,
    [fold, directory, new Date(at).toISOString()],
  );
}
