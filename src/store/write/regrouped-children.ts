import type { ChildPicture } from '../../domain/fold/picture.ts';

/** Person records that are shown as one child and were not shown so before. */
export interface Regrouped {
  readonly child: string;
  readonly records: readonly string[];
  /** The children they were shown as before, each with all its person records. */
  readonly formerly: readonly { readonly child: string; readonly records: readonly string[] }[];
}

/** The children that are other person records together than before; a single record heard of for the first time is none. */
export function regroupedChildren(former: ReadonlyMap<string, readonly string[]>, children: readonly Pick<ChildPicture, 'id' | 'records'>[]): Regrouped[] {
  const childOf = new Map([...former].flatMap(([child, records]) => records.map((record) => [record, child] as const)));
  return children.flatMap(({ id, records: members }) => {
    const records = members.map((member) => member.id).sort();
    const before = [...new Set(records.flatMap((record) => childOf.get(record) ?? []))].sort();
    const formerly = before.map((child) => ({ child, records: former.get(child) ?? [] }));
    return isNew(records, formerly) || isSame(records, formerly) ? [] : [{ child: id, records, formerly }];
  });
}

function isNew(records: readonly string[], formerly: Regrouped['formerly']): boolean {
  return records.length === 1 && formerly.length === 0;
}

function isSame(records: readonly string[], formerly: Regrouped['formerly']): boolean {
  const [only] = formerly;
  return formerly.length === 1 && only?.records.length === records.length && only.records.every((record) => records.includes(record));
}
