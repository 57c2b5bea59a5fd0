import type { ActionState } from '../domain/interview/return-steps.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { HubError } from '../domain/errors.ts';
import { decisionById } from '../store/write/decision-store.ts';
import { refuseTellingOwner } from './action-owner.ts';
import { decide } from './decide.ts';
import { decidedOn } from './decided-on.ts';
import { optionalText, requiredText, type Given } from './given.ts';
import { performDecision } from './perform-decision.ts';
import type { Scene } from './perform.ts';
import { seeToAct, type Seen } from './see-row.ts';

/** What came of an action, as the client sends it: `revision` is that of the action as it was read. */
export interface CloseAction {
  readonly key: string;
  readonly action: string;
  readonly revision: number;
  /** OPEN again where it was closed too early. */
  readonly state: ActionState;
  /** NOT_DONE says why. */
  readonly outcome?: Given<string>;
}

/** Its owner, or who follows the return up, says what came of an action. */
export async function closeAction(services: ActionServices, actor: Actor, input: CloseAction, now: number): Promise<Acted> {
  const { state } = input;
  const outcome = state === 'NOT_DONE' ? requiredText(input.outcome, 'outcome') : optionalText(input.outcome);
  return performDecision(services, { action: 'closeAction', actor, input, now }, async (scene) => {
    const action = await seeToAct(scene, 'CaseAction', input.action);
    await mustBeTheirs(scene, action);
    await refuseTellingOwner(scene, { owner: action.facts.owner, text: outcome ?? '', where: 'outcome', child: action.child });
    const about = { id: action.id, records: [action.id] };
    const on = await decidedOn(scene, action);
    const { revision } = await decide(scene, { kind: 'CASE_ACTION_OUTCOME', on, about, matter: '', revision: input.revision, payload: { state, outcome } });
    return { id: action.id, child: action.child, revision, warnings: state === 'DONE' && outcome === null ? ['Say what came of it.'] : [] };
  });
}

/** A host closes what its own service set; the responsible authority everything, and whoever is to do it their own. */
async function mustBeTheirs({ em, actor: { viewer } }: Scene, { id, facts }: Seen<'CaseAction'>): Promise<void> {
  const mine = facts.owner === personAt(viewer.person, viewer.agency) || facts.owner === viewer.agency;
  if (mine || facts.responsible.includes(viewer.agency) || (await decisionById(em, id))?.agency === viewer.agency) {
    return;
  }
  throw new HubError('FORBIDDEN', 'Another agency set this action; it is closed there, or by whoever is to do it.');
}
