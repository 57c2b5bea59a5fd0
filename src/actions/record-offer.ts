import { notNowWarnings } from '../domain/interview/eligibility.ts';
import { BOOKED_OUTCOMES, type Try } from '../domain/interview/interview-words.ts';
import type { ContactMade } from '../domain/interview/safe-contact.ts';
import { timeWarnings } from '../domain/interview/time-warnings.ts';
import type { OfferPayload } from '../domain/observation/observation.ts';
import type { Acted, ActionServices, Actor } from './action-services.ts';
import { agreementWarnings } from './agreement-warnings.ts';
import { contactWarnings } from './contact-warnings.ts';
import { episodesNamed } from './episodes-named.ts';
import { checkTexts, happenedAt, isoDay, optionalText, type Given } from './given.ts';
import { knownReturn, returnsOf } from './known-return.ts';
import { endWarnings } from './offer-warnings.ts';
import { perform, type Scene } from './perform.ts';
import { byDefault, dayToAskAgain, inWords, practiceFor } from './practice-for.ts';
import { seeToState, type Seen } from './see-row.ts';
import { recordToState, state } from './state-record.ts';
import { transmitOfHost } from './transmit-by-rule.ts';

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
  readonly coveredBy?: Given<string>;
  /** Who and what was tried before the child counted as one who could not be reached. */
  readonly tried?: Given<readonly Try[]>;
  /** Why the authority's practice was not followed. */
  readonly departure?: Given<string>;
}

/** Keeps that an interview was offered, and what came of it. */
export async function recordOffer(services: ActionServices, actor: Actor, input: RecordOffer, now: number): Promise<Acted> {
  checkTexts(input);
  const said = { ...saidOf(input, now), service: actor.viewer.agency, writtenAt: now };
  const deed = { action: 'recordOffer', kind: input.id ? 'ALTERATION' : 'COLLECTION', actor, input, key: input.key, reason: null, now } as const;
  return perform(services, deed, (scene) => keep(scene, input, said));
}

async function keep(scene: Scene, input: RecordOffer, said: Omit<OfferPayload, 'episodes' | 'episodeKeys'>): Promise<Acted> {
  const id = input.id ?? null;
  const child = await seeToState(scene, 'Offer', { id, child: input.child });
  const record = await recordToState(scene, 'offer', { on: child, id, revision: input.revision ?? null });
  const payload = { ...said, ...(await episodesNamed(scene, child.child, input.episodes)) };
  await state(scene, { on: child, record, kind: 'offer', payload });
  await (payload.outcome === null || BOOKED_OUTCOMES.includes(payload.outcome) ? undefined : transmitOfHost(scene, child.facts, record.id));
  return { id: record.id, child: child.child, revision: record.revision, warnings: await warningsOf(scene, child, { id: record.id, said: payload }) };
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
    coveredBy: optionalText(input.coveredBy),
    tried: [...new Set(input.tried ?? [])],
    departure: optionalText(input.departure),
  };
}

/** That it is not the time to ask was settled without asking anybody of the family. */
const askedNobody = ({ outcome, phonedYoungPerson, spokenToParentCarer }: OfferPayload): boolean => outcome === 'NOT_APPROPRIATE' && phonedYoungPerson !== 'YES' && spokenToParentCarer !== 'YES';

/** With whom somebody spoke of it, and by which way. */
function contactOf({ at, offeredTo, phonedYoungPerson, spokenToParentCarer }: OfferPayload): ContactMade {
  return { at, ways: phonedYoungPerson === 'YES' ? ['PHONE'] : [], through: spokenToParentCarer === 'YES' ? [offeredTo, 'PARENT', 'CARER'] : [offeredTo] };
}

/** What the practice asks for besides: the offer is kept either way. */
async function warningsOf(scene: Scene, { child, childRecords, facts }: Seen<'Child'> | Seen<'Offer'>, { id, said }: { readonly id: string; readonly said: OfferPayload }): Promise<string[]> {
  const { practice, of } = practiceFor(scene.services.directory(), facts);
  const known = await knownReturn(scene, { child, childRecords });
  const offer = known.offers.find((one) => one.id === id);
  if (offer === undefined) {
    return [];
  }
  const { outcome, reason, coveredBy, askAgainOn } = offer;
  const at = { practice, now: scene.now };
  const times = timeWarnings('CONTACT', { at: said.at, stands: offer.at, returns: returnsOf(known, offer.episodes), now: scene.now });
  const ended = outcome === null ? [] : endWarnings(known, { ...offer, outcome }, at);
  const notNow = outcome === 'NOT_APPROPRIATE' ? notNowWarnings({ reason, coveredBy, askAgainOn }, practice.figures.notNow, scene.now) : [];
  return [
    ...(offer.episodes.length === 0 ? [byDefault('the offer names no episode, so nobody sees which return it answers', 'NAMES_EPISODE', { practice, of })] : []),
    ...inWords(times, 'RESPONSIBLE'),
    ...inWords([...ended, ...notNow], of),
    ...(outcome === 'NOT_APPROPRIATE' ? dayToAskAgain(askAgainOn, { ...at, of }) : []),
    ...(askedNobody(said) ? [] : contactWarnings(known, contactOf(said), { ...at, of })),
    ...(await agreementWarnings(scene, { child, facts })),
  ];
}
