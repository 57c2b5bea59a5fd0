import type { DecisionPayloads } from '../domain/decision/decision.ts';
import type { ActionState } from '../domain/interview/return-steps.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { HubError } from '../domain/errors.ts';
import { decisionById, standingDecision } from '../store/write/decision-store.ts';
import { isCarers, refuseTellingOwner } from './action-owner.ts';
import { decide } from './decide.ts';
import { decidedOn } from './decided-on.ts';
import { optionalText, requiredText, type Given } from './given.ts';
import { readOnceSafe, tellIfHeldBack } from './held-back.ts';
import { concernBehind, lettingOwnerRead } from './letting-owner-read.ts';
import { looking } from './left-in-text.ts';
import { performDecision } from './perform-decision.ts';
import type { Scene } from './perform.ts';
import { byDefault, ownPractice } from './practice-for.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { overdueAnew } from './tell-overdue.ts';

/** What came of an action, as the client sends it: `revision` is that of the action as it was read. */
export interface CloseAction {
  readonly key: string;
  readonly action: string;
  readonly revision: number;
  /** OPEN again where it was closed too early. */
  readonly state: ActionState;
  /** NOT_DONE says why. */
  readonly outcome?: Given<string>;
  /** Where a home or a carer reads it: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
  /** Where it comes from a concern that its owner may not read: that they may read `outcome`. */
  readonly ownerReads?: Given<boolean>;
}

/** Its owner, or who follows the return up, says what came of an action. */
export async function closeAction(services: ActionServices, actor: Actor, input: CloseAction, now: number): Promise<Acted> {
  const { state } = input;
  const outcome = state === 'NOT_DONE' ? requiredText(input.outcome, 'outcome') : optionalText(input.outcome);
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'closeAction', actor, input, now }, async (scene) => {
    const action = await seeToAct(scene, 'CaseAction', input.action);
    await mustBeTheirs(scene, action);
    const isForCarers = outcome !== null && !isOwn(scene, action) && isCarers(scene, action.facts.owner);
    const kept = isForCarers ? await refuseTellingOwner(scene, { owner: action.facts.owner, text: outcome, where: 'outcome', child: action.child }, looked) : {};
    const words = await ownerOfOutcome(scene, action, { outcome, ownerReads: input.ownerReads ?? null });
    const about = { id: action.id, records: [action.id] };
    const on = await decidedOn(scene, action);
    const { revision } = await decide(scene, { kind: 'CASE_ACTION_OUTCOME', on, about, matter: '', revision: input.revision, payload: { state, outcome, ...(await setAnew(scene, action)), ...kept, ...words.kept } });
    await overdueAnew(scene, { ...action, person: on.person }, state);
    if (isForCarers) {
      await tellIfHeldBack(scene, { table: 'case_action', id: action.id, child: action.person, facts: action.facts });
    }
    return { id: action.id, child: action.child, revision, warnings: [...(state === 'DONE' && outcome === null ? [byDefault('say what came of it', 'PLANNED', ownPractice(services.directory(), actor.viewer.agency))] : []), ...(isForCarers ? [readOnceSafe(scene)] : []), ...words.warnings] };
  });
}

/** What others write of an action comes to its owner as the action itself does. */
async function ownerOfOutcome(scene: Scene, action: Seen<'CaseAction'>, { outcome, ownerReads }: { readonly outcome: string | null; readonly ownerReads: Given<boolean> }): Promise<ReturnType<typeof lettingOwnerRead>> {
  const isOthers = outcome !== null && !isOwn(scene, action);
  const concern = isOthers ? await concernBehind(scene.em, action.comesFrom, scene.now) : null;
  return lettingOwnerRead(scene, { owner: action.facts.owner, concern, ownerReads });
}

/** What it was changed to stands, whatever came of it. */
async function setAnew({ em }: Scene, { id, childRecords }: Seen<'CaseAction'>): Promise<Pick<DecisionPayloads['CASE_ACTION_OUTCOME'], 'set'>> {
  const standing = await standingDecision(em, { kind: 'CASE_ACTION_OUTCOME', children: childRecords, abouts: [id], matter: '' });
  return standing?.kind === 'CASE_ACTION_OUTCOME' && standing.payload.set !== undefined ? { set: standing.payload.set } : {};
}

/** A host closes what its own service set; the responsible authority everything, and whoever is to do it their own. */
async function mustBeTheirs(scene: Scene, action: Seen<'CaseAction'>): Promise<void> {
  const { em, actor: { viewer } } = scene;
  const { id, facts } = action;
  if (isOwn(scene, action) || facts.responsible.includes(viewer.agency) || (await decisionById(em, id))?.agency === viewer.agency) {
    return;
  }
  throw new HubError('FORBIDDEN', 'Another agency set this action; it is closed there, or by whoever is to do it.');
}

function isOwn({ actor: { viewer } }: Scene, { facts }: Seen<'CaseAction'>): boolean {
  return facts.owner === personAt(viewer.person, viewer.agency) || facts.owner === viewer.agency;
}
