import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { answering } from '../policy/answering.ts';
import { heldBackSince } from '../store/write/action-log.ts';
import { managersBut } from './held-back.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';

/** Our figure: each text that is held back tells two people together who is known; honest work has few of them. */
const MOST_A_DAY = 3;
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/**
 * Refuses whoever approved too many texts about this child that were held back within a day, whatever stands in this one.
 * Another who is trained may still approve: what a home has to read does not wait for a day.
 */
export async function mustBeFreeToTry({ em, now, actor }: Scene, child: string): Promise<void> {
  const own = (await heldBackSince(em, child, now - DAY)).filter(({ by }) => by === actor.viewer.person);
  const first = own[MOST_A_DAY - 1];
  if (first !== undefined) {
    throw new HubError('RATE_LIMITED', `You approved ${String(MOST_A_DAY)} texts about this child within a day that were held back; you can again from ${TIME.format(first.at + DAY)}. Ask somebody else who is trained to look at it.`);
  }
}

/** Tells the managers and the data protection officer of each that is held back once as many were within a day, whoever approved them; to be asked before this one is in the log. */
export async function tellOfTries(scene: Scene, { child, person, id, facts }: Seen<'Redaction'>): Promise<void> {
  const before = await heldBackSince(scene.em, child, scene.now - DAY);
  if (before.length + 1 >= MOST_A_DAY) {
    const to = [...managersBut(scene, facts), ...everyone('DATA_PROTECTION_OFFICER', answering(facts))];
    const text = 'As many texts about a child were approved and held back within a day as may be: who is known round the child could be found out by that. Look at who wrote and who approved them.';
    await tellEach(scene, { to, kind: 'HELD_BACK', child: person, about: id, text });
  }
}
