import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { HubError } from '../../domain/errors.ts';
import { DAY } from '../../domain/interval/durations.ts';
import { asWriter, type Writing } from '../../store/database.ts';
import { heldBefore, heldSince, holdSeal, type HeldBefore } from '../../store/write/partner-anchor-store.ts';
import { partnerAtTheDoor, type Arrived, type InboundServices } from '../inbound/at-the-door.ts';
import { openStatement } from '../inbound/open-statement.ts';
import { refused } from '../inbound/open-webhook.ts';
import { signedAnchor, signedAsked, type AnchorOutcome, type SignedAnchor, type SignedAnchored, type SignedAsked, type SignedHeld } from './anchor-statements.ts';
import { heldOf } from './held-anchors.ts';
import { signAnchored, type Stating } from './sign-anchor.ts';

/** What taking in heads needs of the rest of the hub. */
export type AnchorDoor = Omit<InboundServices, 'receive'>;

/** Holds the head of a partner's log for good, one row for each, and says by a signed answer that it does; a log that is not the one it was is told of on both sides. */
export async function takeAnchor(services: AnchorDoor, arrived: Arrived): Promise<SignedAnchored> {
  const partner = await partnerAtTheDoor(services, arrived.hub);
  const anchor = await openStatement(services, { arrived, partner }, { shape: signedAnchor, signed: (read) => read, idOf: ({ statement }) => statement.id });
  const outcome = await hold(services, partner, anchor);
  const fields = { system: partner.id, count: anchor.statement.seal.number };
  if (outcome === 'DIFFERS' || outcome === 'BEHIND') {
    services.log.error('partner-log-differs', { ...fields, reason: outcome });
  } else {
    services.log.info('partner-anchor-held', fields);
  }
  return signAnchored(stating(services, anchor), { anchor, outcome });
}

/** Tells a partner which heads of its own log this hub holds, and of nobody else's. */
export async function answerHeld(services: AnchorDoor, arrived: Arrived): Promise<SignedHeld> {
  const partner = await partnerAtTheDoor(services, arrived.hub);
  const asked = await openStatement(services, { arrived, partner }, { shape: signedAsked, signed: (read) => read, idOf: ({ statement }) => statement.id });
  return heldOf(services.database, stating(services, asked), asked);
}

function stating({ key, clock }: AnchorDoor, { statement }: SignedAnchor | SignedAsked): Stating {
  if (key === null) {
    throw refused();
  }
  return { from: statement.to.hub, to: statement.from.hub, at: clock(), key };
}

function hold({ database, clock }: AnchorDoor, { id: hub }: PartnerHub, anchor: SignedAnchor): Promise<AnchorOutcome> {
  const { seal } = anchor.statement;
  return asWriter(
    database,
    async (em) => {
      const before = await heldBefore(em, { hub, number: seal.number });
      await (before.heads.includes(seal.head) ? undefined : mustHaveRoom(em, hub, clock()));
      await holdSeal(em, { hub, seal, sent: anchor, at: clock() });
      return outcomeOf(seal, before);
    },
    { serial: true },
  );
}

/** Our figure: a partner sends the newest head once a day, and whenever its operator wants to; what is held is held for good. */
const MOST_A_DAY = 100;

async function mustHaveRoom(em: Writing, hub: string, now: number): Promise<void> {
  const { count, first } = await heldSince(em, { hub, since: now - DAY });
  if (count >= MOST_A_DAY) {
    const again = Math.max(1, Math.ceil(((first ?? now) + DAY - now) / 1000));
    throw new HubError('RATE_LIMITED', `Of one partner this hub holds ${String(MOST_A_DAY)} new heads of its log within a day, and it holds as many: send the newest again in ${String(again)} seconds.`, { retryAfter: again });
  }
}

/** Another head of the same number weighs most, as two cannot both be true; then that a later one is held, though this very one may be held too. */
function outcomeOf({ number, head }: SignedAnchor['statement']['seal'], { heads, latest }: HeldBefore): AnchorOutcome {
  if (heads.some((held) => held !== head)) {
    return 'DIFFERS';
  }
  if (latest !== null && latest > number) {
    return 'BEHIND';
  }
  return heads.includes(head) ? 'ALREADY_HELD' : 'HELD';
}
