import { createHash, randomUUID } from 'node:crypto';
import type { Deliver, Delivered, Prepared, ToDeliver } from '../../src/exchange/delivery.ts';
import type { SignedSent } from '../../src/exchange/receipt.ts';
import { signReceived, signSent } from '../../src/exchange/sign-receipt.ts';
import { HOST, MESSAGE, PLACING } from './a-receipt.ts';

/** How a receiver behaves at one try; DROPS takes the message and never says so. */
export type Behaviour = 'ACCEPTS' | 'REFUSES' | 'FAILS' | 'HANGS' | 'DROPS' | 'CANNOT_SAY' | 'NOT_NOW' | 'NOT_SET_UP' | 'THROWS';

/** The network of the tests: a receiver that keeps each message once, and behaves as it is told, try after try. */
export interface Network extends Deliver {
  /** What happens at the next tries; afterwards it accepts. */
  behaves(...behaviours: readonly Behaviour[]): void;
  /** Messages the receiver keeps, by transmission. */
  readonly kept: ReadonlyMap<string, string>;
  /** How often bytes left. */
  left: number;
  /** Called between preparing and the rest, and while bytes are under way. */
  afterPreparing: (one: ToDeliver) => Promise<void>;
  whileSending: (one: ToDeliver) => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

const OF_AN_EPISODE = ['Episode.status', 'Episode.riskChanges', 'Episode.locatedAt', 'Episode.returnedAt'];

export function aNetwork(): Network {
  const next: Behaviour[] = [];
  const kept = new Map<string, string>();
  const network: Network = {
    kept,
    left: 0,
    afterPreparing: nothing,
    whileSending: nothing,
    behaves: (...behaviours) => {
      next.splice(0, next.length, ...behaviours);
    },
    async prepare(one): Promise<Prepared> {
      const behaviour = next.shift() ?? 'ACCEPTS';
      const said = EARLY[behaviour];
      if (said !== undefined) {
        return said();
      }
      const sent = await signSent(statementOf(one), HOST.key);
      await network.afterPreparing(one);
      return {
        outcome: 'READY',
        sent,
        level: 'FULL',
        fields: one.matter === 'EPISODE' ? OF_AN_EPISODE : ['FullInterview.reasons'],
        async send() {
          network.left += 1;
          await network.whileSending(one);
          return received(sent, behaviour);
        },
      };
    },
  };
  const received = async (sent: SignedSent, behaviour: Behaviour): Promise<Delivered> => {
    const { transmission } = sent.statement;
    if (behaviour === 'FAILS' || behaviour === 'HANGS') {
      return { outcome: 'NO_ANSWER', code: behaviour === 'FAILS' ? 'CONNECTION_FAILED' : 'NO_ANSWER_IN_TIME' };
    }
    const at = new Date(Date.parse(sent.statement.at) + 1000).toISOString();
    if (behaviour === 'REFUSES') {
      return { outcome: 'REFUSED', received: await signReceived(sent, { outcome: 'REFUSED', reason: 'SOURCE_UNKNOWN', document: null, at }, PLACING.key) };
    }
    const document = kept.get(transmission);
    const answer = { outcome: document === undefined ? 'ACCEPTED' : 'ALREADY_HELD', reason: null, document: document ?? randomUUID(), at } as const;
    kept.set(transmission, answer.document);
    return behaviour === 'DROPS' ? { outcome: 'NO_ANSWER', code: 'CONNECTION_FAILED' } : { outcome: 'ACCEPTED', received: await signReceived(sent, answer, PLACING.key) };
  };
  return network;
}

const EARLY: Readonly<Partial<Record<Behaviour, () => Prepared>>> = {
  CANNOT_SAY: () => ({ outcome: 'NEVER', code: 'FORMAT_CANNOT_SAY' }),
  NOT_NOW: () => ({ outcome: 'NOT_NOW', code: 'KEYS_NOT_READ' }),
  NOT_SET_UP: () => ({ outcome: 'NOT_SET_UP', code: 'SECRET_MISSING' }),
  THROWS: () => {
    throw new TypeError('an invented fault');
  },
};

function statementOf({ id, from, to, matter, decision, records, sentAt }: ToDeliver) {
  const documents = [{ id: randomUUID(), sha256: createHash('sha256').update(id).digest('hex'), mediaType: 'application/xml', bytes: 10 }];
  return { ...MESSAGE, transmission: id, from: { hub: 'southvale', agency: from }, to: { hub: 'westhaven', agency: to }, matter, decision, records: [...records], documents, at: new Date(sentAt).toISOString() };
}
