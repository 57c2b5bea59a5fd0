import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/observation/canonical-json.ts';
import { asWriter } from '../store/database.ts';
import { saidSince } from '../store/write/sent-content-store.ts';
import type { Deliver, Prepared, ToDeliver } from './delivery.ts';
import type { DeliverServices, DeliveryFault } from './deliver-services.ts';
import { openWay } from './open-way.ts';
import { makeFiles, type MadeFiles } from './outgoing/make-files.ts';
import type { Messages } from './outgoing/messages-for.ts';
import { documentsOf, statedDocument } from './sent-document.ts';
import { signSent } from './sign-receipt.ts';
import type { SignedSent } from './receipt.ts';
import type { SentDocument, Way } from './way.ts';

/** Carries transmissions: whether there is a way is found first, then the gate is asked, and last it is signed; nothing leaves before `send`. */
export function createDeliver(services: DeliverServices): Deliver {
  return {
    async prepare(one) {
      const way = await openWay(services, one);
      if ('fault' in way) {
        return { outcome: way.outcome, code: way.fault };
      }
      const made = await makeFiles(services, one, { ...way, since: (messages) => since(services, one, { way, messages }) });
      return 'fault' in made ? never(made.fault) : ready(one, { way, made });
    },
  };
}

const never = (code: DeliveryFault): Prepared => ({ outcome: 'NEVER', code });

/** A second try says the same as of the same moment. */
function since({ database }: DeliverServices, one: ToDeliver, { way, messages: { told, child, keys } }: { readonly way: Way; readonly messages: Messages }): Promise<number> {
  const content = createHash('sha256').update(canonicalJson([way.channel.id, told.map(({ message }) => message)])).digest('hex');
  return asWriter(database, (em) => saidSince(em, { transmission: one.id, content, at: one.sentAt, child, keys }));
}

async function ready(one: ToDeliver, { way, made }: { readonly way: Way; readonly made: MadeFiles }): Promise<Prepared> {
  const { level, fields } = made;
  const documents = await documentsOf(made.files, way);
  const sent = await signed(one, { way, made, documents });
  return { outcome: 'READY', sent, level, fields, send: (signal) => way.send({ sent, documents, at: one.sentAt, signal }) };
}

interface ToSign {
  readonly way: Way;
  readonly made: MadeFiles;
  readonly documents: readonly SentDocument[];
}

function signed(one: ToDeliver, { way, made: { level, fields }, documents }: ToSign): Promise<SignedSent> {
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
    way.key,
  );
}
