import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One loaded version of the directory; the highest is the one in force, the others say who changed what and when. */
export const DirectoryVersion = defineEntity({
  name: 'DirectoryVersion',
  tableName: 'directory_version',
  properties: {
    version: p.integer().primary().autoincrement(false),
    loadedAt: p.datetime(),
    loadedBy: p.text(),
    sha256: p.text(),
    body: p.json<object>(),
  },
});
export type DirectoryVersion = InferEntity<typeof DirectoryVersion>;
