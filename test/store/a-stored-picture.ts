import { randomUUID } from 'node:crypto';
import type { ChildPicture } from '../../src/domain/fold/picture.ts';
import { asWriter, type Database } from '../../src/store/database.ts';
import { storePicture, type Stored } from '../../src/store/write/picture-store.ts';

/** Shows these children in the place of what their person records were shown as, as a fold would. */
export function store(database: Database, ...children: readonly ChildPicture[]): Promise<Stored> {
  const subjects = children.flatMap(({ records }) => records.map(({ id }) => id));
  return asWriter(database, (em) => storePicture(em, { subjects, observations: [], decisions: [], keys: [], told: new Set<string>(), crowded: new Set() }, children), { serial: true });
}

/** The child with ids of its own throughout, so that many can stand beside each other. */
export function another(child: ChildPicture): ChildPicture {
  const ids = new Map<string, string>();
  const text = JSON.stringify(child).replaceAll(/00000000-0000-8000-8000-\d{12}/g, (id) => {
    const own = ids.get(id) ?? randomUUID();
    ids.set(id, own);
    return own;
  });
  // The same picture with other ids in it.
  return JSON.parse(text) as ChildPicture;
}
