import { HubError } from '../domain/errors.ts';
import type { TransmissionSubject } from '../store/write/transmissions/transmission-row.ts';
import type { DeliverServices } from './deliver-services.ts';
import { formatOf } from './open-way.ts';
import { makeFiles, type MadeFiles } from './outgoing/make-files.ts';

/** What a look at what would go rests on. */
export type PreviewServices = Pick<DeliverServices, 'database' | 'gate' | 'directory' | 'formats'>;

/** What would go, by the names of things alone. */
export type WouldGo = Pick<MadeFiles, 'level' | 'fields'>;

const NOTHING: WouldGo = { level: null, fields: [] };

/**
 * What would go of a transmission now: read for its recipient and written for its channel as it is when it is sent, and nothing of it
 * leaves. Nobody is shown anything by it, so that no disclosure is written down.
 */
export async function previewOf({ database, gate, directory: inForce, formats }: PreviewServices, of: TransmissionSubject, now: number): Promise<WouldGo> {
  const directory = await inForce();
  const channel = directory.channels.get(of.channel);
  const format = channel?.agency === of.to ? formatOf({ formats }, channel) : undefined;
  if (channel === undefined || format === undefined) {
    return NOTHING;
  }
  const services = { database, clock: () => now, gate: { row: gate.rehearsed.bind(gate) } };
  try {
    const made = await makeFiles(services, { ...of, sentAt: now }, { directory, channel, format, since: () => Promise.resolve(now) });
    return 'fault' in made ? NOTHING : { level: made.level, fields: made.fields };
  } catch (error) {
    // The directory sends its recipient nothing any more.
    if (error instanceof HubError && error.code === 'TOKEN_REFUSED') {
      return NOTHING;
    }
    throw error;
  }
}
