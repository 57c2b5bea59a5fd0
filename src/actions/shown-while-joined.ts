import { logOfChild, type LogEntryOfChild } from '../gate/told/log-of-child.ts';
import { joinedPeriods, type JoinedPeriod } from '../store/write/matching/joined-periods.ts';
import type { ActionServices, Actor } from './action-services.ts';
import { performAsking } from './perform.ts';
import { seePair } from './pair-seen.ts';

/** Two person records, by their ids in either order. */
export interface ShownWhileJoined {
  readonly first: string;
  readonly second: string;
}

/** One answer that showed the two as one child. */
export interface ShownJoined extends Pick<LogEntryOfChild, 'at' | 'actor' | 'agency' | 'role' | 'operation'> {
  readonly id: string;
  /** What was shown of it: types and names of fields, never a value. */
  readonly shown: readonly string[];
}

/**
 * To whom two records were shown while they were one child, as far as the actor's agency answers for what was shown: after a
 * wrong join is undone those people have to be told.
 */
export async function shownWhileJoined(services: ActionServices, actor: Actor, input: ShownWhileJoined, now: number): Promise<readonly ShownJoined[]> {
  const deed = { action: 'shownWhileJoined', kind: 'QUESTION', actor, input, key: null, reason: null, now } as const;
  const { periods } = await performAsking(services, deed, async (scene) => {
    const { first, second, own } = await seePair(scene, input.first, input.second);
    return { answer: { periods: await joinedPeriods(scene.em, first, second) }, child: own.id };
  });
  const shown = new Map<string, ShownJoined>();
  for (const period of periods) {
    const entries = await logOfChild(services.database, { ...asked(actor, period), now });
    entries.forEach((entry) => shown.set(entry.id, shownOf(entry)));
  }
  return [...shown.values()];
}

function asked({ viewer }: Actor, { child, from, until }: JoinedPeriod) {
  return { viewer, child, records: [child], from, until, operation: 'shown while joined', refused: false };
}

function shownOf({ id, at, actor, agency, role, operation, shown }: LogEntryOfChild): ShownJoined {
  const names = shown.flatMap(({ type, fields }) => fields.map((field) => `${type}.${field}`));
  return { id, at: new Date(at).toISOString(), actor, agency, role, operation, shown: [...new Set(names)].sort() };
}
