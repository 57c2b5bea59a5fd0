import { holds } from '../directory/holders-of.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { namedPerson } from './named-person.ts';
import { performDecision } from './perform-decision.ts';
import { seeToAct } from './see-row.ts';

/** What the decision-maker records of one named parent. */
export interface LetParentIn extends Omit<DecisionPayloads['PARENT'], 'parent'> {
  readonly key: string;
  readonly child: string;
  readonly revision: number;
  /** `person@agency` of the directory. */
  readonly parent: string;
}

/** The decision-maker records whether it is safe to inform this parent; until it is, the parent is told nothing. */
export function letParentIn(services: ActionServices, actor: Actor, input: LetParentIn, now: number): Promise<Acted> {
  return performDecision(services, { action: 'letParentIn', actor, input, now }, async (scene) => {
    const child = await seeToAct(scene, 'Child', input.child);
    const parent = namedPerson(services.directory(), input.parent, 'parent');
    if (!holds(parent.person, 'PARENT', parent.agency)) {
      throw new HubError('BAD_INPUT', '"parent" must be somebody who has the role of a parent in the directory.');
    }
    const { standing, safeToInform, childAsked, livesIndependently } = input;
    const payload = { parent: parent.id, standing, safeToInform, childAsked, livesIndependently };
    const decided = await decide(scene, { kind: 'PARENT', on: child, about: null, matter: parent.id, revision: input.revision, payload });
    return { ...decided, child: child.child, warnings: [] };
  });
}
