import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { Acted } from './action-services.ts';
import { decide } from './decide.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** A step a safety note takes, as the client sends it: `revision` is that of the note as it was read. */
export interface StepOfNote {
  readonly key: string;
  readonly note: string;
  readonly revision: number;
}

/** Refuses a client who read the note as it does not stand any more. */
export function mustBeAsRead(note: Seen<'SafetyNote'>, revision: number): void {
  if (note.revision !== revision) {
    throw new HubError('STALE_REVISION', `The note stands at revision ${String(note.revision)} now; nothing was stored.`);
  }
}

/** Keeps that a note was approved or acknowledged. */
export async function stepOfNote(
  scene: Scene,
  note: Seen<'SafetyNote'>,
  { revision, ...payload }: DecisionPayloads['SAFETY_NOTE_STEP'] & { readonly revision: number },
): Promise<Acted> {
  mustBeAsRead(note, revision);
  const about = { id: note.id, records: [note.id] };
  const decided = await decide(scene, { kind: 'SAFETY_NOTE_STEP', on: note, about, matter: payload.step, revision: null, payload });
  return { ...decided, id: note.id, child: note.child, warnings: [] };
}
