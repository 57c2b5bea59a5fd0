import type { Scene } from './perform.ts';
import { exchangeFor, recipientAt } from '../directory/exchange-for.ts';
import { makeTransmission } from './make-transmission.ts';
import { factsOfIntelligence, factsOfInterview } from '../store/write/read-facts.ts';
import type { TransmissionCause } from '../store/write/transmissions/transmission-row.ts';
import { subjectOf } from '../store/write/hub-statement-store.ts';

/**
 * An interview that is done, or refused, goes to the authority that placed the child where another held it (SOM 8.1.3), and into
 * the own system of whoever held it, as far as the directory says so; by the placement's agreement at once, else once it is released.
 */
export async function transmitDone(scene: Scene, interview: string): Promise<void> {
  const row = await factsOfInterview(scene.em, interview, scene.now);
  if (row === null) {
    return;
  }
  const from = row.facts.heldBy;
  const placing = row.facts.responsible.filter((authority) => authority !== from).map((to) => ({ to, because: 'PLACEMENT_AGREEMENT' }) as const);
  for (const { to, because } of [...placing, { to: from, because: 'OWN_SYSTEM' } as const]) {
    const refused = row.state === 'REFUSED';
    await byRule(scene, { from, to, matter: 'INTERVIEW', because, row, refused });
  }
}

/** What came out of an interview and was released, or cannot wait, goes to the bureaus of the forces involved as a 3x5x2 report. */
export async function transmitReleased(scene: Scene, item: string): Promise<void> {
  const row = await factsOfIntelligence(scene.em, item, scene.now);
  if (row?.facts.released !== 'YES' || row.facts.origin !== 'INTERVIEW') {
    return;
  }
  for (const to of row.facts.forces) {
    await byRule(scene, { from: row.facts.originator, to, matter: 'INTELLIGENCE', because: 'INTELLIGENCE', row, refused: false });
  }
}

/** What a bureau made of an item goes back to the service that recorded it. */
export async function transmitGraded(scene: Scene, item: string): Promise<void> {
  const row = await factsOfIntelligence(scene.em, item, scene.now);
  const from = scene.actor.viewer.agency;
  if (row !== null && row.facts.originator !== from) {
    await byRule(scene, { from, to: row.facts.originator, matter: 'INTELLIGENCE', because: 'INTELLIGENCE', row, refused: false });
  }
}

interface ByRule {
  readonly from: string;
  readonly to: string;
  readonly matter: 'INTERVIEW' | 'INTELLIGENCE';
  readonly because: TransmissionCause;
  readonly row: NonNullable<Awaited<ReturnType<typeof factsOfInterview | typeof factsOfIntelligence>>>;
  readonly refused: boolean;
}

async function byRule(scene: Scene, { from, to, matter, because, row, refused }: ByRule): Promise<void> {
  const [directory, exchanged] = [scene.services.directory(), { from, to, matter }];
  const entry = exchangeFor(directory, exchanged);
  if (entry === null || (refused && !entry.refusals)) {
    return;
  }
  const child = (await subjectOf(scene.em, row.id)) ?? row.child;
  await makeTransmission(scene, { ...exchanged, because, entry, record: row.id, child, facts: row.facts, recipient: recipientAt(directory, exchanged, row.facts), byHand: false });
}
