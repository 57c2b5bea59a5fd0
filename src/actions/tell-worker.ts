import { visitDay } from '../domain/workflow/step-clock.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';

/** By when the worker is asked for something: the same for everybody who is given a return. */
const GIVEN = 'A child was given to you as return worker. Look at your work tray.';
const VISIT = 'A child of yours is to be visited on the same day: today, by the end of the day. Look at your work tray.';

const LATER = 'A child is to be given to you as return worker at a later time. The return is on your work tray from then on.';
const VISIT_OVER = 'A child of yours was to be visited on the same day, and that day is over. Look at your work tray.';

/** A return, and who has it now, as `person@agency`. */
interface GivenReturn {
  readonly on: Seen<'Episode'>;
  readonly workers: readonly string[];
}

/** Whoever is given a return learns of it at once, and that they are to go today where the coordinator asked for a visit on this day (Birmingham); from a later time on, that it is to come. */
export async function tellWorker(scene: Scene, given: GivenReturn, from: number): Promise<void> {
  await tell(scene, given, from > scene.now ? LATER : (await dayOfVisit(scene, given.on)) === 'TODAY' ? VISIT : GIVEN);
}

/** Whoever has the return already learns that they are to go today, or should have gone; of a day that is to come nobody is told yet. */
export async function tellOfVisit(scene: Scene, given: GivenReturn): Promise<void> {
  const day = await dayOfVisit(scene, given.on);
  if (day === 'TODAY' || day === 'OVER') {
    await tell(scene, given, day === 'TODAY' ? VISIT : VISIT_OVER);
  }
}

async function tell(scene: Scene, { on, workers }: GivenReturn, text: string): Promise<void> {
  const own = `${scene.actor.viewer.person}@${scene.actor.viewer.agency}`;
  await tellEach(scene, { to: workers.filter((worker) => worker !== own), kind: 'ASSIGNED', child: on.person, about: on.id, text });
}

/** Whether the day on which the coordinator asked for a visit is today, over or to come; null: none was asked for. */
async function dayOfVisit({ em, now }: Scene, { childRecords, episodeRecords }: Seen<'Episode'>): Promise<'TODAY' | 'OVER' | 'TO_COME' | null> {
  const triage = await standingDecision(em, { kind: 'RETURN_STEP', children: childRecords, abouts: episodeRecords, matter: 'TRIAGE' });
  if (triage?.kind !== 'RETURN_STEP' || triage.payload.outcome !== 'SAME_DAY_VISIT') {
    return null;
  }
  const { from, until } = visitDay(triage.payload);
  return now >= until ? 'OVER' : now < from ? 'TO_COME' : 'TODAY';
}
