import type { EntitySchema } from '@mikro-orm/core';

/** Every entity of the store. */
export const ENTITIES: readonly EntitySchema[] = [];
