import { createHash } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { asWriter } from '../store/database.ts';
import { saidSince } from '../store/write/sent-content-store.ts';
import type { Deliver, Prepared, ToDeliver } from './delivery.ts';
import type { DeliverServices, DeliveryFault } from './deliver-services.ts';
import { openWay } from './open-way.ts';
import { messagesFor, type Messages } from './outgoing/messages-for.ts';
import { documentsOf, statedDocument } from './sent-document.ts';
import { signSent, type DeliveryKey } from './sign-receipt.ts';
import type { SignedSent } from './receipt.ts';
import type { SentDocument, Way } from './way.ts';

/** What one message may weigh: our figure, a few times what any case holds. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Carries transmissions: whether there is a way is found first, then the gate is asked, and last it is signed; nothing leaves before `send`. */
export function createDeliver(services: DeliverServices): Deliver {
  return {
    async prepare(one) {
      const way = await openWay(services, one);
      if ('fault' in way) {
        return way.lasting ? never(way.fault) : { outcome: 'NOT_NOW', code: way.fault };
      }
      const messages = await messagesFor(services, one, { directory: way.directory, system: way.channel.system });
      if ('fault' in messages) {
        return never(messages.fault);
      }
      try {
        return await ready(services, one, { way, messages });
      } catch (error) {
        if (error instanceof HubError && error.code === 'FORMAT_CANNOT_SAY') {
          return never('FORMAT_CANNOT_SAY');
        }
        throw error;
      }
    },
  };
}

const never = (code: DeliveryFault): Prepared => ({ outcome: 'NEVER', code });

async function ready(services: DeliverServices, one: ToDeliver, { way, messages }: { readonly way: Way; readonly messages: Messages }): Promise<Prepared> {
  const content = createHash('sha256').update(canonicalJson([way.channel.id, messages.all])).digest('hex');
  const { child, keys, level, fields } = messages;
  const at = await asWriter(services.database, (em) => saidSince(em, { transmission: one.id, content, at: one.sentAt, child, keys }));
  const sentAt = new Date(at).toISOString();
  const documents = await documentsOf(messages.all.map((message) => ({ ...message, sentAt })), way);
  if (documents.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES) {
    return never('TOO_LARGE');
  }
  const sent = await signed(one, { way, messages, documents });
  return { outcome: 'READY', sent, level, fields, send: (signal) => way.send({ sent, documents, at: one.sentAt, signal }) };
}

interface ToSign {
  readonly way: Way;
  readonly messages: Messages;
  readonly documents: readonly SentDocument[];
}

function signed(one: ToDeliver, { way, messages: { level, fields }, documents }: ToSign): Promise<SignedSent> {
  const key: DeliveryKey = way.key;
  const { id: transmission, matter, decision, records } = one;
  return signSent(
    {
      transmission,
      from: { hub: way.ownHub, agency: one.from },
      to: { hub: way.hub?.id ?? null, agency: one.to },
      matter,
      decision,
      records: [...records],
      level,
      fields: [...fields],
      documents: documents.map(statedDocument),
      at: new Date(one.sentAt).toISOString(),
    },
    key,
  );
}
