import { hubId } from '../domain/record/hub-id.ts';
import { decidedBy } from '../store/write/transmissions/decided-by.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts } from './given.ts';
import { transmissionHappens } from './transmission-happens.ts';

/** That a transmission may go. */
export interface ReleaseTransmission {
  readonly key: string;
  readonly id: string;
  /** Also where it was withdrawn: only somebody who knows of that lifts it. */
  readonly despiteWithdrawal: boolean;
}

/** Lets a transmission go that waits; who releases it has decided that it goes. */
export function releaseTransmission(services: ActionServices, actor: Actor, input: ReleaseTransmission, now: number): Promise<Acted> {
  checkTexts(input);
  const event = { event: 'RELEASED', despiteWithdrawal: input.despiteWithdrawal } as const;
  const cannot = 'It does not wait to be released: it is on its way, or the receiver has it.';
  return transmissionHappens(services, { action: 'releaseTransmission', actor, input, reason: null, now, event, cannot }, async ({ em }, { after }) => {
    await decidedBy(em, { id: after.id, decision: hubId(services.idKey, { agency: actor.viewer.agency, kind: 'action', key: input.key }) });
    const { holds } = after.course;
    return [
      ...(holds.includes('WITHDRAWN') ? ['It was withdrawn, and stays so: release it with "despiteWithdrawal" if it is to go all the same.'] : []),
      ...(holds.includes('PAUSED') ? ['Its partner is paused: it goes when the partner is resumed.'] : []),
    ];
  });
}
