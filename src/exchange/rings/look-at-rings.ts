import { whoIsRung } from '../../directory/who-is-rung.ts';
import type { Directory } from '../../directory/directory.ts';
import { agencyOfAddressee } from '../../domain/sharing/audience.ts';
import { MINUTE } from '../../domain/interval/durations.ts';
import { asWriter, type Database } from '../../store/database.ts';
import { addAuditEvent } from '../../store/write/audit-store.ts';
import { ringAgain, ringsWaiting, type RingListed } from '../../store/write/ring-listing.ts';
import { windowAt } from './ring-duty.ts';

/** How ringing somebody stands; the first three want an operator. */
export const RING_STATES = ['NOTHING_RINGS', 'NOT_RUNG', 'NOT_TRIED', 'TRIED_AGAIN', 'DUE', 'RUNG'] as const;
export type RingState = (typeof RING_STATES)[number];

/** Somebody who is to be rung, how it stands, and where whatever rings them is. */
export interface RingSeen extends RingListed {
  readonly state: RingState;
  /** Host and port alone: the rest of an address may be a secret. Null: nothing rings them. */
  readonly host: string | null;
}

/** Our figure: what is due for so long without a try shows that nothing makes them. */
const TRIED_WITHIN = MINUTE;

type Rings = Pick<Directory, 'rings' | 'people' | 'channels'>;

/** Whom something rings of every alert that waits, those first who could not be rung. */
export async function lookAtRings(database: Database, directory: Rings, now: number): Promise<readonly RingSeen[]> {
  const whom = whoIsRung(directory);
  const hosts = new Map(whom.map(({ addressee, channel }) => [addressee, hostOf(directory, channel)]));
  const listed = await asWriter(database, (em) => ringsWaiting(em, whom, windowAt(now)));
  const seen = listed.map((one) => ({ ...one, state: ringState(one, now), host: hosts.get(one.addressee) ?? null }));
  return seen.toSorted((one, other) => RING_STATES.indexOf(one.state) - RING_STATES.indexOf(other.state));
}

/** How ringing somebody stands at a moment. */
export function ringState({ rungAt, rings, told, fault, dueAt }: Pick<RingListed, 'rungAt' | 'rings' | 'told' | 'fault' | 'dueAt'>, now: number): RingState {
  if (rungAt !== null) {
    return 'RUNG';
  }
  if (!rings) {
    return 'NOTHING_RINGS';
  }
  if (told) {
    return 'NOT_RUNG';
  }
  if (now - dueAt > TRIED_WITHIN) {
    return 'NOT_TRIED';
  }
  return fault === null ? 'DUE' : 'TRIED_AGAIN';
}

/** Has somebody rung anew, and writes down who asked for it. Answers the id it is rung under, null where nothing rings them of that or it was answered. */
export async function askToRing(database: Database, directory: Rings, { ring, by, now }: { readonly ring: string; readonly by: string; readonly now: number }): Promise<string | null> {
  return asWriter(database, async (em) => {
    const again = await ringAgain(em, ring, { whom: whoIsRung(directory), ...windowAt(now) });
    if (again === null) {
      return null;
    }
    const { id, alert, step, addressee, kind, about, shown } = again;
    const body = { action: 'ringAgain', outcome: 'DONE', alert, of: kind, about, step, rung: addressee, at: agencyOfAddressee(addressee) };
    await addAuditEvent(em, { at: now, kind: 'ESCALATION', actor: by, agency: 'homeward', role: 'OPERATOR', children: shown === null ? [] : [shown], body });
    return id;
  });
}

function hostOf({ channels }: Rings, channel: string): string | null {
  const way = channels.get(channel);
  return way?.kind === 'WEBHOOK' ? new URL(way.url).host : null;
}
