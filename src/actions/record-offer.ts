import type { OfferPayload } from '../domain/observation/observation.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { episodesNamed } from './episodes-named.ts';
import { checkTexts, happenedAt, isoDay, optionalText, type Given } from './given.ts';
import { perform, type Scene } from './perform.ts';
import { seeToState } from './see-row.ts';
import { recordToState, state } from './state-record.ts';

/** A return home interview was offered, as the client sends it. */
export interface RecordOffer {
  readonly key: string;
  readonly child: string;
  /** Of an offer recorded before, with the revision that was read. */
  readonly id?: Given<string>;
  readonly revision?: Given<number>;
  readonly episodes: readonly string[];
  readonly at: string;
  readonly offeredTo: OfferPayload['offeredTo'];
  readonly outcome?: Given<OfferPayload['outcome']>;
  readonly phonedYoungPerson?: Given<OfferPayload['phonedYoungPerson']>;
  readonly spokenToParentCarer?: Given<OfferPayload['spokenToParentCarer']>;
  readonly spokenToSocialWorker?: Given<OfferPayload['spokenToSocialWorker']>;
  readonly reason?: Given<string>;
  readonly askAgainOn?: Given<string>;
  readonly explanation?: Given<string>;
}

/** Keeps that an interview was offered, and what came of it. */
export async function recordOffer(services: ActionServices, actor: Actor, input: RecordOffer, now: number): Promise<Acted> {
  checkTexts(input);
  const said = { ...saidOf(input, now), service: actor.viewer.agency };
  const deed = { action: 'recordOffer', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, said));
}

async function keep(scene: Scene, input: RecordOffer, said: Omit<OfferPayload, 'episodes' | 'episodeKeys'>): Promise<Acted> {
  const id = input.id ?? null;
  const child = await seeToState(scene, 'Offer', { id, child: input.child });
  const record = await recordToState(scene, 'offer', { on: child, id, revision: input.revision ?? null });
  const payload = { ...said, ...(await episodesNamed(scene, child.child, input.episodes)) };
  await state(scene, { on: child, record, kind: 'offer', payload });
  return { id: record.id, child: child.child, revision: record.revision, warnings: warningsOf(payload) };
}

function saidOf(input: RecordOffer, now: number): Omit<OfferPayload, 'episodes' | 'episodeKeys' | 'service'> {
  return {
    at: happenedAt(input.at, 'at', now),
    offeredTo: input.offeredTo,
    outcome: input.outcome ?? null,
    phonedYoungPerson: input.phonedYoungPerson ?? 'NOT_SAID',
    spokenToParentCarer: input.spokenToParentCarer ?? 'NOT_SAID',
    spokenToSocialWorker: input.spokenToSocialWorker ?? 'NOT_SAID',
    reason: optionalText(input.reason),
    askAgainOn: isoDay(input.askAgainOn, 'askAgainOn'),
    explanation: optionalText(input.explanation),
  };
}

const UNABLE: readonly OfferPayload['outcome'][] = ['UNABLE_TO_ESTABLISH_CONTACT', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT'];
const REFUSED: readonly OfferPayload['outcome'][] = ['DECLINED_BY_YOUNG_PERSON', 'DECLINED_BY_PARENT', 'REFUSED_AFTER_BOOKING'];
/** What the guidance asks for besides: the offer is kept either way. */
const ASKED_FOR: readonly (readonly [(offer: OfferPayload) => boolean, string])[] = [
  [({ episodes }) => episodes.length === 0, 'The offer names no episode, so nobody sees which return it answers.'],
  [({ outcome, explanation }) => UNABLE.includes(outcome) && explanation === null, 'Unable to contact: a written explanation is asked for (SOM 4.7).'],
  [({ outcome, explanation }) => REFUSED.includes(outcome) && explanation === null, 'Refused: a written explanation is asked for (SOM 4.8).'],
  [
    ({ outcome, reason, askAgainOn }) => outcome === 'NOT_APPROPRIATE' && (reason === null || askAgainOn === null),
    'Not appropriate now: say why, who covers meanwhile, and when to ask again (WSX).',
  ],
];

function warningsOf(offer: OfferPayload): string[] {
  return ASKED_FOR.filter(([lacks]) => lacks(offer)).map(([, warning]) => warning);
}
