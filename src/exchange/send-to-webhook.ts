import type { DeliverServices } from './deliver-services.ts';
import type { Delivered } from './delivery.ts';
import type { OpenEnd, SignedMessage } from './way.ts';
import { post, unanswered, unsigned } from './send-to-hub.ts';
import { signOwnWord } from './sign-receipt.ts';

/** Sends a message as JSON to a system that signs nothing: its 2xx is all the word there is, and the hub says so under its own name. */
export async function sendToWebhook({ key, clock }: Pick<DeliverServices, 'key' | 'clock'>, end: OpenEnd, message: SignedMessage): Promise<Delivered> {
  const { sent, documents } = message;
  // Each document is canonical JSON, so that the bytes that were signed are there to be compared.
  const said = documents.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join(',');
  const answer = await post(end, message, `{"sent":${JSON.stringify(sent)},"messages":[${said}]}`);
  if (answer.outcome !== 'ANSWERED') {
    return unanswered(answer);
  }
  if (key === null || answer.status < 200 || answer.status >= 300) {
    return unsigned(answer.status);
  }
  return { outcome: 'ACCEPTED', received: await signOwnWord(sent, { outcome: 'ANSWERED', at: new Date(clock()).toISOString() }, key) };
}
