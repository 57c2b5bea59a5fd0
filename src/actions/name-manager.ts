import { holds } from '../directory/holders-of.ts';
import { mayLift } from '../directory/who-lifts.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { agencyOfPerson, personOf } from '../domain/sharing/audience.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { mayAsk } from '../policy/may-do.ts';
import { standingDecision } from '../store/write/decision-store.ts';
import { factsOfChild, type RowFacts } from '../store/write/read-facts.ts';
import type { ChildFacts } from '../policy/facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { afterRestriction } from './after-restriction.ts';
import { decide } from './decide.ts';
import { requiredText } from './given.ts';
import { namedPerson } from './named-person.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { tellEach } from './tell-each.ts';

/** Which manager is to decide on a restriction that nobody else can lift, as the client sends it. */
export interface NameManager {
  readonly key: string;
  readonly child: string;
  /** `person@agency`. */
  readonly manager: string;
  readonly reason: string;
}

type Restriction = DecisionPayloads['RESTRICTION'];

/**
 * The data protection officer, who reads nothing of the child, lets one manager of the responsible authority in where no
 * manager is left who may lift the restriction: never anybody whom an allegation names, and nobody where there still is one.
 */
export function nameManager(services: ActionServices, actor: Actor, input: NameManager, now: number): Promise<Acted> {
  return performDecision(services, { action: 'nameManager', actor, input, now }, async (scene) => {
    if (!mayAsk(actor.viewer, 'nameManager')) {
      throw new HubError('FORBIDDEN', 'Your role does not include naming a manager.');
    }
    const reason = requiredText(input.reason, 'reason');
    const { row, standing } = await whatNobodyLifts(scene, input.child);
    const manager = managerNamed(scene, input.manager, { row, standing });
    const payload = { ...standing, reason, admitted: [...standing.admitted, manager].sort() };
    const on = { person: row.child, childRecords: row.childRecords, child: row.child };
    const decided = await decide(scene, { kind: 'RESTRICTION', on, about: null, matter: '', revision: null, payload });
    await afterRestriction(scene, { on, excluded: standing.excluded });
    const text = 'You were named to decide on the restriction of a child: look at what is restricted and why, and whether it stays.';
    await tellEach(scene, { to: [manager], kind: 'RESTRICTION', child: row.child, about: decided.id, text });
    return { ...decided, child: row.child, warnings: [] };
  });
}

interface Stuck {
  readonly row: RowFacts<ChildFacts>;
  readonly standing: Restriction;
}

/** One that is not there, not restricted by somebody, not of one's authority, about oneself, or not stuck is the same. */
async function whatNobodyLifts({ em, now, actor, services }: Scene, child: string): Promise<Stuck> {
  const row = looksLikeId(child) ? await factsOfChild(em, child, now) : null;
  const standing = row === null ? null : await standingRestriction(em, row);
  if (row === null || standing === null || !row.facts.responsible.includes(actor.viewer.agency) || isShutOut(standing, actor.viewer.person) || mayLift(services.directory(), row.facts).length > 0) {
    throw new HubError('NOT_FOUND', 'There is no restricted child of this id that waits for you to name a manager.');
  }
  return { row, standing };
}

async function standingRestriction(em: Scene['em'], { childRecords }: Stuck['row']): Promise<Restriction | null> {
  const decision = await standingDecision(em, { kind: 'RESTRICTION', children: childRecords, abouts: null, matter: '' });
  return decision?.kind === 'RESTRICTION' && decision.payload.restricted ? decision.payload : null;
}

function isShutOut({ excluded }: Restriction, person: string): boolean {
  return excluded.some((other) => personOf(other) === person);
}

function managerNamed({ services }: Scene, named: string, { row, standing }: Stuck): string {
  const { id, person } = namedPerson(services.directory(), named, 'manager');
  const authority = agencyOfPerson(id);
  const fits = row.facts.responsible.includes(authority) && holds(person, 'TEAM_MANAGER', authority) && !person.suspended;
  if (!fits || isShutOut(standing, person.id)) {
    throw new HubError('BAD_INPUT', '"manager" must name a team manager of the responsible authority whom the restriction does not shut out. Where there is none, the directory has to give somebody the post first.');
  }
  return id;
}
