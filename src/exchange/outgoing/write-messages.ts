import type { Channel } from '../../directory/exchange-directory.ts';
import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import type { Format } from '../format.ts';
import type { Outgoing, Rendered } from '../render-contract.ts';
import { carriedFields, type WrittenPart } from './carried-fields.ts';
import type { Told } from './messages-for.ts';
import { renderAll } from './split-outgoing.ts';

/** One file that is to be sent. */
export interface WrittenFile extends Omit<Rendered, 'mediaType'> {
  /** The id of the message. */
  readonly of: string;
  readonly mediaType: string;
}

/** Messages as files, and the names of what these say. */
export interface Written {
  readonly files: readonly WrittenFile[];
  readonly fields: readonly string[];
}

/** In whose format it is written, as of when. */
export interface WrittenIn {
  readonly channel: Pick<Channel, 'settings'>;
  /** Null: as JSON. */
  readonly format: Format | null;
  readonly sentAt: string;
}

/** Writes messages in the format of the receiving system: of what their recipient was let read, what the files say is named. */
export function writeMessages(told: readonly Told[], into: WrittenIn): Written {
  const written = told.map((one) => writeMessage(one, into));
  const [{ message } = { message: null }] = told;
  const files = written.flatMap((one) => one.files.map((file) => ({ ...file, of: message?.messageId ?? '' })));
  return { files, fields: [...new Set(written.flatMap(({ fields }) => fields))].sort() };
}

interface WrittenMessage {
  readonly files: readonly Omit<WrittenFile, 'of'>[];
  readonly fields: readonly string[];
}

function writeMessage({ message, read }: Told, { channel: { settings }, format, sentAt }: WrittenIn): WrittenMessage {
  const outgoing = { ...message, sentAt };
  if (format === null) {
    return { files: [asJson(outgoing)], fields: carriedFields(read, [{ outgoing, renderer: null, settings }]) };
  }
  const parts = renderAll(format, outgoing, settings);
  const given = parts.map((part): WrittenPart => ({ outgoing: part.outgoing, renderer: format.renderer, settings }));
  return { files: parts.map(({ file }) => file), fields: carriedFields(read, given) };
}

function asJson(message: Outgoing): Omit<WrittenFile, 'of'> {
  return { fileName: `message-${message.messageId}-${String(message.revision)}.json`, mediaType: 'application/json', bytes: Buffer.from(canonicalJson(message)) };
}
