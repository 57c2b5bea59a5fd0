import { HubError } from '../../domain/errors.ts';
import { OFFER_OUTCOMES } from '../../domain/interview/interview-words.ts';
import type { Interval } from '../../domain/interval/interval.ts';
import { readDateTime } from '../../domain/observation/source-time.ts';
import type { Outgoing } from '../../exchange/render-contract.ts';
import { CHILD, EPISODE, FULL_INTERVIEW, ITEM, OFFER } from './invented-facts.ts';

/** An invented message, named for its situation. */
export interface InventedMessage {
  readonly name: string;
  readonly outgoing: Outgoing;
}

function at(text: string): Interval {
  const time = readDateTime(text);
  if (time === null) {
    throw new HubError('BAD_INPUT', 'An invented message has a time that is none.');
  }
  return time;
}

/** How an offer can end where no interview follows it. */
const WITHOUT_INTERVIEW = [...OFFER_OUTCOMES.filter((outcome) => outcome !== 'ACCEPTED' && outcome !== 'REFUSED_AFTER_BOOKING'), null];
const { key, state, at: heldAt, episodeKeys, offerKey } = FULL_INTERVIEW;
const HELD = { key, state, at: heldAt, episodeKeys, offerKey };
const BARE_OFFER = { key: OFFER.key, at: OFFER.at, episodeKeys: OFFER.episodeKeys, attempts: [] };

/** Messages of every matter, level and act; an adapter is tried with those it says it renders. */
export function inventedOutgoing(sender: string): InventedMessage[] {
  const whole: Outgoing = {
    sender,
    messageId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    revision: 1,
    sentAt: '2026-12-05T09:00:00.000Z',
    act: 'assert',
    corrects: null,
    withdrawn: [],
    child: CHILD,
    episodes: [EPISODE],
    offers: [OFFER],
    interview: FULL_INTERVIEW,
    intelligence: null,
    asks: null,
  };
  const item = { ...whole, episodes: [], offers: [], interview: null };
  return [
    { name: 'an interview in full', outgoing: whole },
    { name: 'that an interview took place', outgoing: { ...whole, child: { key: CHILD.key }, offers: [BARE_OFFER], interview: { ...HELD, level: 'NOTICE' } } },
    { name: 'a redacted interview', outgoing: { ...whole, offers: [{ ...BARE_OFFER, outcome: null }], interview: { ...HELD, level: 'REDACTED', text: 'The child, in short, "was afraid".', structured: { firstTime: 'YES', pushFactors: ['SCHOOL'] } } } },
    { name: 'a refused interview', outgoing: { ...whole, offers: [{ ...OFFER, outcome: 'REFUSED_AFTER_BOOKING' }], interview: { ...HELD, state: 'REFUSED', level: 'FULL', answers: { informationFromCarer: 'The carer was told of an invented friend.' } } } },
    { name: 'a correction', outgoing: { ...whole, act: 'correct', revision: 2, corrects: 'an-earlier-message' } },
    ...WITHOUT_INTERVIEW.map((outcome) => ({ name: `an offer, ${outcome ?? 'not answered'}`, outgoing: { ...whole, offers: [{ ...OFFER, offeredTo: 'CARER', outcome } as const], interview: null } })),
    { name: 'an episode, over', outgoing: { ...whole, offers: [], interview: null } },
    { name: 'an episode, still open, from the hour that comes twice', outgoing: { ...whole, offers: [], interview: null, episodes: [{ key: 'EP-4', statuses: [{ status: 'AWAY', at: null }], report: { missingSince: at('2026-10-25T01:30') } }] } },
    { name: 'a request for a risk assessment', outgoing: { ...whole, offers: [], interview: null, asks: { episodeKey: EPISODE.key, of: 'southvale', at: at('2026-10-25T01:30:00Z'), dueBy: at('2026-10-26T01:30:00Z') } } },
    { name: 'an interview that was none', outgoing: { ...whole, act: 'retract', offers: [], interview: null, withdrawn: [{ kind: 'interview', key: HELD.key }] } },
    { name: 'an item', outgoing: { ...item, intelligence: ITEM } },
    { name: 'an item made for others', outgoing: { ...item, act: 'correct', intelligence: { key: ITEM.key, level: 'SANITISED', at: ITEM.at, content: '=The child is spoken to online.', grade: { handling: 'P' } } } },
    { name: 'an item that was none', outgoing: { ...item, act: 'retract', withdrawn: [{ kind: 'intelligence', key: ITEM.key }] } },
  ];
}

/** Does it belong to the intelligence, and so to its own form alone? */
export function isOfIntelligence({ intelligence, withdrawn }: Outgoing): boolean {
  return intelligence !== null || withdrawn.some(({ kind }) => kind === 'intelligence');
}
