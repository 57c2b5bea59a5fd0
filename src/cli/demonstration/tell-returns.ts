import { answerBriefing } from '../../actions/answer-briefing.ts';
import { raiseConcern } from '../../actions/raise-concern.ts';
import { recordReturnStep } from '../../actions/record-return-step.ts';
import { setAction } from '../../actions/set-action.ts';
import { triageReturn } from '../../actions/triage-return.ts';
import { HOUR } from '../../domain/interval/durations.ts';
import { as, iso, keyOf, tellPart, type Teller } from './teller.ts';

/** What partners of the briefing say they know of Ada, who is missing, and what her home is to do tonight. */
export async function answerForAda(teller: Teller, child: string, episode: string | null): Promise<void> {
  const { hub, now } = teller;
  const what = 'Leave the side door unlocked and the hall light on, and ring the police when she is back.';
  await tellPart(teller, 'ada-action', () => setAction(hub.actions, as(teller, 'northmere-senior'), { key: keyOf('ada action'), child, what, owner: 'larkfield-homes', due: iso(now + 12 * HOUR) }, now));
  if (episode !== null) {
    const words = 'Seen at the wharf twice this month, never alone.';
    await tellPart(teller, 'ada-briefing', () => answerBriefing(hub.actions, as(teller, 'mereshire-missing-team'), { key: keyOf('ada known to police'), episode, known: 'KNOWN_TO_US', words }, now));
  }
}

/** What is done after the return of Dev, and what his worker could not keep until a form was written. */
export async function followDev(teller: Teller, child: string, episode: string | null): Promise<void> {
  const { hub, now } = teller;
  if (episode === null) {
    return;
  }
  const coordinator = as(teller, 'northmere-coordinator');
  await tellPart(teller, 'dev-notified', () => recordReturnStep(hub.actions, coordinator, { key: keyOf('dev notified'), episode, step: 'RETURN_NOTIFIED', at: iso(now - 4 * HOUR) }, now));
  await tellPart(teller, 'dev-triage', () => triageReturn(hub.actions, coordinator, { key: keyOf('dev triage'), episode, revision: 0, at: iso(now - 4 * HOUR), outcome: 'ROUTINE' }, now));
  const heard = 'On the telephone he said that somebody he owes money waits for him outside school.';
  await tellPart(teller, 'dev-concern', () => raiseConcern(hub.actions, as(teller, 'northmere-worker'), { key: keyOf('dev concern'), child, concern: 'HARM_DISCLOSED', words: heard, at: iso(now - HOUR), risk: 'MEDIUM' }, now));
  const what = 'Drive him to school and back until the visit.';
  await tellPart(teller, 'dev-action', () => setAction(hub.actions, as(teller, 'northmere-senior'), { key: keyOf('dev action'), child, what, owner: 'northmere-worker@northmere', due: iso(now + 12 * HOUR), comesFrom: episode }, now));
}
