import { HubError } from '../domain/errors.ts';
import { factsToBe } from '../directory/reads-action.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { abilityOf, readableAttributes } from '../policy/ability.ts';
import { factsOfCaseRecord, factsOfConcern, factsOfEpisode, factsOfInterview, type RowFacts } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { ownerNamed, ownerOf, tellOwner } from './action-owner.ts';
import { decide } from './decide.ts';
import { dueAt, requiredText, type Given } from './given.ts';
import { concernBehind } from './letting-owner-read.ts';
import { looking } from './left-in-text.ts';
import { ownMatter, type Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { rewordAction } from './reword-action.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { overdueOnceSet } from './tell-overdue.ts';
import { mustBeNew } from './state-record.ts';

/** Something to be done, as the client sends it. */
export interface SetAction {
  readonly key: string;
  /** Of an action set before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  readonly child: string;
  readonly what: string;
  /** `person@agency`, or a home. */
  readonly owner: string;
  readonly due: string;
  /** The concern, interview, episode or record it comes from. */
  readonly comesFrom?: Given<string>;
  /** Where a home or a carer reads it: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
  /** Where it comes from a concern that its owner may not read: that they may read `what`. */
  readonly ownerReads?: Given<boolean>;
}

/** Says what somebody is to do about a child, and by when; of an action that is open it says so anew. */
export async function setAction(services: ActionServices, actor: Actor, input: SetAction, now: number): Promise<Acted> {
  const due = dueAt(input.due, 'due', now);
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'setAction', actor, input, now }, async (scene) => {
    const on = await seeToAct(scene, 'Child', input.child);
    const what = requiredText(input.what, 'what');
    if (input.id) {
      return rewordAction(scene, on, { id: input.id, revision: input.revision ?? 0, what, due, owner: ownerNamed(services.directory(), input.owner), ownerReads: input.ownerReads ?? null }, looked);
    }
    mustBeNew(input.revision);
    const of = await whereItComesFrom(scene, on, input.comesFrom ?? null);
    const concern = await concernBehind(scene.em, of, now);
    const { owner, kept, warnings } = await ownerOf(scene, { owner: input.owner, what, where: 'what', child: on, concern, ownerReads: input.ownerReads ?? null }, looked);
    const decided = await decide(scene, { kind: 'CASE_ACTION', on, about: null, matter: ownMatter(scene), revision: 0, payload: { what, owner, due, of, ...kept } });
    const facts = factsToBe(on.facts, { owner, ofConcern: concern !== null, keptFromOwner: kept.keptFromOwner === true });
    const told = await tellOwner(scene, { child: { person: on.person, facts }, action: decided.id });
    await overdueOnceSet(scene, { id: decided.id, person: on.person, facts });
    return { ...decided, revision: 0, child: on.child, warnings: [...warnings, ...told] };
  });
}

const COMES_FROM = { Concern: factsOfConcern, ReturnInterview: factsOfInterview, Episode: factsOfEpisode, CaseRecord: factsOfCaseRecord } as const;

/** A row of this child that the actor sees, whichever kind it is. */
async function whereItComesFrom({ em, actor, now }: Scene, { child }: Seen<'Child'>, id: string | null): Promise<string | null> {
  if (id === null) {
    return null;
  }
  // The keys of COMES_FROM are its own.
  for (const family of looksLikeId(id) ? (Object.keys(COMES_FROM) as (keyof typeof COMES_FROM)[]) : []) {
    const row: RowFacts<object> | null = await COMES_FROM[family](em, id, now);
    if (row?.child === child && readableAttributes(abilityOf(actor.viewer), family, row.facts).size > 0) {
      return id;
    }
  }
  throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
}
