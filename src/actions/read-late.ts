import { HubError } from '../domain/errors.ts';
import type { LateDuty } from '../domain/workflow/late-duties.ts';
import type { Directory } from '../directory/directory.ts';
import { isServiceHere } from '../directory/service-here.ts';
import type { Gate } from '../gate/gate.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { OpenDuty } from '../store/write/late-clock-store.ts';
import { lateAsRead, type LateAt } from './late-as-read.ts';
import { ofDirectory } from './of-directory.ts';

/** An episode that may owe something, an authority that answers for the child or hosts it, and as whom it is looked. */
export interface AskedOf {
  readonly duty: OpenDuty;
  readonly agency: string;
  readonly readers: readonly Viewer[];
}
/** What is late of an episode as one reader reads it; undefined where they may not know, or were not asked. */
export type LateRead = (reader: Viewer, episode: string) => readonly LateDuty[] | undefined;

interface Reading {
  readonly pick: (asked: AskedOf) => readonly Viewer[];
  readonly now: number;
}

/** Reads what is late, once for each reader: of all the children they are asked about at once. */
export async function readLate({ gate, directory }: { readonly gate: Gate; readonly directory: () => Directory }, asked: readonly AskedOf[], { pick, now }: Reading): Promise<LateRead> {
  const readers = new Map<string, { readonly viewer: Viewer; readonly children: Set<string> }>();
  for (const one of asked) {
    for (const viewer of pick(one)) {
      const known = readers.get(keyOf(viewer)) ?? { viewer, children: new Set() };
      readers.set(keyOf(viewer), known);
      known.children.add(one.duty.child);
    }
  }
  const at: LateAt = { now, ...ofDirectory(directory()), isHere: (authority) => isServiceHere(directory(), authority) };
  const found = new Map<string, ReadonlyMap<string, readonly LateDuty[]>>();
  for (const [key, { viewer, children }] of readers) {
    found.set(key, await lateAsRead(gate, viewer, { children: [...children], at }).catch(nothingWhereGone));
  }
  return (reader, episode) => found.get(keyOf(reader))?.get(episode);
}

/** Whoever has left or whose shift ended since reads nothing. */
function nothingWhereGone(error: unknown): ReadonlyMap<string, readonly LateDuty[]> {
  if (error instanceof HubError && (error.code === 'OFF_SHIFT' || error.code === 'TOKEN_REFUSED')) {
    return new Map();
  }
  throw error;
}

function keyOf({ person, role, agency }: Viewer): string {
  return `${role}:${person}@${agency}`;
}
