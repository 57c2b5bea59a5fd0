import { HubError } from '../domain/errors.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide } from './decide.ts';
import { checkTexts, stretchGiven, type Given } from './given.ts';
import { holds, namedPerson } from './named-person.ts';
import { perform } from './perform.ts';
import { seeToAct } from './see-row.ts';

/** A return worker for the child, as the client sends it. */
export interface AssignWorker {
  readonly key: string;
  readonly child: string;
  readonly revision: number;
  /** Directory id of the worker. */
  readonly worker: string;
  /** The agency whose service the worker belongs to; the actor's own where left out. */
  readonly agency?: Given<string>;
  readonly from?: Given<string>;
  readonly until?: Given<string>;
}

/** Assigns a return worker to the child, from and until. */
export async function assignWorker(services: ActionServices, actor: Actor, input: AssignWorker, now: number): Promise<Acted> {
  checkTexts(input);
  const times = stretchGiven(input, now);
  const deed = { action: 'assignWorker', kind: 'DECISION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, async (scene) => {
    const on = await seeToAct(scene, 'Child', input.child);
    const named = namedPerson(services.directory(), `${input.worker}@${input.agency ?? actor.viewer.agency}`, 'worker');
    if (!holds(named.person, 'RETURN_WORKER', named.agency)) {
      throw new HubError('BAD_INPUT', '"worker" is no return worker of this agency. Name one of the directory.');
    }
    const own = on.facts.responsible.includes(actor.viewer.agency);
    if (!own && named.agency !== actor.viewer.agency) {
      throw new HubError('BAD_INPUT', '"worker" must be of your own service: only the responsible authority assigns somebody else’s.');
    }
    const payload = { worker: named.id, ...times };
    const matter = own ? named.id : `${named.id} ${actor.viewer.agency}`;
    const { id, revision } = await decide(scene, { kind: 'ASSIGNMENT', on, about: null, matter, revision: input.revision, payload });
    return { id, child: on.child, revision, warnings: [] };
  });
}
