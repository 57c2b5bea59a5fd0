import type { DecisionPayloads } from '../domain/decision/decision.ts';
import { HubError } from '../domain/errors.ts';
import { SAFETY_WORDS } from '../domain/interview/letter-safety.ts';
import type { ReturnStepKind } from '../domain/interview/return-steps.ts';
import { looksLikeId } from '../gate/looks-like-id.ts';
import { mayDo } from '../policy/may-do.ts';
import { decisionById } from '../store/write/decision-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { decide, standsAsRead, type Superseding } from './decide.ts';
import { happenedAt, optionalText, requiredText, type Given } from './given.ts';
import { readOnceSafe, tellIfHeldBack } from './held-back.ts';
import { looking, type Looking } from './left-in-text.ts';
import { ownMatter, type Scene } from './perform.ts';
import { performDecision } from './perform-decision.ts';
import { refuseTellingHome } from './plan-tells.ts';
import { returnStepWarnings } from './return-step-warnings.ts';
import { mustBeAllowed, seeRow, type Seen } from './see-row.ts';
import { mustBeNew } from './state-record.ts';
import { endTellingByHand } from './told-by-hand.ts';

/** One thing done on the way from a return to the end of the matter, as the client sends it. */
export interface RecordReturnStep {
  readonly key: string;
  /** Of a step written down before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  readonly episode: string;
  readonly step: ReturnStepKind;
  readonly at: string;
  readonly addressee?: Given<string>;
  readonly outcome?: Given<string>;
  readonly words?: Given<string>;
  readonly departure?: Given<string>;
  /** Of PREVENTION_PLAN, which the home reads: where each passage begins that reads like somebody or somewhere and may stand. */
  readonly confirmed?: Given<readonly number[]>;
}

type Step = DecisionPayloads['RETURN_STEP'];
type Place = Omit<Superseding, 'kind'>;

/** Steps that have a mutation of their own. */
const ELSEWHERE: Readonly<Partial<Record<ReturnStepKind, string>>> = { TRIAGE: 'triageReturn', WORKER_ASSIGNED: 'assignWorker', BRIEFING_ANSWER: 'the briefing' };

/** Keeps what was done about a return, or changes what one's own agency wrote of it. */
export async function recordReturnStep(services: ActionServices, actor: Actor, input: RecordReturnStep, now: number): Promise<Acted> {
  const elsewhere = ELSEWHERE[input.step];
  if (elsewhere !== undefined) {
    throw new HubError('BAD_INPUT', `"step" is one that is written down through ${elsewhere}.`);
  }
  const payload = stepSaid(input, now);
  const looked = await looking(input.confirmed);
  return performDecision(services, { action: 'recordReturnStep', actor, input, now }, (scene) => keep(scene, { input, payload }, looked));
}

/** Any other word could be read as safe where somebody meant that it is not. */
function outcomeSaid({ step, outcome }: RecordReturnStep): string | null {
  const said = optionalText(outcome);
  if (step === 'SAFE_TO_SEND' && said !== null && !SAFETY_WORDS.some((word) => word === said)) {
    throw new HubError('BAD_INPUT', '"outcome" of SAFE_TO_SEND must be SAFE or NOT_SAFE. Say why in "words".');
  }
  return said;
}

function stepSaid(input: RecordReturnStep, now: number): Step {
  const { step, at, addressee, words, departure } = input;
  return {
    step,
    at: happenedAt(at, 'at', now),
    addressee: optionalText(addressee),
    outcome: outcomeSaid(input),
    // The home reads the plan: an empty one tells it nothing.
    words: step === 'PREVENTION_PLAN' ? requiredText(words, 'words') : optionalText(words),
    departure: optionalText(departure),
    coveredBy: null,
    askAgainOn: null,
  };
}

async function keep(scene: Scene, { input, payload }: { readonly input: RecordReturnStep; readonly payload: Step }, looked: Looking): Promise<Acted> {
  const on = await seeRow(scene, 'Episode', input.episode);
  mustBeAllowed(scene, 'Episode', { ...on.facts, step: input.step });
  const deciding = { kind: 'RETURN_STEP', ...(await placeOf(scene, on, input)) } as const;
  await standsAsRead(scene, deciding);
  const isPlan = payload.step === 'PREVENTION_PLAN';
  const kept = isPlan ? { leftIn: await refuseTellingHome(scene, { child: on.child, plan: payload }, looked) } : {};
  const decided = await decide(scene, { ...deciding, payload: { ...payload, ...kept } });
  await endTellingByHand(scene, on, payload);
  if (isPlan) {
    await tellIfHeldBack(scene, { table: 'return_step', id: decided.id, child: on.person, facts: on.facts });
  }
  return { ...decided, child: on.child, warnings: [...(await returnStepWarnings(scene, on, payload)), ...(isPlan ? [readOnceSafe(scene)] : [])] };
}

/** Where a new step stands; of a change, where the step stands that is changed: its own agency's, of this episode, of the same kind. */
async function placeOf(scene: Scene, on: Seen<'Episode'>, { id, revision, step }: RecordReturnStep): Promise<Place> {
  const about = { id: on.id, records: on.episodeRecords };
  if (!id) {
    mustBeNew(revision);
    return { on, about, matter: `${step} ${ownMatter(scene)}`, revision: 0 };
  }
  const standing = looksLikeId(id) ? await decisionById(scene.em, id) : null;
  if (standing?.kind !== 'RETURN_STEP' || standing.about === null || !on.episodeRecords.includes(standing.about)) {
    throw new HubError('NOT_FOUND', 'There is nothing of this id that you may see.');
  }
  if (standing.agency !== scene.actor.viewer.agency) {
    throw new HubError('FORBIDDEN', 'Another agency wrote this down; it is changed there.');
  }
  mustBeTheirs(scene, on, standing.person);
  if (standing.payload.step !== step) {
    throw new HubError('BAD_INPUT', '"step" is not the step that is changed. Send the kind it has.');
  }
  return { on, about, matter: standing.matter, revision: revision ?? 0 };
}

/** Whoever writes down some steps alone changes their own; what a colleague wrote is changed by who follows the return up. */
function mustBeTheirs({ actor: { viewer } }: Scene, { facts }: Seen<'Episode'>, writer: string): void {
  if (writer !== viewer.person && !mayDo(viewer, 'recordReturnStep', { family: 'Episode', facts })) {
    throw new HubError('FORBIDDEN', 'A colleague wrote this down: they change it, or whoever follows the return up.');
  }
}
