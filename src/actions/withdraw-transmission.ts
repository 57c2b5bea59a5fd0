import { tellCoordinator } from '../store/write/transmissions/tell-coordinator.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts, requiredText } from './given.ts';
import { transmissionHappens } from './transmission-happens.ts';

/** That a transmission must not go, and why. */
export interface WithdrawTransmission {
  readonly key: string;
  readonly id: string;
  readonly reason: string;
}

/** Holds back what has not left. What had left, or may have, is listed, and whoever withdraws it is told so. */
export function withdrawTransmission(services: ActionServices, actor: Actor, input: WithdrawTransmission, now: number): Promise<Acted> {
  checkTexts(input);
  const reason = requiredText(input.reason, 'reason');
  const event = { event: 'WITHDRAWN', code: 'BY_A_PERSON' } as const;
  return transmissionHappens(services, { action: 'withdrawTransmission', actor, input, reason, now, event, cannot: 'It cannot be withdrawn.' }, async ({ em }, { before, after }) => {
    if (!after.course.withdrawnTooLate) {
      return [];
    }
    if (!before.course.withdrawnTooLate) {
      await tellCoordinator(em, after, { kind: 'TRANSMISSION_TOO_LATE', at: now });
    }
    return ['It had left, or may have, before it was withdrawn: say so to its receiver.'];
  });
}
