import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts } from './given.ts';
import { transmissionHappens } from './transmission-happens.ts';

/** A transmission that was refused or given up, and is to go anew. */
export interface ReplayTransmission {
  readonly key: string;
  readonly id: string;
}

/** Sends anew what was refused or given up, under the same id: a receiver that has it knows it for one. What leaves is what its recipient may see then. */
export function replayTransmission(services: ActionServices, actor: Actor, input: ReplayTransmission, now: number): Promise<Acted> {
  checkTexts(input);
  const cannot = 'Only what was refused or given up is sent anew.';
  return transmissionHappens(services, { action: 'replayTransmission', actor, input, reason: null, now, event: { event: 'REPLAYED' }, cannot }, (_, { after }) =>
    Promise.resolve(after.course.state === 'HELD' ? ['It is held: it goes when nothing holds it any more.'] : []),
  );
}
