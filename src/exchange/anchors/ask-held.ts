import type { Directory } from '../../directory/directory.ts';
import type { PartnerHub } from '../../directory/exchange-directory.ts';
import { HubError } from '../../domain/errors.ts';
import type { HeldSeals } from '../../gate/seal/check-held.ts';
import type { Seal } from '../../gate/seal/seal-head.ts';
import { checkSigned } from '../check-signed.ts';
import { keysOfPartner } from '../hub-keys.ts';
import { sentDigest } from '../receipt.ts';
import { signedHeld, type SignedAsked, type SignedHeld } from './anchor-statements.ts';
import { askPartner, type Asked, type AnchoringServices } from './ask-partner.ts';
import { signAsked, type Stating } from './sign-anchor.ts';

/** Five hundred heads are some 150 KB. */
const MOST_OF_AN_ANSWER = 512 * 1024;
/** A head a day for longer than anything is kept; a partner that goes on answering is not asked for ever. */
const MOST_PARTS = 100;

/** What a partner says that it holds, or why it did not say. */
export type HeldThere = HeldSeals | { readonly hub: string; readonly code: string };

/** Asks every partner which heads of this hub's log it holds. */
export async function askHeld(services: AnchoringServices): Promise<readonly HeldThere[]> {
  const directory = await services.directory();
  const { key, clock } = services;
  const own = directory.hub;
  if (own === null || key === null) {
    return [];
  }
  const held: HeldThere[] = [];
  for (const partner of directory.hubs.values()) {
    held.push(await heldBy(services, { directory, partner, stating: { from: own.id, to: partner.id, at: clock(), key } }));
  }
  return held;
}

interface Partner {
  readonly directory: Directory;
  readonly partner: PartnerHub;
  readonly stating: Stating;
}

async function heldBy(services: AnchoringServices, asked: Partner): Promise<HeldThere> {
  const { id: hub } = asked.partner;
  const seals: Seal[] = [];
  for (let after: SignedAsked['statement']['after'] = null, part = 0; part < MOST_PARTS; part += 1) {
    const came = await askNext(services, asked, after);
    if ('code' in came) {
      return { hub, code: came.code };
    }
    const { statement } = came.answer;
    seals.push(...statement.seals);
    const last = statement.seals.at(-1);
    if (!statement.more || last === undefined) {
      break;
    }
    after = { number: last.number, head: last.head };
  }
  return { hub, seals };
}

async function askNext(services: AnchoringServices, { directory, partner, stating }: Partner, after: SignedAsked['statement']['after']): Promise<Asked<SignedHeld>> {
  const said = await signAsked(stating, after);
  return askPartner(services, { directory, partner, path: 'exchange/anchors/held', said, shape: signedHeld, answers: ({ statement }) => statement.asked === sentDigest(said), mostBytes: MOST_OF_AN_ANSWER });
}

/** What a partner printed of the heads that it holds, each line a statement that it signed. */
export async function readHeld({ hubs, hub: own }: Pick<Directory, 'hubs' | 'hub'>, text: string): Promise<readonly HeldSeals[]> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Promise.all(
    lines.map(async (line) => {
      const held = heldIn(line);
      const partner = hubs.get(held?.statement.from.hub ?? '');
      if (held === null || partner === undefined || held.statement.to.hub !== own?.id || (await checkSigned(held, partner.id, keysOfPartner(partner))).fault !== null) {
        throw new HubError('BAD_INPUT', 'The file is not what a partner of this hub printed and signed of the anchors it holds.');
      }
      return { hub: partner.id, seals: held.statement.seals };
    }),
  );
}

function heldIn(line: string): SignedHeld | null {
  try {
    return signedHeld.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}
