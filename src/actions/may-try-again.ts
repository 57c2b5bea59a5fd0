import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { heldBackSince } from '../store/write/action-log.ts';
import { managersBut } from './held-back.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';
import { answering, everyone } from './told.ts';

/** Our figure: each text that is held back tells two people together who is known; honest work has few of them. */
const MOST_A_DAY = 3;
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/** Refuses an approval of any text about a child of whom too many were held back within a day, whatever stands in this one. */
export async function mustBeFreeToTry({ em, now }: Scene, child: string): Promise<void> {
  const first = (await heldBackSince(em, child, now - DAY))[MOST_A_DAY - 1];
  if (first !== undefined) {
    throw new HubError('RATE_LIMITED', `${String(MOST_A_DAY)} texts about this child were held back within a day; another can be approved from ${TIME.format(first + DAY)}. A manager was told.`);
  }
}

/** Tells the managers and the data protection officer once the day's last text was held back; to be asked before this one is in the log. */
export async function tellOfTries(scene: Scene, { child, person, id, facts }: Seen<'Redaction'>): Promise<void> {
  const before = await heldBackSince(scene.em, child, scene.now - DAY);
  if (before.length + 1 === MOST_A_DAY) {
    const to = [...managersBut(scene, facts), ...everyone('DATA_PROTECTION_OFFICER', answering(facts))];
    const text = 'As many texts about a child were approved and held back within a day as may be: who is known round the child could be found out by that. Look at who wrote and who approved them.';
    await tellEach(scene, { to, kind: 'HELD_BACK', child: person, about: id, text });
  }
}
