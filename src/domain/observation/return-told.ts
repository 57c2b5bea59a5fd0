import type { OfferOutcome } from '../interview/interview-words.ts';
import { betweenTimes } from './between-times.ts';
import type { InterviewPayload, OfferPayload } from './observation.ts';
import { offerOfFlags } from './offered-accepted.ts';
import type { ReturnForm } from './return-form.ts';
import type { Interval } from './source-time.ts';

/** What a source says of the return home interview of one episode: two flags on the episode, and perhaps a form. */
export interface ReturnSaid {
  readonly offered: string | null;
  readonly accepted: string | null;
  readonly form: ReturnForm | null;
  readonly episodeKeys: readonly string[];
  /** The child's return, else the start: the offer and the interview lie after it. Null where neither can be read. */
  readonly after: Interval | null;
  /** When it was answered or exported: they lie before it. */
  readonly before: Interval;
  /** Directory id of the agency whose service it was. */
  readonly service: string;
  /** The source's own key of the offer, under which the adapter tells of it. */
  readonly offerKey: string;
}

/** What became of the offer: told, taken back because the source no longer says it, or left alone where it contradicts itself. */
export type OfferTold = OfferPayload | 'NOT_SAID' | 'CONTRADICTS';

/** The offer as flags and form tell of it; where they differ the form counts, which says more. */
export function offerTold(said: ReturnSaid): OfferTold {
  const { form } = said;
  const flags = offerOfFlags(said.offered, said.accepted);
  const byForm = form === null || form.outcome === 'COMPLETED' ? null : form.outcome;
  // Whoever writes down why there was no interview has tried to offer one.
  if (byForm !== null || (flags.said !== 'OFFER' && (form?.explanation ?? null) !== null)) {
    return offered(byForm, said);
  }
  return flags.said === 'OFFER' ? offered(flags.outcome, said) : flags.said;
}

/** What no form says of an offer. */
const NO_FORM = {
  offeredAt: null,
  offeredTo: null,
  contact: { phonedYoungPerson: 'NOT_SAID', spokenToParentCarer: 'NOT_SAID', spokenToSocialWorker: 'NOT_SAID' },
  explanation: null,
  askAgainOn: null,
} as const;
const BY_PARENT: readonly (OfferOutcome | null)[] = ['DECLINED_BY_PARENT', 'PARENT_ACCEPTED_ADVICE_ONLY'];

function offered(outcome: OfferOutcome | null, said: ReturnSaid): OfferPayload {
  const { offeredAt, offeredTo, contact, explanation, askAgainOn } = said.form ?? NO_FORM;
  const notNow = outcome === 'NOT_APPROPRIATE';
  return {
    episodes: [],
    episodeKeys: said.episodeKeys,
    at: offeredAt ?? between(said),
    offeredTo: offeredTo ?? (BY_PARENT.includes(outcome) ? 'PARENT' : 'CHILD'),
    outcome,
    ...contact,
    reason: notNow ? explanation : null,
    askAgainOn,
    explanation: notNow ? null : explanation,
    service: said.service,
  };
}

/** The interview as its form tells of it; null where there was none. */
export function interviewTold(said: ReturnSaid): InterviewPayload | null {
  const { form, service, episodeKeys } = said;
  const state = form?.held ?? null;
  if (form === null || state === null) {
    return null;
  }
  const { heldAt, answers, locating } = form;
  const offer = typeof offerTold(said) === 'string' ? {} : { offerKey: said.offerKey };
  return { state, at: heldAt ?? between(said), episodes: [], episodeKeys, offer: null, ...offer, interviewer: null, service, answers, locating };
}

function between({ after, before }: Pick<ReturnSaid, 'after' | 'before'>): Interval {
  return after === null ? before : betweenTimes(after, before);
}
