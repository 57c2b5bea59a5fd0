import type { Directory } from '../../directory/directory.ts';
import type { Row } from '../../gate/read-request.ts';
import { asWriter, type Database } from '../../store/database.ts';
import { firstRecords, recordNames, type NamedRecord } from '../../store/write/record-names.ts';
import type { SentKey } from '../../store/write/sent-content-store.ts';
import type { ReadMatter } from './read-outgoing.ts';

/** The names that what was read goes out under. */
export interface Names {
  readonly child: string;
  /** By the hub's id of the record, or of the group that shows it. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of the matter itself, which a retraction takes back. */
  readonly own: readonly SentKey[];
  /** Whose record it is; null of an episode, of which many keep one. */
  readonly origin: NamedRecord | null;
}

/** What names rest on. */
export interface Naming {
  readonly database: Database;
  readonly directory: Pick<Directory, 'systems'>;
  /** The agency that is told. */
  readonly to: string;
}

/**
 * Names what goes out. A record is named by its id in the hub that it comes from, which says nothing of the child and never changes: one
 * that came from a partner's hub keeps the name that it had there, so that a copy is known for one. A child and an episode, which are
 * several records, are named by the record that was heard of first; but a child by the name that the receiver's own hub told of them
 * under, if it did, as that hub knows the child by it.
 */
export async function nameRecords({ database, directory, to }: Naming, { row, child, root, asked }: ReadMatter): Promise<Names> {
  const childId = idOf(child);
  const episodes = [...idsIn(row, 'episodes'), ...(root === 'episode' ? [idOf(row)] : [])];
  const offers = rowsIn(row, 'offers');
  const single = [...(root === 'episode' ? [] : [idOf(row)]), ...offers.map(idOf)];
  const [children, whole, records] = await asWriter(database, async (em) => [
    await firstRecords(em, { group: 'child', ids: [childId], before: hubsOf(directory, to) }),
    await firstRecords(em, { group: 'episode', ids: [...episodes, ...offers.flatMap((offer) => idsIn(offer, 'episodes'))] }),
    await recordNames(em, single),
  ]);
  const nameOf = (id: string, record: NamedRecord | undefined): string => (record === undefined ? id : (directory.systems.get(record.system)?.hub ?? null) === null ? record.id : record.key);
  const keys = new Map([...[...whole, ...records].map(([id, record]) => [id, nameOf(id, record)] as const)]);
  const own = [idOf(row), ...offers.map(idOf)].flatMap((id, at): SentKey[] => {
    const record = whole.get(id) ?? records.get(id);
    return record === undefined ? [] : [{ kind: record.kind, record: at === 0 ? asked : id, key: keys.get(id) ?? id }];
  });
  return { child: nameOf(childId, children.get(childId)), keys, own, origin: records.get(idOf(row)) ?? null };
}

/** The systems by which an agency's own hub tells this one. */
function hubsOf({ systems }: Pick<Directory, 'systems'>, agency: string): string[] {
  return [...systems.values()].filter((system) => system.agency === agency && system.hub !== null).map(({ id }) => id);
}

const idOf = (row: Row): string => String(row['id']);
// Lists of rows, as they were asked for; null where they were not let out.
const rowsIn = (row: Row, name: string): readonly Row[] => (row[name] as readonly Row[] | null | undefined) ?? [];
const idsIn = (row: Row, name: string): string[] => rowsIn(row, name).map(idOf);
