import type { Interval } from '../../interval/interval.ts';
import type { OfferedTo, OfferOutcome } from '../../interview/interview-words.ts';
import type { AttemptPayload, OfferPayload } from '../observation.ts';
import type { FormQuestion } from './form-questions.ts';
import { isoDay, joined, textOf, type FormReader, type ToldAnswer } from './form-reader.ts';
import { methodOf, offeredToOf, outcomeOf, yesNoOf } from './form-words.ts';

/** An offer as a form tells it, with every attempt by its part. */
export interface ToldOffer {
  readonly offer: OfferPayload;
  readonly attempts: readonly { readonly part: string; readonly payload: AttemptPayload }[];
}

export interface OfferTerms {
  /** From when until when the form was filled in, for an offer without a date of its own. */
  readonly filledIn: Interval | null;
  readonly episodeKeys: readonly string[];
  /** Directory id of the agency whose form it is. */
  readonly service: string;
}

/** The offer a form tells of; null when it does not say that one was made. */
export function readOffer(form: FormReader, { filledIn, episodeKeys, service }: OfferTerms): ToldOffer | null {
  const outcome = outcomeStated(form);
  const offeredOn = form.time('offer.offeredOn');
  const { attempts, undated } = readAttempts(form);
  const at = offeredOn ?? earliest(attempts.map(({ payload }) => payload.at)) ?? filledIn;
  const isTold = [wasOffered(form), offeredOn !== null, attempts.length > 0, undated.length > 0].includes(true);
  if (!isTold || at === null) {
    return null;
  }
  const offer = {
    episodes: [],
    episodeKeys,
    at,
    offeredTo: form.choice('offer.offeredTo', offeredToOf) ?? recipientOf(outcome),
    outcome,
    phonedYoungPerson: saidOf(form, 'offer.phonedYoungPerson'),
    spokenToParentCarer: saidOf(form, 'offer.spokenToParentCarer'),
    spokenToSocialWorker: saidOf(form, 'offer.spokenToSocialWorker'),
    reason: form.text('offer.reason'),
    askAgainOn: dayOf(form, 'offer.askAgainOn'),
    // Last, so that whatever could not be read stands in it.
    explanation: joined([form.text('offer.explanation'), ...undated, form.unread((question) => question.startsWith('offer.'))]),
    service,
  };
  return { offer, attempts };
}

function saidOf(form: FormReader, question: FormQuestion): 'YES' | 'NO' | 'NOT_SAID' {
  return form.choice(question, yesNoOf) ?? 'NOT_SAID';
}

function dayOf(form: FormReader, question: FormQuestion): string | null {
  const day = form.time(question);
  return day && isoDay(day);
}

function wasOffered(form: FormReader): boolean {
  const [offered, accepted] = [form.choice('offer.offered', yesNoOf), form.choice('offer.accepted', yesNoOf)];
  return offered === 'YES' || accepted === 'YES' || (offered !== 'NO' && accepted === 'NO') || form.text('offer.outcome') !== null;
}

/**
 * How the offer ended. A form that says "accepted: no" asks whether the child accepted, so the child said no; which of
 * the other ends it was, only a form that says so can tell.
 */
function outcomeStated(form: FormReader): OfferOutcome | null {
  const outcome = form.choice('offer.outcome', outcomeOf);
  const accepted = form.choice('offer.accepted', yesNoOf);
  if (accepted === null || accepted === 'NOT_SAID') {
    return outcome;
  }
  if (form.text('offer.outcome') === null) {
    return accepted === 'YES' ? 'ACCEPTED' : 'DECLINED_BY_YOUNG_PERSON';
  }
  if (outcome !== null && (outcome === 'ACCEPTED') !== (accepted === 'YES')) {
    const place = form.answersTo('offer.accepted')[0]?.place ?? '';
    form.doubt('ANSWERS_DIFFER', place, 'Whether it was accepted and how the offer ended do not agree; the latter was taken.');
  }
  return outcome;
}

function recipientOf(outcome: OfferOutcome | null): OfferedTo {
  return outcome === 'DECLINED_BY_PARENT' || outcome === 'PARENT_ACCEPTED_ADVICE_ONLY' ? 'PARENT' : 'CHILD';
}

function readAttempts(form: FormReader): { attempts: ToldOffer['attempts']; undated: string[] } {
  const answers = form.answersTo('attempt.').filter(({ question }) => question !== 'attempt.ended');
  const ended = form.text('attempt.ended');
  const numbers = [...new Set(answers.map(({ number }) => number ?? 1))].sort((one, other) => one - other);
  const undated: string[] = [];
  const attempts = numbers.flatMap((number) => {
    const own = answers.filter((answer) => (answer.number ?? 1) === number);
    const payload = readAttempt(form, own, String(number) === ended);
    if (payload === null) {
      undated.push(own.map((answer) => `${answer.label}: ${textOf(answer)}`).join('; '));
      return [];
    }
    return [{ part: `attempt ${String(number)}`, payload }];
  });
  return { attempts, undated };
}

/** One attempt; without a day it cannot be put among the others, and stands in the explanation. */
function readAttempt(form: FormReader, own: readonly ToldAnswer[], endedIt: boolean): AttemptPayload | null {
  const answersTo = (name: string): ToldAnswer[] => own.filter(({ question }) => question === `attempt.${name}`);
  const at = form.timeOf(answersTo('at'));
  if (at === null) {
    form.doubt('ATTEMPT_UNDATED', own[0]?.place ?? '', 'This attempt has no date that can be read; it stands in the explanation.');
    return null;
  }
  const method = form.choiceOf(answersTo('method'), methodOf);
  const tried = method === null ? answersTo('method').map(textOf) : [];
  return {
    at,
    method: method ?? 'OTHER',
    coreHours: 'NOT_SAID',
    response: joined([...tried, ...answersTo('response').map(textOf)]),
    outcome: joined(answersTo('outcome').map(textOf)),
    endedIt,
  };
}

function earliest(times: readonly Interval[]): Interval | null {
  return times.toSorted((one, other) => one.from - other.from)[0] ?? null;
}
