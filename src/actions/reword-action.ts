import { HubError } from '../domain/errors.ts';
import { HUB_SYSTEM } from '../domain/record/record.ts';
import { decisionById, standingDecision } from '../store/write/decision-store.ts';
import { takeOff } from '../store/write/notice-store.ts';
import type { Acted } from './action-services.ts';
import { refuseTellingOwner, tellOwner } from './action-owner.ts';
import { decide } from './decide.ts';
import { decidedOn } from './decided-on.ts';
import type { Given } from './given.ts';
import { concernBehind, lettingOwnerRead } from './letting-owner-read.ts';
import type { Looking } from './left-in-text.ts';
import type { Scene } from './perform.ts';
import { seeRow, type Seen } from './see-row.ts';
import { overdueAnew } from './tell-overdue.ts';

/** Other words, or another time, for what somebody is to do: `revision` is that of the action as it was read. */
export interface Reworded {
  readonly id: string;
  readonly revision: number;
  readonly what: string;
  /** Epoch milliseconds. */
  readonly due: number;
  /** As the client names it: whose it is stays. */
  readonly owner: string;
  readonly ownerReads: Given<boolean>;
}

/**
 * Says anew what somebody is to do. A home's goes by the same gate as when it was set, and whoever is to do it is told again,
 * also where they said before that they know.
 */
export async function rewordAction(scene: Scene, on: Seen<'Child'>, { id, revision, what, due, owner, ownerReads }: Reworded, looked: Looking): Promise<Acted> {
  const action = await seeRow(scene, 'CaseAction', id);
  await mustBeTheirs(scene, action, on);
  if (owner !== action.facts.owner) {
    throw new HubError('BAD_INPUT', '"owner" is not whose this action is. Close it and set another where somebody else is to do it.');
  }
  await mustBeOpen(scene, action);
  const kept = await refuseTellingOwner(scene, { owner, text: what, where: 'what', child: action.child }, looked);
  const words = lettingOwnerRead(scene, { owner, concern: await concernBehind(scene.em, action.comesFrom, scene.now), ownerReads });
  const filed = await decidedOn(scene, action);
  const about = { id: action.id, records: [action.id] };
  const decided = await decide(scene, { kind: 'CASE_ACTION_OUTCOME', on: filed, about, matter: '', revision, payload: { state: 'OPEN', outcome: null, set: { what, due, ...words.kept }, ...kept } });
  const facts = { ...action.facts, doer: words.kept.keptFromOwner === true ? [] : [owner] };
  await overdueAnew(scene, { ...action, facts, person: filed.person }, 'OPEN');
  await takeOff(scene.em, { about: action.id, kind: 'ACTION', by: HUB_SYSTEM, at: scene.now });
  const told = await tellOwner(scene, { child: { person: filed.person, facts }, action: action.id });
  return { id: action.id, child: action.child, revision: decided.revision, warnings: [...words.warnings, ...told] };
}

/** Who set it says it anew, or the responsible authority; of another child it is not there. */
async function mustBeTheirs({ em, actor: { viewer } }: Scene, action: Seen<'CaseAction'>, on: Seen<'Child'>): Promise<void> {
  if (action.child !== on.child) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  if (!action.facts.responsible.includes(viewer.agency) && (await decisionById(em, action.id))?.agency !== viewer.agency) {
    throw new HubError('FORBIDDEN', 'Another agency set this action; it is changed there.');
  }
}

async function mustBeOpen({ em }: Scene, { id, childRecords }: Seen<'CaseAction'>): Promise<void> {
  const standing = await standingDecision(em, { kind: 'CASE_ACTION_OUTCOME', children: childRecords, abouts: [id], matter: '' });
  if (standing?.kind === 'CASE_ACTION_OUTCOME' && standing.payload.state !== 'OPEN') {
    throw new HubError('BAD_INPUT', 'This action is closed. Open it again by "closeAction" first, or set another.');
  }
}
