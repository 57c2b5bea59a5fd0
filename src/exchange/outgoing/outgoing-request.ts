import type { AssessmentAskedPayload } from '../../domain/observation/observation.ts';
import { canonicalInstant, readDateTime, type Interval } from '../../domain/observation/source-time.ts';
import { HubError } from '../../domain/errors.ts';
import { asWriter, type Database } from '../../store/database.ts';
import { requestThatWaits } from '../../store/write/assessment-request-store.ts';
import type { ToDeliver } from '../delivery.ts';
import type { Outgoing } from '../render-contract.ts';

/** The message with what is asked in it; null where that waits no more. Only a host asks, and says that it is one. */
export async function withRequest(database: Database, one: ToDeliver, message: Outgoing | null): Promise<Outgoing | null> {
  const [episode] = message?.episodes ?? [];
  if (one.matter !== 'RISK_ASSESSMENT_REQUEST' || message === null || episode === undefined) {
    return message;
  }
  const { from, to, records } = one;
  const waits = await asWriter(database, (em) => requestThatWaits(em, { from, to, episode: records[0] ?? '' }));
  return waits === null ? null : { ...message, child: { ...message.child, hostAuthority: message.child.hostAuthority ?? from }, asks: asked(waits, { episodeKey: episode.key, of: to }) };
}

function asked({ askedAt, dueAt }: { readonly askedAt: number; readonly dueAt: number }, about: Pick<AssessmentAskedPayload, 'episodeKey' | 'of'>): AssessmentAskedPayload {
  return { ...about, at: momentAt(askedAt), dueBy: momentAt(dueAt) };
}

function momentAt(instant: number): Interval {
  const time = readDateTime(canonicalInstant(instant));
  if (time === null) {
    throw new HubError('INTERNAL', 'A time of the hub’s own is no time.');
  }
  return time;
}
