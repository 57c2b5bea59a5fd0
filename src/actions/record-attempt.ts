import { UNABLE_OUTCOMES } from '../domain/interview/interview-words.ts';
import { timeWarnings } from '../domain/interview/time-warnings.ts';
import type { AttemptPayload } from '../domain/observation/observation.ts';
import { statedRevision } from '../store/write/hub-statement-store.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { checkTexts, happenedAt, optionalText, type Given } from './given.ts';
import { contactWarnings } from './contact-warnings.ts';
import { knownReturn, returnsOf } from './known-return.ts';
import { triesFor } from './offer-warnings.ts';
import { keyOf, perform, type Scene } from './perform.ts';
import { inWords, practiceFor } from './practice-for.ts';
import { seeToAct, type Seen } from './see-row.ts';
import { ownRecord, state } from './state-record.ts';
import { transmitOfHost } from './transmit-by-rule.ts';

/** One try at reaching the child after an offer, as the client sends it. */
export interface RecordAttempt {
  readonly key: string;
  readonly offer: string;
  readonly at: string;
  readonly method: AttemptPayload['method'];
  readonly coreHours?: Given<AttemptPayload['coreHours']>;
  readonly response?: Given<string>;
  readonly outcome?: Given<string>;
  readonly endedIt?: Given<boolean>;
}

/** Keeps one try at reaching the child, with the offer it belongs to. */
export async function recordAttempt(services: ActionServices, actor: Actor, input: RecordAttempt, now: number): Promise<Acted> {
  checkTexts(input);
  const payload: AttemptPayload = {
    at: happenedAt(input.at, 'at', now),
    method: input.method,
    coreHours: input.coreHours ?? 'NOT_SAID',
    response: optionalText(input.response),
    outcome: optionalText(input.outcome),
    endedIt: input.endedIt ?? false,
  };
  const deed = { action: 'recordAttempt', kind: 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input.offer, payload));
}

async function keep(scene: Scene, id: string, payload: AttemptPayload): Promise<Acted> {
  const offer = await seeToAct(scene, 'Offer', id);
  const ref = await ownRecord(scene, 'offer', { on: offer, id: offer.id });
  await state(scene, { on: offer, record: { ref, revision: 1 }, part: keyOf(scene), kind: 'attempt', payload });
  await (payload.endedIt ? transmitOfHost(scene, offer.facts, offer.id) : undefined);
  return { id: offer.id, child: offer.child, revision: (await statedRevision(scene.em, offer.id)).revision, warnings: await warningsOf(scene, offer, payload) };
}

/** Somerset 4.5: once the matter has ended with a try all that lacks of the tries; before, only that their days are over. */
async function warningsOf(scene: Scene, { id, child, childRecords, facts }: Seen<'Offer'>, { at, method, endedIt }: AttemptPayload): Promise<string[]> {
  const { practice, of } = practiceFor(scene.services.directory(), facts);
  const known = await knownReturn(scene, { child, childRecords });
  const offer = known.offers.find((one) => one.id === id);
  if (offer === undefined) {
    return [];
  }
  const safe = contactWarnings(known, { ways: [method], through: [], at }, { practice, of, now: scene.now });
  const times = [...inWords(timeWarnings('CONTACT', { at, returns: returnsOf(known, offer.episodes), now: scene.now }), 'RESPONSIBLE'), ...safe];
  if (offer.outcome !== null && !UNABLE_OUTCOMES.includes(offer.outcome)) {
    return times;
  }
  const { lacks } = triesFor(known, offer, { practice, now: scene.now });
  return [...times, ...inWords(endedIt ? lacks : lacks.filter(({ code }) => code === 'ATTEMPTS_WINDOW_OVER'), of)];
}
