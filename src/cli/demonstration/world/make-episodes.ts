import { DAY, HOUR } from '../../../domain/interval/durations.ts';
import type { Chance } from './chance.ts';
import type { WorldEpisode, WorldOffer } from './world.ts';

const MINUTE = 60_000;
/** How many episodes a child has; with the two of younger brothers and sisters five on average. */
const COUNTS = [1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 10, 17] as const;
/** A child has at most so many. */
const ROOM = 100;

interface EpisodeTerms {
  readonly now: number;
  /** The child's number. */
  readonly child: number;
  readonly chance: Chance;
}

/** When the child was last gone, and whether they are back: what the morning's briefing is about. */
interface Latest {
  readonly from: number;
  readonly located: number | null;
  readonly returned: number | null;
  readonly kind: WorldEpisode['kind'];
}

/** A child's episodes, the earliest first, days apart so that none is mistaken for another. */
export function makeEpisodes({ now, child, chance }: EpisodeTerms): readonly WorldEpisode[] {
  const count = chance.pick(COUNTS);
  const made = [latest(now, child, chance)];
  while (made.length < count) {
    made.unshift(earlier(made[0]?.from ?? now, chance));
  }
  return made.map((times, place) => told({ now, child, chance }, times, place));
}

/** What a younger brother or sister was part of: the last two of the elder's, under reports of their own. */
export function sharedEpisodes(elder: readonly WorldEpisode[], child: number): readonly WorldEpisode[] {
  return elder.slice(-2).map((episode, place) => {
    const number = child * ROOM + place;
    return { ...episode, number, misper: episode.misper === null ? null : misperOf(number) };
  });
}

/** By the child's number, so that every morning has each: missing, located and not back, just back, long back and not interviewed, away. */
function latest(now: number, child: number, chance: Chance): Latest {
  const hours = (least: number, most: number): number => now - chance.between(least * 60, most * 60) * MINUTE;
  const scene = child % 12;
  const kind = 'MISSING';
  if (scene === 1) {
    return { kind, from: hours(3, 60), located: null, returned: null };
  }
  if (scene === 2) {
    return { kind, from: hours(12, 30), located: hours(3, 9), returned: null };
  }
  if (scene === 3) {
    return { kind, from: hours(26, 50), located: hours(16, 22), returned: hours(5, 15) };
  }
  if (child % 18 === 4) {
    return { kind: 'AWAY', from: hours(5, 11), located: null, returned: null };
  }
  // Back for days: whoever of these has no offer is overdue.
  return earlier(now - chance.between(0, scene === 6 ? 1 : 50) * DAY, chance);
}

function earlier(before: number, chance: Chance): Latest {
  const returned = before - chance.between(5 * 24 * 60, 30 * 24 * 60) * MINUTE;
  const located = returned - chance.between(10, 300) * MINUTE;
  return { kind: chance.happens(0.85) ? 'MISSING' : 'AWAY', from: located - chance.between(60, 50 * 60) * MINUTE, located, returned };
}

const misperOf = (number: number): string => `99/W/${String(number).padStart(6, '0')}`;

function told({ now, child, chance }: EpisodeTerms, times: Latest, place: number): WorldEpisode {
  const number = child * ROOM + place;
  const { returned, kind } = times;
  const recent = returned === null || returned > now - 9 * DAY;
  const offered = returned !== null && returned < now - 3 * DAY && chance.happens(recent ? 0.4 : 0.8);
  return {
    ...times,
    number,
    together: number,
    misper: kind === 'MISSING' ? misperOf(number) : null,
    risk: chance.pick(['Low', 'Medium', 'Medium', 'High', 'No apparent risk']),
    raised: chance.happens(0.15) ? 'High' : null,
    // Where the force alone can have told of it by now, it has.
    policeSaysReturned: recent || chance.happens(0.7),
    offer: offered ? offerAfter(returned, chance) : null,
    disputed: !recent && chance.happens(0.06),
    corrected: chance.happens(0.06),
  };
}

function offerAfter(returned: number, chance: Chance): WorldOffer {
  const at = returned + chance.between(2, 70) * HOUR;
  const accepted = chance.happens(0.65);
  return {
    at,
    held: accepted ? at + chance.between(4, 70) * HOUR : null,
    declined: !accepted && chance.happens(0.7),
    reasons: chance.pick(['An argument about a phone; needed air.', 'Wanted to see an invented friend.', 'A visit was cancelled again.', 'Did not feel listened to at school.', 'Went to a party and missed the last bus.']),
    wouldHelp: chance.pick(['Being asked before plans are made.', 'A later bedtime at weekends.', 'To ring a sister every evening.', 'Somebody who knocks.']),
    stayed: chance.pick(['Flat 9, 12 Imaginary Wharf', '5 Invented Yard', 'A friend’s in Madeup Close', 'The bus station at Nowhere']),
    firstTime: chance.happens(0.2),
  };
}
