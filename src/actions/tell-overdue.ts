import { whoAnswers } from '../directory/who-answers.ts';
import { agencyOfPerson, personAt } from '../domain/sharing/audience.ts';
import { chainMoved } from '../domain/authority/chain-moved.ts';
import { ANSWER_WITHIN } from '../domain/authority/duty.ts';
import { MINUTE } from '../domain/interval/durations.ts';
import type { ActionState } from '../domain/interview/return-steps.ts';
import type { Risk } from '../domain/observation/observation.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { raiseAlert, settleAlert, type AlertStep } from '../store/write/alert-store.ts';
import { answeredWith } from '../store/write/open-actions.ts';
import type { Scene } from './perform.ts';
import type { Seen } from './see-row.ts';

/** The kind of notice by which it is told that an action was not done in its time: its owner answers it by closing the action. */
export const OVERDUE_NOTICE = 'ACTION_OVERDUE';

/** What was to be done about a concern, and who said so. */
export interface ToBeDone {
  /** The person record of the child. */
  readonly child: string;
  readonly action: string;
  /** `person@agency`, or a home. */
  readonly owner: string;
  /** Whoever answered the concern, as `person@agency`. */
  readonly answeredBy: string;
  /** Epoch milliseconds. */
  readonly due: number;
  readonly risk: Risk;
  readonly facts: ChildFacts;
}

/**
 * From its time on an action that is not closed is before its owner and whoever answered the concern, and after that before
 * the duty, one after the other; nothing has to run for it. It says no more than that something is overdue: a home never
 * learns that there was a concern.
 */
export async function tellWhenOverdue(scene: Scene, { child, action, owner, answeredBy, due, risk, facts }: ToBeDone): Promise<void> {
  const { services, actor, now } = scene;
  const from = Math.max(due, now);
  const until = from + ANSWER_WITHIN[risk] * MINUTE;
  const people = [...new Set([owner.includes('@') ? owner : `PLACEMENT_PROVIDER:${owner}`, answeredBy])];
  const first: AlertStep = { to: `OWNER:${agencyOfPerson(owner)}`, from, until, people };
  const after = whoAnswers(services.directory(), { facts, matter: 'OTHER', risk, raisedBy: actor.viewer, from: until });
  const chain = [first, ...after.flat().toSorted((one, other) => one.from - other.from)];
  const told = due < now ? chainMoved(chain, now - due, now) : chain;
  await raiseAlert(scene.em, { kind: OVERDUE_NOTICE, child, about: action, text: 'Something that was to be done about a child is overdue.', chain: told, raisedAt: due });
}

/** Closed, nobody is told any more that it is overdue; opened again or said anew, those who were to be told are, from its time on. */
export async function overdueAnew(scene: Scene, { id, person, facts }: Seen<'CaseAction'>, state: ActionState): Promise<void> {
  const { em, now, actor } = scene;
  await settleAlert(em, { about: id }, { by: personAt(actor.viewer.person, actor.viewer.agency), at: now });
  const answered = state === 'OPEN' ? await answeredWith(em, id) : null;
  if (answered !== null) {
    await tellWhenOverdue(scene, { child: person, action: id, owner: facts.owner, facts, ...answered });
  }
}
