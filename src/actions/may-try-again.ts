import { randomUUID } from 'node:crypto';
import { HubError } from '../domain/errors.ts';
import { DAY } from '../domain/interval/durations.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { childrenOf, HELD_BACK, heldBackSince } from '../store/write/action-log.ts';
import { addAuditEvent } from '../store/write/audit-store.ts';
import { managersBut } from './managers-but.ts';
import type { Scene } from './perform.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';

/** Our figure: each text that is held back tells two people together who is known; honest work has few of them. */
const MOST_A_DAY = 3;
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });

/**
 * Refuses whoever approved too many texts about this child that were held back within a day, whatever stands in this one.
 * Another who is trained may still approve: what a home has to read does not wait for a day.
 */
export async function mustBeFreeToTry(scene: Scene, child: string): Promise<void> {
  const until = await stoppedUntil(scene, child, [scene.actor.viewer.person]);
  if (until !== null) {
    throw new HubError('RATE_LIMITED', `${String(MOST_A_DAY)} texts about this child that you wrote or approved were held back within a day; you can approve again from ${until}. Ask somebody else who is trained to look at it.`);
  }
}

/**
 * Refuses in the same way what is written for a home or a carer to read at once: with somebody of the home its writer would
 * find out who is known. What cannot wait is said to the home by telephone.
 */
export async function mustBeFreeToWrite(scene: Scene, child: string, writer = scene.actor.viewer.person): Promise<void> {
  const until = await stoppedUntil(scene, child, [scene.actor.viewer.person, writer]);
  if (until !== null) {
    throw new HubError('RATE_LIMITED', `${String(MOST_A_DAY)} texts about this child by the same person were held back from homes and carers within a day: nothing more of theirs goes to one until ${until}, and nothing was stored. Ring the home or the carer now with what they have to know. A manager was told and releases it: they, or somebody they ask, write it anew.`);
  }
}

/** Until when somebody among these is stopped, in words; null: nobody is. */
async function stoppedUntil({ em, now }: Scene, child: string, people: readonly string[]): Promise<string | null> {
  const tried = await heldBackSince(em, child, now - DAY);
  const ends = people.flatMap((person) => tried.filter(({ by }) => by.includes(person))[MOST_A_DAY - 1]?.at ?? []).map((at) => at + DAY);
  return ends.length === 0 ? null : TIME.format(Math.max(...ends));
}

/** A text that is held back, by the person record of its child. */
interface Tried {
  readonly id: string;
  readonly person: string;
  readonly facts: ChildFacts;
  /** Who wrote it, where that is somebody else than who acts now. */
  readonly writer?: string;
}

/** Keeps that what somebody wrote for a home or a carer is held back: no answer says so, and so no other event does. */
export async function countTry(scene: Scene, { writer = scene.actor.viewer.person, ...text }: Tried): Promise<void> {
  const { em, now, action, actor: { viewer } } = scene;
  const children = await childrenOf(em, [text.person]);
  for (const child of children) {
    await tellOfTries(scene, { ...text, child });
  }
  await addAuditEvent(em, { id: randomUUID(), at: now, kind: 'DECISION', actor: viewer.person, agency: viewer.agency, role: viewer.role, children, body: { action, outcome: HELD_BACK, of: text.id, writer } });
}

/** Tells the managers and the data protection officer of each that is held back once as many were within a day, whoever wrote or approved them; to be asked before this one is in the log. */
export async function tellOfTries(scene: Scene, { child, person, id, facts }: Omit<Tried, 'writer'> & { readonly child: string }): Promise<void> {
  const before = await heldBackSince(scene.em, child, scene.now - DAY);
  if (before.length + 1 >= MOST_A_DAY) {
    const to = [...managersBut(scene, facts), ...everyone('DATA_PROTECTION_OFFICER', answering(facts))];
    const text = 'As many texts about a child were held back within a day as may be: who is known round the child could be found out by that. Look at who wrote and who approved them.';
    await tellEach(scene, { to, kind: 'HELD_BACK', child: person, about: id, text });
  }
}
