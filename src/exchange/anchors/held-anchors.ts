import { asWriter, type Database } from '../../store/database.ts';
import { sealsHeld } from '../../store/write/partner-anchor-store.ts';
import { MOST_AT_ONCE, type SignedAsked, type SignedHeld } from './anchor-statements.ts';
import { signHeld, type Stating } from './sign-anchor.ts';

/** The next heads that are held of the log of whoever it is stated to, signed. */
export async function heldOf(database: Database, stating: Stating, asked: SignedAsked): Promise<SignedHeld> {
  return signHeld(stating, { ...(await nextHeld(database, stating.to, asked.statement.after)), asked });
}

/** All of them, a statement for each part of the list: to be handed to the partner as a file. */
export async function printHeld(database: Database, stating: Stating): Promise<readonly SignedHeld[]> {
  const parts: SignedHeld[] = [];
  let after: SignedAsked['statement']['after'] = null;
  do {
    const next: SignedHeld = await signHeld(stating, { ...(await nextHeld(database, stating.to, after)), asked: null });
    parts.push(next);
    after = next.statement.more ? (next.statement.seals.at(-1) ?? null) : null;
  } while (after !== null);
  return parts;
}

async function nextHeld(database: Database, hub: string, after: SignedAsked['statement']['after']): Promise<Pick<SignedHeld['statement'], 'seals' | 'more'>> {
  const seals = await asWriter(database, (em) => sealsHeld(em, { hub, after, most: MOST_AT_ONCE + 1 }));
  return { seals: seals.slice(0, MOST_AT_ONCE).map((seal) => ({ ...seal })), more: seals.length > MOST_AT_ONCE };
}
