import type { Directory } from '../../directory/directory.ts';
import type { RingTry } from '../../store/write/ring-store.ts';
import type { DeliverServices, DeliveryFault } from '../deliver-services.ts';
import { openEndpoint } from '../open-way.ts';
import { postSigned } from '../send-to-hub.ts';

/** What sending to whatever rings somebody rests on. */
export type SendingRings = Pick<DeliverServices, 'secrets' | 'production' | 'resolve' | 'clock'> & {
  /** Where the hub is to be found by whoever was rung; null: the operator has not said. */
  readonly publicUrl: string | null;
};

/** Our figures: so long whatever rings is waited for, whose answer says no more than its status. */
const ANSWER_WITHIN = 10_000;
const MOST_OF_AN_ANSWER = 8 * 1024;

/**
 * Tells whatever rings somebody that a step of an alert is before them: by ids, its number and until when it is to be answered; not what it is
 * about, of whom, nor of which kind. Every try says the same under the same id. Null: it answered that it has it.
 */
export async function sendRing(services: SendingRings, { directory, channel }: { readonly directory: Directory; readonly channel: string }, { id, notice, alert, step, answerBy }: RingTry): Promise<DeliveryFault | null> {
  const way = directory.channels.get(channel);
  if (way?.kind !== 'WEBHOOK' || directory.hub === null) {
    return 'CHANNEL_UNKNOWN';
  }
  const end = await openEndpoint(services, directory, { address: way.url, secret: way.secret });
  if ('fault' in end) {
    return end.fault;
  }
  const body = JSON.stringify({ ring: id, alert, notice, step, answerBy: new Date(answerBy).toISOString(), hub: services.publicUrl });
  const answer = await postSigned(end, { id, hub: directory.hub.id, at: services.clock(), signal: AbortSignal.timeout(ANSWER_WITHIN), body, mostBytes: MOST_OF_AN_ANSWER });
  return answer.outcome === 'ANSWERED' ? faultOf(answer.status) : WITHOUT[answer.outcome];
}

const WITHOUT = { REDIRECTED: 'REDIRECTED', TOO_LARGE: 'ANSWER_TOO_LARGE', NO_ANSWER: 'NO_ANSWER' } as const;

function faultOf(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) {
    return null;
  }
  return status >= 500 || status === 429 ? 'RECEIVER_FAILED' : 'RECEIVER_REFUSED';
}
