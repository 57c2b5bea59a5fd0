import { visitDay } from '../domain/workflow/step-clock.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';

/** By when the worker is asked for something: the same for everybody who is given a return. */
const GIVEN = 'A child was given to you as return worker. Look at your work tray.';
const VISIT = 'A child of yours is to be visited on the same day: today, by the end of the day. Look at your work tray.';

/** A return, and who has it now, as `person@agency`. */
interface GivenReturn {
  readonly on: Seen<'Episode'>;
  readonly workers: readonly string[];
}

/** Whoever is given a return learns of it at once, and that they are to go today where the coordinator asked for a visit on this day (Birmingham). */
export async function tellWorker(scene: Scene, given: GivenReturn): Promise<void> {
  await tell(scene, given, (await isVisitToday(scene, given.on)) ? VISIT : GIVEN);
}

/** Whoever has the return already learns that they are to go today. */
export async function tellOfVisit(scene: Scene, given: GivenReturn): Promise<void> {
  await tell(scene, given, VISIT);
}

async function tell(scene: Scene, { on, workers }: GivenReturn, text: string): Promise<void> {
  const own = `${scene.actor.viewer.person}@${scene.actor.viewer.agency}`;
  await tellEach(scene, { to: workers.filter((worker) => worker !== own), kind: 'ASSIGNED', child: on.person, about: on.id, text });
}

async function isVisitToday({ em, now }: Scene, { childRecords, episodeRecords }: Seen<'Episode'>): Promise<boolean> {
  const triage = await standingDecision(em, { kind: 'RETURN_STEP', children: childRecords, abouts: episodeRecords, matter: 'TRIAGE' });
  const said = triage?.kind === 'RETURN_STEP' && triage.payload.outcome === 'SAME_DAY_VISIT' ? triage.payload : null;
  return said !== null && now < visitDay(said).until;
}
