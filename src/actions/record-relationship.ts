import type { DecisionPayloads, Relationship } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkTexts, optionalText, requiredText, stretchGiven, type Given } from './given.ts';
import { perform, type Scene } from './perform.ts';
import { holderGiven } from './relationship-given.ts';
import { mustBeAllowed, seeRow, type Seen } from './see-row.ts';

/** What somebody is round a child, as the client sends it. */
export interface RecordRelationship {
  readonly key: string;
  readonly child: string;
  readonly revision: number;
  readonly relationship: Relationship;
  /** Directory id of a person; of ADDED_FORCE, of a force. */
  readonly holder: string;
  /** The agency at which the person is this; the actor's own where left out. */
  readonly agency?: Given<string>;
  readonly from?: Given<string>;
  readonly until?: Given<string>;
  readonly reason?: Given<string>;
}

/** Names somebody round the child; business support's word waits until the coordinator confirms it. */
export async function recordRelationship(services: ActionServices, actor: Actor, input: RecordRelationship, now: number): Promise<Acted> {
  checkTexts(input);
  const times = stretchGiven(input, now);
  const { relationship } = input;
  const reason = relationship === 'ADDED_FORCE' ? requiredText(input.reason, 'reason') : optionalText(input.reason);
  const deed = { action: 'recordRelationship', kind: 'DECISION', actor, input, key: input.key, reason, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeRow(scene, 'Child', input.child);
    mustBeAllowed(scene, 'Child', { ...on.facts, relationship });
    const holder = holderGiven(services.directory(), { relationship, holder: input.holder, agency: input.agency ?? actor.viewer.agency, responsible: on.facts.responsible });
    const payload = { relationship, holder, ...times, reason, confirmed: actor.viewer.role !== 'BUSINESS_SUPPORT' };
    return keep(scene, on, { payload, revision: input.revision });
  });
}

async function keep(scene: Scene, on: Seen<'Child'>, { payload, revision }: { payload: DecisionPayloads['RELATIONSHIP']; revision: number }): Promise<Acted> {
  const matter = `${payload.relationship} ${payload.holder}`;
  const standing = await standingDecision(scene.em, { kind: 'RELATIONSHIP', children: on.childRecords, abouts: null, matter });
  // Else an unconfirmed word would take away what a coordinator confirmed.
  if (!payload.confirmed && standing?.kind === 'RELATIONSHIP' && standing.payload.confirmed) {
    throw new HubError('FORBIDDEN', 'A coordinator confirmed this; ask a coordinator to change it.');
  }
  const decided = await decide(scene, { kind: 'RELATIONSHIP', on, about: null, matter, revision, payload });
  const warnings = payload.confirmed ? [] : ['This gives nobody access until a coordinator confirms it.'];
  return { ...decided, child: on.child, warnings };
}
