import { createHash } from 'node:crypto';
import type { GateParts } from '../../src/gate/gate.ts';
import { SHAPES } from '../../src/gate/shapes.ts';
import { typesOf } from '../../src/gate/shown-type.ts';
import type { ReadRequest, ReadRoot, WantedField, WantedTree } from '../../src/gate/read-request.ts';
import { allAttributesOf, RECORD_KEYS, type Family } from '../../src/policy/attributes.ts';
import type { ReadingRole, Viewer } from '../../src/policy/viewer.ts';
import type { TestDatabase } from '../support/a-database.ts';

export const NOW = Date.parse('2026-11-20T08:00:00Z');

export function gateParts({ database }: TestDatabase, parts: Partial<GateParts> = {}): GateParts {
  return {
    pool: database.pool,
    keys: { cursor: createHash('sha256').update('a key for tests').digest() },
    log: { error: () => undefined },
    viewerStands: () => 'STANDS',
    ...parts,
  };
}

export function aViewer(role: ReadingRole, agency: string, person = `person at ${agency}`): Viewer {
  return { person, agency, role };
}

export function asking<R extends ReadRoot>(root: R, wanted: WantedTree, now = NOW): ReadRequest<R> {
  return { root, wanted, operation: { name: 'ATest', hash: 'a hash' }, now };
}

/** Fields wanted under their own names. */
export function fields(...names: readonly string[]): WantedField[] {
  return names.map((name) => ({ name, key: name }));
}


/** The same fields of whichever type a family's rows are shown as. */
export function ofEveryType(family: Family, wanted: readonly WantedField[]): WantedTree {
  return Object.fromEntries(typesOf(family).map(({ type }) => [type, wanted]));
}

/** Every attribute of a family, and of the rows that hang from it only their ids. */
export function everythingOf(family: Family): WantedField[] {
  return allAttributesOf(family)
    .filter((name) => name !== RECORD_KEYS)
    .map((name) => {
      const link = SHAPES[family].links[name];
      return link === undefined ? { name, key: name } : { name, key: name, sub: ofEveryType(link.to, fields('id')) };
    });
}
