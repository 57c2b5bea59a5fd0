import type { Directory } from '../../directory/directory.ts';
import { HubError } from '../../domain/errors.ts';
import type { ToDeliver } from '../delivery.ts';
import type { DeliveryFault } from '../deliver-services.ts';
import type { SentStatement } from '../receipt.ts';
import { messagesFor, type Messages, type MessageServices } from './messages-for.ts';
import { writeMessages, type Written, type WrittenIn } from './write-messages.ts';
import type { Channel } from '../../directory/exchange-directory.ts';

/** What one message may weigh: our figure, a few times what any case holds. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Over which way it is sent, and as of when these messages say it. */
export interface Making extends Pick<WrittenIn, 'format'> {
  readonly directory: Directory;
  readonly channel: Channel;
  readonly since: (messages: Messages) => Promise<number>;
}

/** The files of a transmission, their names of fields and their level; nothing of it is signed yet. */
export interface MadeFiles extends Written {
  readonly level: SentStatement['level'];
}

/** Reads a transmission for its recipient and writes it for its channel, to send it or to say what would go: so that both are one. */
export async function makeFiles(services: MessageServices, one: ToDeliver, { directory, channel, format, since }: Making): Promise<MadeFiles | { readonly fault: DeliveryFault }> {
  const messages = await messagesFor(services, one, { directory, system: channel.system });
  if ('fault' in messages) {
    return messages;
  }
  const sentAt = new Date(await since(messages)).toISOString();
  try {
    const written = writeMessages(messages.told, { channel, format, sentAt });
    const weighs = written.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    return weighs > MOST_BYTES ? { fault: 'TOO_LARGE' } : { ...written, level: messages.level };
  } catch (error) {
    if (error instanceof HubError && error.code === 'FORMAT_CANNOT_SAY') {
      return { fault: 'FORMAT_CANNOT_SAY' };
    }
    throw error;
  }
}
