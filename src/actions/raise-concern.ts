import { haveHostRing } from '../directory/ring-placing.ts';
import { addresseesOf, whoAnswers } from '../directory/who-answers.ts';
import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { MOST_ALLEGED } from '../domain/decision/excluded-by-concerns.ts';
import { HubError } from '../domain/errors.ts';
import { dateTimeInterval } from '../domain/interval/london-interval.ts';
import type { ConcernKind } from '../domain/interview/return-steps.ts';
import { canonicalInstant } from '../domain/observation/source-time.ts';
import type { Risk } from '../domain/observation/observation.ts';
import { personAt } from '../domain/sharing/audience.ts';
import { CONCERN_NOTICE, CONCERN_WAITS } from '../domain/workflow/concern-notice.ts';
import { answering } from '../policy/answering.ts';
import type { ChildFacts } from '../policy/facts.ts';
import { peopleNamedAs } from '../policy/people-named-as.ts';
import { raiseAlert, type AlertStep } from '../store/write/alert-store.ts';
import { allegedUnanswered } from '../store/write/open-concerns.ts';
import { factsOfChild, factsOfInterview } from '../store/write/read-facts.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { concernWarnings } from './concern-warnings.ts';
import { decide } from './decide.ts';
import { episodeNamed } from './episode-named.ts';
import { comeAt, liesAhead, requiredText, type Given } from './given.ts';
import { interviewActedOn, interviewNamed } from './interview-acted-on.ts';
import { namedPerson } from './named-person.ts';
import { ownMatter, type Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { placingUntold } from './placing-untold.ts';
import { restrictForAllegation } from './restrict-for-allegation.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { tellEach } from './tell-each.ts';
import { everyone } from './told.ts';

/** What cannot wait for the form, as the client sends it. */
export interface RaiseConcern {
  readonly key: string;
  readonly child: string;
  readonly concern: ConcernKind;
  readonly words: string;
  /** When it was heard; now where left out. */
  readonly at?: Given<string>;
  /** Answered as soon as HIGH is where left out. */
  readonly risk?: Given<Risk>;
  /** The interview in which it was heard, if there is one already. */
  readonly interview?: Given<string>;
  /** The episode it is about, if it is about one. */
  readonly episode?: Given<string>;
  /** Of an ALLEGATION: of whom it is made, as person@agency. */
  readonly excluded?: Given<readonly string[]>;
}
type Said = Pick<DecisionPayloads['CONCERN'], 'concern' | 'words' | 'at' | 'risk'>;
type Spoken = Seen<'Child'> | Seen<'ReturnInterview'>;

/**
 * Keeps what somebody who spoke with a child cannot keep to themselves, and puts it before whoever is to answer, one role
 * after the other, in the same transaction: it needs no form, no offer and no interview that is written down.
 */
export async function raiseConcern(services: ActionServices, actor: Actor, input: RaiseConcern, now: number): Promise<Acted> {
  const said = saidOf(input, now);
  return performDecision(services, { action: 'raiseConcern', actor, input, now }, async (scene) => {
    const on = (await interviewActedOn(scene, input)) ?? (await seeToAct(scene, 'Child', input.child));
    const [interview, episode] = [await interviewNamed(scene, on, input), await episodeNamed(scene, on, input.episode ?? null)];
    const excluded = (input.excluded ?? []).map((one) => namedPerson(services.directory(), one, 'excluded').id);
    const { child, notDone } = await asTheyStand(scene, on, { ...said, excluded });
    const facts = under(child, await interviewFacts(scene, interview));
    const alleged = { here: excluded, beside: (await allegedUnanswered(scene.em, on.child)).flatMap((other) => other.alleged) };
    const chains = whoAnswers(services.directory(), { facts, matter: said.concern, risk: said.risk, raisedBy: actor.viewer, from: now, alleged });
    const payload = { ...said, interview, episode, chain: addresseesOf(chains), ...(excluded.length > 0 ? { alleged: excluded } : {}) };
    const decided = await decide(scene, { kind: 'CONCERN', on, about: null, matter: ownMatter(scene), revision: 0, payload });
    await putBefore(scene, { child: on.person, concern: decided.id }, chains);
    await tellWhoWorksWithThem(scene, { child: on.person, concern: decided.id }, facts);
    // A host reads what its own service raised, and nobody else's concern.
    await haveHostRing(scene.em, services.directory(), { facts, child: on.person, about: decided.id, isOpenTo: (host) => host === actor.viewer.agency, at: now });
    const warnings = concernWarnings(scene, { facts, chains, excluded, notDone, ...said, riskSaid: Boolean(input.risk) });
    return { ...decided, child: on.child, warnings: [...heardAhead(input, now), ...warnings, ...placingUntold(scene, facts)] };
  });
}

/** What cannot wait is kept however fast a clock is. */
function heardAhead({ at }: RaiseConcern, now: number): string[] {
  return liesAhead(at, now) ? ['"at" lies ahead: it is kept as heard now.'] : [];
}

function saidOf({ concern, words, at, risk, excluded }: RaiseConcern, now: number): Said {
  if (concern !== 'ALLEGATION' && (excluded ?? []).length > 0) {
    throw new HubError('BAD_INPUT', '"excluded" goes with an ALLEGATION: leave it out, or say that it is one.');
  }
  if ((excluded ?? []).length > MOST_ALLEGED) {
    throw new HubError('BAD_INPUT', `"excluded" names at most ${String(MOST_ALLEGED)} people: those of whom it is made. A manager restricts the child further.`);
  }
  const heard = comeAt(at, 'at', now) ?? dateTimeInterval(canonicalInstant(now));
  if (heard === null) {
    throw new HubError('INTERNAL', 'The time now is no time.');
  }
  return { concern, words: requiredText(words, 'words'), at: heard, risk: risk ?? 'HIGH' };
}

interface Standing {
  readonly child: ChildFacts;
  /** What of an allegation the hub did not do. */
  readonly notDone: readonly string[];
}

/** The child's facts, restricted first where an allegation asks for it: who is told is worked out under the restriction. */
async function asTheyStand(scene: Scene, on: Spoken, { concern, excluded }: Said & { readonly excluded: readonly string[] }): Promise<Standing> {
  if (concern !== 'ALLEGATION') {
    return { child: await childNow(scene, on), notDone: [] };
  }
  const notDone = await restrictForAllegation(scene, { on, facts: await childNow(scene, on), excluded });
  return { child: await childNow(scene, on), notDone };
}

async function childNow({ em, now }: Scene, { child }: Spoken): Promise<ChildFacts> {
  const row = await factsOfChild(em, child, now);
  if (row === null) {
    throw new HubError('INTERNAL', 'A child was seen that is not there.');
  }
  return row.facts;
}

/** What is heard in an interview that is closed is as closed: none but those it lets in are to answer. */
function under(child: ChildFacts, interview: ChildFacts | null): ChildFacts {
  if (interview?.restricted !== 'YES') {
    return child;
  }
  const { restricted, awaitsNaming, keeps, named } = interview;
  return { ...child, restricted, awaitsNaming, keeps, named };
}

async function interviewFacts({ em, now }: Scene, interview: string | null): Promise<ChildFacts | null> {
  return interview === null ? null : ((await factsOfInterview(em, interview, now))?.facts ?? null);
}

interface Raised {
  /** The person record of the child. */
  readonly child: string;
  readonly concern: string;
}

async function putBefore({ em, now }: Scene, { child, concern }: Raised, chains: readonly (readonly AlertStep[])[]): Promise<void> {
  for (const chain of chains) {
    await raiseAlert(em, { kind: CONCERN_NOTICE, child, about: concern, text: CONCERN_WAITS, chain, raisedAt: now });
  }
}

/** The social worker has it at the earliest opportunity (WSX), and of another authority's guest that authority; of a restricted child nobody beside those who answer. */
async function tellWhoWorksWithThem(scene: Scene, { child, concern }: Raised, facts: ChildFacts): Promise<void> {
  if (facts.restricted === 'YES') {
    return;
  }
  const { viewer } = scene.actor;
  const allocated = peopleNamedAs(facts.named, ['SOCIAL_WORKER']);
  const authorities = answering(facts).filter((authority) => authority !== viewer.agency);
  const to = allocated.length > 0 ? allocated.filter((person) => person !== personAt(viewer.person, viewer.agency)) : everyone('HUB_COORDINATOR', authorities);
  await tellEach(scene, { to, kind: 'RAISED', child, about: concern, text: 'A concern about a child of yours was raised. Others are asked to answer it.' });
}
