import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { HubError } from '../../domain/errors.ts';
import { MINUTE } from '../../domain/interval/durations.ts';

/** What a hub says of itself and signs beside a message, as the standard for webhooks has it. */
export interface WebhookHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** As the standard has it: an older message is somebody's copy of it. */
export const TOLERANCE = 5 * MINUTE;
const MOST_SIGNATURES = 10;

/** The text of a body that was signed with this secret, under this very id and just now; refused otherwise, in one way for all of it. */
export function openWebhook(body: Buffer, { id = '', timestamp = '', signature = '' }: WebhookHeaders, { secret, now }: { readonly secret: Uint8Array; readonly now: number }): string {
  const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : NaN;
  if (!(Math.abs(now - at) <= TOLERANCE)) {
    throw refused();
  }
  const text = textOf(body);
  const expected = Buffer.from(new Webhook(secret, { format: 'raw' }).sign(id, new Date(at), text));
  const given = signature.split(' ').slice(0, MOST_SIGNATURES).map((one) => Buffer.from(one));
  if (!given.some((one) => one.length === expected.length && timingSafeEqual(one, expected))) {
    throw refused();
  }
  return text;
}

/** Other bytes than of a text could stand for one and the same. */
function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw refused();
  }
}

/** Whoever is no partner, or holds no key of one, learns no more than that. */
export const refused = (): HubError => new HubError('SIGNATURE_INVALID', 'The message is not signed by a hub that this hub takes messages from, or not just now.');
