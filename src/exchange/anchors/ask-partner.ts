import type { z } from 'zod';
import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { checkSigned } from '../check-signed.ts';
import type { DeliverServices } from '../deliver-services.ts';
import { keysOfPartner } from '../hub-keys.ts';
import { openEndpoint } from '../open-way.ts';
import type { Signed } from '../receipt.ts';
import { postSigned, unanswered, unsigned } from '../send-to-hub.ts';

/** A signed statement of one hub for another. */
type Stated = Signed & { readonly statement: { readonly from: { readonly hub: string }; readonly to: { readonly hub: string } } };

/** What anchoring with partners rests on. */
export type AnchoringServices = Pick<DeliverServices, 'database' | 'directory' | 'key' | 'secrets' | 'production' | 'resolve' | 'clock'> & { readonly log: Pick<DeliverServices['log'], 'info' | 'warn' | 'error'> };

/** Something to a partner that it answers by a signed statement of this shape. */
export interface Asking<Answer> {
  readonly directory: Directory;
  readonly partner: PartnerHub;
  /** Below the partner's address. */
  readonly path: 'exchange/anchors' | 'exchange/anchors/held';
  readonly said: Signed & { readonly statement: { readonly id: string; readonly from: { readonly hub: string } } };
  readonly shape: z.ZodType<Answer>;
  /** Is it the answer to this very statement? */
  readonly answers: (answer: Answer) => boolean;
  readonly mostBytes: number;
  /** Whoever waits may wait no longer. */
  readonly signal?: AbortSignal;
}

/** A partner's answer, or why there is none that proves anything. */
export type Asked<Answer> = { readonly answer: Answer } | { readonly code: string };

const NEVER = new AbortController().signal;

/** Says something to a partner, signed as messages are, and takes as its answer nothing but a statement that the partner signed to it. */
export async function askPartner<Answer extends Stated>(services: AnchoringServices, asking: Asking<Answer>): Promise<Asked<Answer>> {
  const { directory, partner, path, said, mostBytes, signal = NEVER } = asking;
  const end = await openEndpoint(services, directory, { address: `${partner.url}${path}`, secret: partner.secret });
  if ('fault' in end) {
    return { code: end.fault };
  }
  const { id, from } = said.statement;
  const came = await postSigned(end, { id, hub: from.hub, at: services.clock(), signal, body: JSON.stringify(said), mostBytes });
  if (came.outcome !== 'ANSWERED') {
    return codeIn(unanswered(came));
  }
  const answer = came.status >= 200 && came.status < 300 ? (asking.shape.safeParse(jsonIn(came.body)).data ?? null) : null;
  if (answer === null) {
    return codeIn(unsigned(came.status));
  }
  return (await isProven(answer, asking)) ? { answer } : { code: 'RECEIPT_INVALID' };
}

async function isProven<Answer extends Stated>(answer: Answer, { partner, said, answers }: Asking<Answer>): Promise<boolean> {
  const { from, to } = answer.statement;
  return from.hub === partner.id && to.hub === said.statement.from.hub && answers(answer) && (await checkSigned(answer, partner.id, keysOfPartner(partner))).fault === null;
}

const codeIn = (delivered: ReturnType<typeof unanswered>): { readonly code: string } => ({ code: 'code' in delivered ? delivered.code : 'NO_ANSWER' });

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
