import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { HubError } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/observation/canonical-json.ts';
import type { Message } from '../message.ts';
import type { SignedSent } from '../receipt.ts';
import { sha256 } from '../sent-document.ts';

/** A document of a message, as one of the source system that its hub sends for. */
export interface ReceivedDocument {
  readonly agency: string;
  readonly system: string;
  readonly adapter: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly signature: string | null;
  /** When the message says that it was sent, for formats that do not say when they were made. */
  readonly sentAt: string;
  readonly receivedBy: string;
}

/** The documents of a message, each of the system that the directory has for its sender, its format and its hub, or a refusal. */
export function deliveriesOf({ agencies, systems }: Pick<Directory, 'agencies' | 'systems'>, partner: PartnerHub, message: Message): readonly ReceivedDocument[] {
  const { from, to, at } = message.sent.statement;
  if (!agencies.has(to.agency)) {
    throw new HubError('NOT_FOR_THIS_HUB', 'This hub does not serve the agency that the message is for.');
  }
  if (!partner.agencies.includes(from.agency)) {
    throw new HubError('SOURCE_UNKNOWN', 'The sending hub does not speak for this agency.');
  }
  const bytes = bytesOf(message);
  return message.documents.map(({ adapter, fileName, signature }, nth) => {
    const system = [...systems.values()].find((one) => one.agency === from.agency && one.adapter === adapter && one.hub === partner.id);
    if (system === undefined) {
      throw new HubError('SOURCE_UNKNOWN', 'The directory has no system of this agency and format that the sending hub sends for.');
    }
    return { agency: from.agency, system: system.id, adapter, fileName, bytes: bytes[nth] ?? Buffer.alloc(0), signature, sentAt: at, receivedBy: partner.id };
  });
}

/** Of what a message is: the same in all that is ever said under one id. */
export function subjectOf({ statement: { from, to, matter, records } }: SignedSent): string {
  return canonicalJson([from, to, matter, records]);
}

/** What a message is, whenever it was sent: its documents by their hashes, in their order. */
export function contentOf({ sent }: Message): string {
  const { from, to, matter, documents } = sent.statement;
  return sha256(Buffer.from(canonicalJson([from, to, matter, documents])));
}

/** The bytes, which have to be the very ones that the signed statement states. */
function bytesOf({ sent, documents }: Message): readonly Buffer[] {
  const stated = sent.statement.documents;
  const all = documents.map(({ base64 }) => Buffer.from(base64, 'base64'));
  const same = stated.length === documents.length && stated.every(({ id, sha256: hash, mediaType, bytes }, nth) => {
    const [document, held] = [documents[nth], all[nth]];
    return document?.id === id && document.mediaType === mediaType && held?.length === bytes && sha256(held) === hash;
  });
  if (!same) {
    throw new HubError('SIGNATURE_INVALID', 'The documents are not those that the signed statement states.');
  }
  return all;
}
