import { courseTriage } from '../domain/workflow/course-triage.ts';
import { visitDay } from '../domain/workflow/step-clock.ts';
import { doneByNow, type KnownReturn } from './known-return.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';

/** By when the worker is asked for something: the same for everybody who is given a return. */
const GIVEN = 'A child was given to you as return worker. Look at your work tray.';
const VISIT = 'A child of yours is to be visited on the same day: today, by the end of the day. Look at your work tray.';

const LATER = 'A child is to be given to you as return worker at a later time. The return is on your work tray from then on.';
const VISIT_OVER = 'A child of yours was to be visited on the same day, and that day is over. Look at your work tray.';

/** A return, what is known of it, and who has it now, as `person@agency`. */
interface GivenReturn {
  readonly known: KnownReturn;
  readonly on: Seen<'Episode'>;
  readonly workers: readonly string[];
}

/** Whoever is given a return learns of it at once, and that they are to go today where the coordinator asked for a visit on this day (Birmingham); from a later time on, that it is to come. */
export async function tellWorker(scene: Scene, given: GivenReturn, from: number): Promise<void> {
  await tell(scene, given, from > scene.now ? LATER : dayOfVisit(scene, given) === 'TODAY' ? VISIT : GIVEN);
}

/** Whoever has the return already learns that they are to go today, or should have gone; of a day that is to come, or cannot be, nobody is told. */
export async function tellOfVisit(scene: Scene, given: GivenReturn): Promise<void> {
  const day = dayOfVisit(scene, given);
  if (day !== null) {
    await tell(scene, given, day === 'TODAY' ? VISIT : VISIT_OVER);
  }
}

async function tell(scene: Scene, { on, workers }: GivenReturn, text: string): Promise<void> {
  const own = `${scene.actor.viewer.person}@${scene.actor.viewer.agency}`;
  await tellEach(scene, { to: workers.filter((worker) => worker !== own), kind: 'ASSIGNED', child: on.person, about: on.id, text });
}

/** Whether the day on which the coordinator asked for a visit is today or over; null: none was asked for by now. */
function dayOfVisit({ now }: Scene, { known, on }: GivenReturn): 'TODAY' | 'OVER' | null {
  const triage = courseTriage(doneByNow(known, [on.id], now).steps);
  if (triage === null || triage === 'NONE' || triage.outcome !== 'SAME_DAY_VISIT') {
    return null;
  }
  return now >= visitDay(triage).until ? 'OVER' : 'TODAY';
}
