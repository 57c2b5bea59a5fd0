import { holdersOf } from '../directory/holders-of.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { fileDecisions, ofKind } from '../domain/decision/standing-decisions.ts';
import { HubError } from '../domain/errors.ts';
import { personAt, personOf } from '../domain/sharing/audience.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { decisionsUnder } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { afterRestriction, whatStaysClosed } from './after-restriction.ts';
import { searchersShutOut } from './alleged-shut-out.ts';
import { decide } from './decide.ts';
import type { Given } from './given.ts';
import type { Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { promptForTheLado } from './prompt-for-the-lado.ts';
import { restrictionSet, type RestrictionAsked } from './restriction-set.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { hasPart } from './told.ts';

/** Who alone may see a child, or one interview. */
export interface Restrict extends RestrictionAsked {
  readonly key: string;
  /** One of the two. */
  readonly child?: Given<string>;
  readonly interview?: Given<string>;
  readonly revision: number;
}

type Restriction = DecisionPayloads['RESTRICTION'];
type Restricted = Seen<'Child'> | Seen<'ReturnInterview'>;

/** A manager restricts a child or an interview to named people, or lifts that; an allegation restricts at once and prompts the LADO. */
export function restrict(services: ActionServices, actor: Actor, input: Restrict, now: number): Promise<Acted> {
  return performDecision(services, { action: 'restrict', actor, input, now }, async (scene) => {
    const { row, about } = await whatIsRestricted(scene, input);
    await refuseExcluded(scene, row, about);
    const asked = restrictionSet(services.directory(), input, standing(scene, row.facts));
    refuseStrangers(asked.admitted, row.facts);
    const { payload, warnings } = withSomebodyToLift(scene, asked, row.facts.responsible);
    const decided = await decide(scene, { kind: 'RESTRICTION', on: row, about, matter: '', revision: input.revision, payload });
    const untold = payload.allegation ? await promptForTheLado(scene, { ...row, excluded: payload.excluded }) : [];
    return { ...decided, child: row.child, warnings: [...warnings, ...searchersShutOut(services.directory(), payload.excluded), ...untold, ...(await afterRestriction(scene, { on: row, excluded: payload.excluded })), ...(await whatStaysClosed(scene, { row, about, payload }))] };
  });
}

async function whatIsRestricted(scene: Scene, { child = null, interview = null }: Restrict): Promise<{ row: Restricted; about: Seen<'ReturnInterview'> | null }> {
  if (child !== null && interview === null) {
    return { row: await seeToAct(scene, 'Child', child), about: null };
  }
  if (interview !== null && child === null) {
    const row = await seeToAct(scene, 'ReturnInterview', interview);
    return { row, about: row };
  }
  throw new HubError('BAD_INPUT', 'Give either "child" or "interview".');
}

/** Whoever an allegation names neither sees nor changes the restriction, whatever their post. */
async function refuseExcluded({ em, actor }: Scene, { childRecords }: Restricted, about: Seen<'ReturnInterview'> | null): Promise<void> {
  const filed = fileDecisions(await decisionsUnder(em, childRecords));
  const standing = ofKind([...filed.onChild(childRecords), ...filed.on(about?.records ?? [])], 'RESTRICTION');
  const excluded = standing.flatMap(({ payload }) => payload.excluded);
  if (excluded.some((person) => personOf(person) === actor.viewer.person)) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
}

/** A restriction narrows: nobody comes in by it who had nothing to do with the child. */
function refuseStrangers(admitted: readonly string[], facts: ChildFacts): void {
  const { responsible, hosts, forces, providers, partners, intelligenceAgencies, named } = facts;
  const agencies = [responsible, hosts, forces, providers, partners, intelligenceAgencies].flat();
  const place = admitted.findIndex((person) => !hasPart(person, agencies, named));
  if (place >= 0) {
    throw new HubError('BAD_INPUT', `Person ${String(place + 1)} of "admitted" has nothing to do with this child. Record what they are to the child first.`);
  }
}

/** Those who may see while nobody is named: the service's managers and the allocated social worker. */
function standing({ services }: Scene, { responsible, named }: ChildFacts): string[] {
  const managers = responsible.flatMap((authority) => holdersOf(services.directory(), 'TEAM_MANAGER', authority));
  return [...managers, ...peopleNamedAs(named, ['SOCIAL_WORKER'])];
}

/** Whom nobody admitted can lift it again would stay shut for good: where no manager is among them, the one who restricts is. */
function withSomebodyToLift({ services, actor }: Scene, asked: Restriction, responsible: readonly string[]): { payload: Restriction; warnings: string[] } {
  const { admitted, excluded } = asked;
  const managers = responsible.flatMap((authority) => holdersOf(services.directory(), 'TEAM_MANAGER', authority));
  if (admitted.length === 0 || admitted.some((person) => managers.includes(person))) {
    return { payload: asked, warnings: [] };
  }
  if (excluded.some((person) => personOf(person) === actor.viewer.person)) {
    throw new HubError('BAD_INPUT', '"admitted" must name a manager who can lift the restriction.');
  }
  const own = personAt(actor.viewer.person, actor.viewer.agency);
  return { payload: { ...asked, admitted: [...admitted, own].sort() }, warnings: ['You were admitted too: a manager has to be able to lift the restriction.'] };
}
