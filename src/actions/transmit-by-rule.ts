import { transmitByRule, transmitToPlacing, type Making } from '../directory/transmit-by-rule.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { factsOfIntelligence } from '../store/write/read-facts.ts';
import type { Scene } from './perform.ts';

/**
 * An interview that is done, or refused, goes to the authority that placed the child where another held it, and into the own system
 * of whoever held it, as far as the directory says so.
 */
export async function transmitDone(scene: Scene, interview: string): Promise<void> {
  const row = await transmitToPlacing(makingOf(scene), interview);
  if (row !== null) {
    const own = row.facts.heldBy;
    await transmitByRule(makingOf(scene), { from: own, to: own, matter: 'INTERVIEW', because: 'OWN_SYSTEM', row, refused: row.state === 'REFUSED' });
  }
}

/** What a host did goes once it is done: the authority that placed the child finalises nothing here. */
export async function transmitOfHost(scene: Scene, { responsible }: Pick<ChildFacts, 'responsible'>, done: string): Promise<void> {
  if (!responsible.includes(scene.actor.viewer.agency)) {
    await transmitDone(scene, done);
  }
}

/** What came out of an interview and was released, or cannot wait, goes to the bureaus of the forces involved as a 3x5x2 report. */
export async function transmitReleased(scene: Scene, item: string): Promise<void> {
  const row = await factsOfIntelligence(scene.em, item, scene.now);
  if (row?.facts.released !== 'YES' || row.facts.origin !== 'INTERVIEW') {
    return;
  }
  for (const to of row.facts.forces) {
    await transmitByRule(makingOf(scene), { from: row.facts.originator, to, matter: 'INTELLIGENCE', because: 'INTELLIGENCE', row, refused: false });
  }
}

/** What a bureau made of an item goes back to the service that recorded it. */
export async function transmitGraded(scene: Scene, item: string): Promise<void> {
  const row = await factsOfIntelligence(scene.em, item, scene.now);
  const from = scene.actor.viewer.agency;
  if (row !== null && row.facts.originator !== from) {
    await transmitByRule(makingOf(scene), { from, to: row.facts.originator, matter: 'INTELLIGENCE', because: 'INTELLIGENCE', row, refused: false });
  }
}

function makingOf({ em, services, now }: Scene): Making {
  return { em, directory: services.directory(), idKey: services.idKey, now };
}
