import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { DAY } from '../../domain/interval/durations.ts';
import { aloneAtLock } from '../../gate/seal/as-sealer.ts';
import { newestSeal } from '../../gate/seal/newest-seal.ts';
import type { Seal } from '../../gate/seal/seal-head.ts';
import { asWriter } from '../../store/database.ts';
import { keepAnchorReceipt, lastReceipt } from '../../store/write/partner-anchor-store.ts';
import { sentDigest } from '../receipt.ts';
import type { DeliveryKey } from '../sign-receipt.ts';
import { signedAnchored, type AnchorOutcome } from './anchor-statements.ts';
import { askPartner, type AnchoringServices } from './ask-partner.ts';
import { signAnchor } from './sign-anchor.ts';

/** Any fixed number: whoever sends heads to partners meets at it, so that none overtakes a later one. */
const PARTNERS_LOCK = 4_870_005;
/** Our figure: so often a partner is sent the newest head. */
const EVERY = DAY;
const MOST_OF_AN_ANSWER = 8 * 1024;

/** What came of sending the newest head to a partner; a code where no answer proves anything. */
export interface AnchoredWith {
  readonly hub: string;
  /** Of the head that was sent. */
  readonly batch: number;
  readonly outcome: AnchorOutcome | 'NO_ANSWER';
  readonly code: string | null;
}

/** Whom it is sent, and until when. */
export interface Anchoring {
  readonly dueOnly: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Sends the newest head of this hub's log to each partner hub, and keeps what the partner signed to it; `dueOnly`: where a day has gone
 * since the last and there is a newer one. Null where another process is at it, or this hub exchanges nothing.
 */
export function anchorWithPartners(services: AnchoringServices, { dueOnly, signal }: Anchoring): Promise<readonly AnchoredWith[] | null> {
  return aloneAtLock(services.database, PARTNERS_LOCK, async () => {
    const directory = await services.directory();
    const [own, seal] = [directory.hub, await newestSeal(services.database)];
    const { key } = services;
    if (own === null || key === null || seal === null) {
      return [];
    }
    const done: AnchoredWith[] = [];
    for (const partner of directory.hubs.values()) {
      if (signal?.aborted !== true && (!dueOnly || (await isDue(services, partner, seal)))) {
        done.push(await anchorWith(services, { directory, partner, own: own.id, key, seal, ...(signal && { signal }) }));
      }
    }
    return done;
  });
}

async function isDue({ database, clock }: AnchoringServices, { id }: PartnerHub, seal: Seal): Promise<boolean> {
  const last = await asWriter(database, (em) => lastReceipt(em, id));
  return last === null || (last.head !== seal.head && clock() - last.at >= EVERY);
}

interface ToAnchor {
  readonly directory: Directory;
  readonly partner: PartnerHub;
  readonly own: string;
  readonly key: DeliveryKey;
  readonly seal: Seal;
  readonly signal?: AbortSignal;
}

async function anchorWith(services: AnchoringServices, { own, key, seal, ...way }: ToAnchor): Promise<AnchoredWith> {
  const { database, clock, log } = services;
  const { partner } = way;
  const sent = await signAnchor({ from: own, to: partner.id, at: clock(), key }, seal);
  const asked = await askPartner(services, { ...way, path: 'exchange/anchors', said: sent, shape: signedAnchored, answers: ({ statement }) => statement.anchor === sentDigest(sent), mostBytes: MOST_OF_AN_ANSWER });
  const of = { hub: partner.id, batch: seal.number };
  if ('code' in asked) {
    log.warn('partner-anchor-late', { system: partner.id, reason: asked.code });
    return { ...of, outcome: 'NO_ANSWER', code: asked.code };
  }
  const { answer: received } = asked;
  await asWriter(database, (em) => keepAnchorReceipt(em, { hub: partner.id, number: seal.number, head: seal.head, sent, received, at: clock() }));
  const { outcome } = received.statement;
  if (outcome === 'DIFFERS' || outcome === 'BEHIND') {
    log.error('partner-anchor-differs', { system: partner.id, reason: outcome });
  }
  return { ...of, outcome, code: null };
}
