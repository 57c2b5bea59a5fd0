import type { EntitySchema } from '@mikro-orm/core';
import { RevokedToken } from './revoked-token.entity.ts';
import { DirectoryVersion } from './directory-version.entity.ts';

/** Every entity of the store. */
export const ENTITIES: readonly EntitySchema[] = [DirectoryVersion, RevokedToken];
