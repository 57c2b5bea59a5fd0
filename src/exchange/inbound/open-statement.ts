import type { z } from 'zod';
import { HubError } from '../../domain/errors.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { checkSigned } from '../check-signed.ts';
import { keysOfPartner } from '../hub-keys.ts';
import type { Signed } from '../receipt.ts';
import type { Arrived, InboundServices } from './at-the-door.ts';
import { openWebhook, refused } from './open-webhook.ts';

/** A statement of a hub, from which one it says that it is and for which. */
interface Between extends Signed {
  readonly statement: Signed['statement'] & { readonly from: { readonly hub: string }; readonly to: { readonly hub: string | null } };
}

/** How a text is read, and which of its statements the hub has signed, under which name. */
export interface Opening<Read> {
  readonly shape: z.ZodType<Read>;
  readonly signed: (read: Read) => Between;
  readonly idOf: (read: Read) => string;
}

/** A text of a partner for this hub, proven twice: by the secret that the two share, and by the partner's key. Refused otherwise before anything of it is believed. */
export async function openStatement<Read>(services: Pick<InboundServices, 'directory' | 'secrets' | 'clock'>, { arrived, partner }: { readonly arrived: Arrived; readonly partner: PartnerHub }, { shape, signed, idOf }: Opening<Read>): Promise<Read> {
  const { directory, secrets, clock } = services;
  const text = openWebhook(arrived.body, arrived, { secret: secrets.get(partner.secret) ?? new Uint8Array(), now: clock() });
  const read = shape.safeParse(jsonIn(text));
  if (!read.success) {
    throw new HubError('BAD_INPUT', 'The message is not one that hubs send each other.');
  }
  const said = signed(read.data);
  const { from, to } = said.statement;
  const proven = idOf(read.data) === arrived.id && from.hub === partner.id && (await checkSigned(said, partner.id, keysOfPartner(partner))).fault === null;
  if (!proven) {
    throw refused();
  }
  if (to.hub !== (await directory()).hub?.id) {
    throw new HubError('NOT_FOR_THIS_HUB', 'The message is for another hub.');
  }
  return read.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
