import { mayLift, whoNamesManager } from '../directory/who-lifts.ts';
import { DAY } from '../domain/interval/durations.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import { addNotice, isToldSince } from '../store/write/notice-store.ts';
import { factsOfChild } from '../store/write/read-facts.ts';
import type { LookingAgain } from './before-others.ts';

const NOBODY_LIFTS = 'A child is restricted, and no manager who may see them can lift it. Name one by "nameManager": "about" is the child. Where nobody else holds the post, have the directory give it to somebody first.';
/** Our figure: whoever said that they know is told again after a day, as long as nobody is named. */
const TOLD_FOR = DAY;

/**
 * Tells the data protection officers of a restricted child whom no manager is left to open that they are to name one, whether
 * a restriction shut the last one out or the directory has them no longer. They learn the id, and nothing else of the child.
 */
export async function tellWhoNames({ em, services, now, posts }: LookingAgain, child: string): Promise<void> {
  const row = await factsOfChild(em, child, now);
  if (row?.facts.restricted !== 'YES' || mayLift(services.directory(), row.facts).length > 0) {
    return;
  }
  const standing = await standingDecision(em, { kind: 'RESTRICTION', children: row.childRecords, abouts: null, matter: '' });
  const excluded = standing?.kind === 'RESTRICTION' ? standing.payload.excluded : [];
  const officers = whoNamesManager(services.directory(), row.facts, excluded);
  if (officers.length === 0 && posts) {
    services.log.warn('restriction-unliftable', { record: child });
  }
  for (const to of officers) {
    if (!(await isToldSince(em, { to, kind: 'NOBODY_LIFTS', about: row.childRecords }, now - TOLD_FOR))) {
      await addNotice(em, { to: [to], kind: 'NOBODY_LIFTS', child, about: child, text: NOBODY_LIFTS, visibleFrom: now, raisedAt: now });
    }
  }
}
