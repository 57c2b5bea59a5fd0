import { mayDo } from '../policy/may-do.ts';
import type { Given } from './given.ts';
import type { Scene } from './perform.ts';
import { seeRow, type Seen } from './see-row.ts';
import { recordOfChild, type ChildSeen } from './state-record.ts';

/** What somebody says of a child, perhaps out of an interview. */
interface OutOfAnInterview {
  readonly child: string;
  readonly interview?: Given<string>;
}

/** Whoever held an interview records what it tells, also once they are no longer assigned; null: to be judged by the child. */
export async function interviewActedOn(scene: Scene, { interview, child }: OutOfAnInterview): Promise<Seen<'ReturnInterview'> | null> {
  if (!interview) {
    return null;
  }
  const row = await seeRow(scene, 'ReturnInterview', interview);
  const same = row.child === child || row.childRecords.includes(child);
  return same && mayDo(scene.actor.viewer, scene.action, { family: 'ReturnInterview', facts: row.facts }) ? row : null;
}

/** The interview that is named, seen and of this child; null where none is. */
export async function interviewNamed(scene: Scene, on: ChildSeen, { interview }: OutOfAnInterview): Promise<string | null> {
  const named = interview ?? null;
  if (named !== null) {
    await seeRow(scene, 'ReturnInterview', named);
    await recordOfChild(scene, 'interview', { on, id: named });
  }
  return named;
}
