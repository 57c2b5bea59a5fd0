import { seeded, type Chance } from '../../bench/matching/seeded.ts';
import { shuffled } from '../vary-sample.ts';

/** What the network does to a message. */
export const EXCHANGE_FAULTS = {
  FAILS: 'answered with 503 in the place of the receiver, who never saw it',
  HANGS: 'never answered, and never passed on',
  DROPS: 'taken by the receiver, whose answer was dropped',
  TWICE: 'passed on twice at once, and answered twice on one connection',
  LATE: 'taken, and answered late',
  CHANGES: 'taken, the answer dropped, and the interview amended before the next try',
} as const;
export type Fault = keyof typeof EXCHANGE_FAULTS;

/** When a hub is killed, as seen by the message that calls for it. */
export const MOMENTS = {
  ARRIVED: 'a message is on its way and was not passed on yet',
  PASSED_ON: 'the receiver has it in hand',
  ANSWERED: 'the receiver answered, the sender has not heard it',
  TOLD: 'the sender heard the answer',
} as const;
export type Moment = keyof typeof MOMENTS;
export type Side = 'SENDER' | 'RECEIVER';

/** A kill that is to come about. */
export interface PlannedKill {
  readonly side: Side;
  readonly moment: Moment;
  /** Milliseconds after that moment. */
  readonly after: number;
  /** Not before so many messages have arrived. */
  readonly arrival: number;
}

/** What befalls one message on its way. */
export interface Passage {
  readonly fault: Fault | null;
  /** In [0, 1): how late a late answer is. */
  readonly share: number;
  readonly kill: PlannedKill | null;
}

/** What is done to an interview after it was recorded, and when. */
export interface PlannedDeed {
  readonly deed: 'WITHDRAWN' | 'AMENDED';
  /** AS_IT_LEAVES: when its first message arrives at the network; else so many milliseconds after it was recorded. */
  readonly when: 'AS_IT_LEAVES' | number;
}

/** By how many of a hundred messages something befalls one. */
const SHARES: Readonly<Record<Exclude<Fault, 'CHANGES'>, number>> = { FAILS: 0.06, HANGS: 0.02, DROPS: 0.05, TWICE: 0.05, LATE: 0.03 };
/** When a deed is done, as chance has it and by when most are sent. */
type Drawn = (chance: Chance, soon: number) => PlannedDeed['when'];
const asItLeaves: Drawn = () => 'AS_IT_LEAVES';
const soon: Drawn = (chance, most) => chance.below(most);
const afterwards: Drawn = (chance, most) => most + chance.below(2 * most);
const WITHDRAWN: readonly Drawn[] = [() => 0, soon, asItLeaves, afterwards];
const AMENDED: readonly Drawn[] = [soon, asItLeaves, afterwards];
const MOMENTS_IN_TURN: readonly (readonly [Moment, number])[] = [['ANSWERED', 0], ['PASSED_ON', 60], ['TOLD', 1_000], ['ARRIVED', 0], ['TOLD', 60]];

/** What a plan is made of. */
export interface PlanTerms {
  readonly messages: number;
  readonly kills: number;
  readonly seed: number;
  /** Within so many milliseconds of recording most are sent. */
  readonly soon: number;
}

/** Everything that is to go wrong in a run, the same for the same seed. */
export class ExchangePlan {
  /** By the number of the interview; those of which nothing is said are let be. */
  readonly deeds: ReadonlyMap<number, PlannedDeed>;
  readonly #chance: Chance;
  readonly #deck: (Fault | null)[];
  readonly #kills: PlannedKill[];
  #arrived = 0;

  constructor({ messages, kills, seed, soon: most }: PlanTerms) {
    const chance = seeded(seed);
    this.#chance = chance;
    const faults = Object.entries(SHARES).flatMap(([fault, share]) => Array<Fault>(Math.max(1, Math.round(messages * share))).fill(fault as Fault)); // The names are those of SHARES.
    this.#deck = shuffled([...faults, ...Array<null>(Math.max(0, messages - faults.length)).fill(null)], chance);
    this.#kills = Array.from({ length: kills }, (_, nth) => aKill(chance, nth, Math.floor(((nth + chance.next()) * messages * 0.9) / kills)));
    this.deeds = new Map([...someOf(messages, { deed: 'WITHDRAWN', share: 0.08, whens: WITHDRAWN, from: 0, soon: most }, chance), ...someOf(messages, { deed: 'AMENDED', share: 0.06, whens: AMENDED, from: 1, soon: most }, chance)]);
  }

  /** Kills that have not come about. */
  get unsprung(): readonly PlannedKill[] {
    return this.#kills;
  }

  /** What befalls the message that arrives now; one whose interview is to be amended meanwhile is never heard of. */
  next(changes: boolean): Passage {
    this.#arrived += 1;
    const share = this.#chance.next();
    if (changes) {
      return { fault: 'CHANGES', share, kill: null };
    }
    const [kill] = this.#kills;
    if (kill !== undefined && kill.arrival < this.#arrived) {
      this.#kills.shift();
      return { fault: null, share, kill };
    }
    return { fault: this.#deck.pop() ?? null, share, kill: null };
  }

  /** The hub that was to be killed was not up: it is killed at a later message. */
  again(kill: PlannedKill): void {
    this.#kills.unshift(kill);
  }
}

/** Each side in turn, at every moment of it. */
function aKill(chance: Chance, nth: number, arrival: number): PlannedKill {
  const [moment, most] = MOMENTS_IN_TURN[Math.floor(nth / 2) % MOMENTS_IN_TURN.length] ?? ['TOLD', 0];
  return { side: nth % 2 === 0 ? 'SENDER' : 'RECEIVER', moment, after: chance.below(most + 1), arrival };
}

interface Deeds extends Pick<PlannedDeed, 'deed'> {
  readonly share: number;
  /** In turn, so that a short run has all of them. */
  readonly whens: readonly Drawn[];
  /** Of every second interview, so that no two deeds meet. */
  readonly from: 0 | 1;
  readonly soon: number;
}

function someOf(messages: number, { deed, share, whens, from, soon: most }: Deeds, chance: Chance): [number, PlannedDeed][] {
  const numbers = shuffled(Array.from({ length: Math.floor(messages / 2) }, (_, nth) => nth * 2 + from), chance).slice(0, Math.max(whens.length, Math.round(messages * share)));
  return numbers.map((number, nth) => [number, { deed, when: whens[nth % whens.length]?.(chance, most) ?? 0 }]);
}
