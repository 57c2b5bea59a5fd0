import { createHash } from 'node:crypto';
import type { GateParts } from '../../src/gate/gate.ts';
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
    viewerStands: () => true,
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

const LINKS: Readonly<Record<string, Family>> = { episodes: 'Episode', placements: 'Placement', placement: 'Placement', child: 'Child' };

/** Every attribute of a family, and of the rows that hang from it only their ids. */
export function everythingOf(family: Family): WantedField[] {
  return allAttributesOf(family)
    .filter((name) => name !== RECORD_KEYS)
    .map((name) => {
      const to = LINKS[name];
      return to === undefined ? { name, key: name } : { name, key: name, sub: { [to]: fields('id') } };
    });
}
