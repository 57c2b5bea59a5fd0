import { decisionById } from '../store/write/decision-store.ts';
import type { Scene } from './perform.ts';
import type { ChildSeen } from './state-record.ts';

/** The child of what was decided before: what follows it is filed under the same person record, so that it goes with it if children are separated. */
export async function decidedOn({ em }: Scene, row: ChildSeen & { readonly id: string }): Promise<ChildSeen> {
  const decision = await decisionById(em, row.id);
  return { person: decision?.child ?? row.person, childRecords: row.childRecords };
}
