import { HubError } from '../domain/errors.ts';
import { factsToBe } from '../directory/reads-action.ts';
import { HOUR } from '../domain/interval/durations.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { settleAlert } from '../store/write/alert-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { ownerOf, tellOwner } from './action-owner.ts';
import { decide } from './decide.ts';
import { decidedOn } from './decided-on.ts';
import { dueAt, requiredText, type Given } from './given.ts';
import { looking } from './left-in-text.ts';
import { ownMatter } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { byDefault, practiceFor } from './practice-for.ts';
import { seeToAct } from './see-row.ts';
import { tellWhenOverdue } from './tell-overdue.ts';

/** The answer to a concern, as the client sends it: `revision` is that of the concern as it was read. */
export interface AcknowledgeConcern {
  readonly key: string;
  readonly concern: string;
  readonly revision: number;
  readonly action: string;
  /** `person@agency`, or a home. */
  readonly owner: string;
  readonly due: string;
  /** Where a home or a carer reads it: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
  /** Where the owner may not read the concern: that they may read `action`. */
  readonly ownerReads?: Given<boolean>;
}

/** What an answer came to: the concern, and the action that was set with it. */
export interface Answered extends Acted {
  readonly action: string;
}

/** Our figure: what cannot wait for a form is not put off beyond three days without a word. */
const LATEST = 72 * HOUR;

/** Whoever a concern came to, or the service's senior or manager, says what is done about it, by whom and by when (BHM, WSX); nobody else is asked then. */
export async function acknowledgeConcern(services: ActionServices, actor: Actor, input: AcknowledgeConcern, now: number): Promise<Answered> {
  const due = dueAt(input.due, 'due', now);
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'acknowledgeConcern', actor, input, now }, async (scene) => {
    const concern = await seeToAct(scene, 'Concern', input.concern);
    if (!concern.answered && concern.revision !== input.revision) {
      throw new HubError('STALE_REVISION', `Nobody has answered this concern yet; it stands at revision ${String(concern.revision)}. Nothing was stored: send your answer with that revision.`);
    }
    if (concern.answered) {
      throw new HubError('STALE_REVISION', 'Somebody has answered this concern already; nothing was stored. Read their answer, and set an action beside it where more is to be done.');
    }
    const own = personAt(actor.viewer.person, actor.viewer.agency);
    const what = requiredText(input.action, 'action');
    const { owner, kept, warnings } = await ownerOf(scene, { owner: input.owner, what, where: 'action', child: concern, concern: concern.facts, ownerReads: input.ownerReads ?? null }, looked);
    const on = await decidedOn(scene, concern);
    const payload = { action: what, owner, due };
    await decide(scene, { kind: 'CONCERN_ANSWER', on, about: { id: concern.id, records: [concern.id] }, matter: '', revision: 0, payload });
    const action = await decide(scene, { kind: 'CASE_ACTION', on, about: null, matter: ownMatter(scene), revision: 0, payload: { what, owner, due, of: concern.id, ...kept }, step: ':action' });
    await settleAlert(scene.em, { about: concern.id }, { by: own, at: now });
    const facts = factsToBe(concern.facts, { owner, ofConcern: true, keptFromOwner: kept.keptFromOwner === true });
    const told = await tellOwner(scene, { child: { person: on.person, facts }, action: action.id });
    await tellWhenOverdue(scene, { child: on.person, action: action.id, owner, answeredBy: own, role: actor.viewer.role, due, risk: concern.risk, facts });
    const late = due > now + LATEST ? [byDefault('It is due more than 72 hours from now, our figure for "at once"', 'AT_ONCE', practiceFor(services.directory(), concern.facts))] : [];
    return { id: concern.id, child: concern.child, revision: concern.revision, action: action.id, warnings: [...warnings, ...told, ...late] };
  });
}
