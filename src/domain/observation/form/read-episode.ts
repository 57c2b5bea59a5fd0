import type { Interval } from '../../interval/interval.ts';
import type { LocatedPayload, ReportPayload, ReturnedPayload, RiskPayload, StatusPayload } from '../observation.ts';
import { EPISODE_TEXTS, type FormQuestion } from './form-questions.ts';
import { joined, type FormReader } from './form-reader.ts';
import { absenceOf, riskOf } from './form-words.ts';

/** What a form says of an episode. */
export interface ToldEpisode {
  readonly report: ReportPayload;
  readonly status: StatusPayload;
  readonly risk: RiskPayload | null;
  readonly located: LocatedPayload | null;
  readonly returned: ReturnedPayload | null;
}

export interface EpisodeTerms {
  /** When the child was missed, where the source says so beside the form. */
  readonly missingSince: Interval | null;
  /** When the child was back, as the source says it beside the form; `at` null: back, nobody knows when. */
  readonly returned: ReturnedPayload | null;
  /** Is what the form says of the end of the episode final? */
  readonly isFinal: boolean;
  /** Until when things can have happened: when the source was extracted, in epoch milliseconds. */
  readonly extractedAt: number;
  readonly togetherKey: string | null;
}

/** What happened to the child as far as the form says it; an end that cannot be true is left out, for until then the child is missing. */
export function readEpisode(form: FormReader, terms: EpisodeTerms): ToldEpisode {
  const missingSince = form.time('episode.missingSince') ?? terms.missingSince;
  const status = form.choice('episode.absence', absenceOf) ?? 'MISSING';
  const word = form.text('episode.risk');
  const reportedAt = form.time('episode.reportedAt');
  const risk = word === null ? null : form.choice('episode.risk', riskOf);
  const riskAt = reportedAt ?? missingSince;
  const ends = { form, terms, missingSince };
  return {
    status: { status, at: missingSince },
    risk: word === null || riskAt === null ? null : { risk, word, at: riskAt },
    located: locatedOf(ends),
    returned: returnedOf(ends) ?? terms.returned,
    // Last, so that whatever could not be read stands in the circumstances.
    report: reportOf(form, { missingSince, reportedAt, togetherKey: terms.togetherKey }),
  };
}

function reportOf(form: FormReader, known: Pick<ReportPayload, 'missingSince' | 'reportedAt' | 'togetherKey'>): ReportPayload {
  const lastSeenAt = form.time('episode.lastSeenAt');
  const texts = Object.fromEntries(EPISODE_TEXTS.map((question) => [question, form.text(`episode.${question}`)]));
  const circumstances = joined([texts['circumstances'] ?? null, form.unread((question) => question.startsWith('episode.'))]);
  const stated = Object.entries({ ...texts, ...known, lastSeenAt, circumstances }).filter(([, value]) => value !== null);
  return Object.fromEntries(stated);
}

interface Ends {
  readonly form: FormReader;
  readonly terms: EpisodeTerms;
  readonly missingSince: Interval | null;
}

function locatedOf(ends: Ends): LocatedPayload | null {
  const at = endOf('episode.locatedAt', ends);
  const place = ends.form.text('episode.locatedPlace');
  return at === null ? null : { at, ...(place !== null && { place }) };
}

function returnedOf(ends: Ends): ReturnedPayload | null {
  const at = endOf('episode.returnedAt', ends);
  const to = ends.form.text('episode.returnedTo');
  return at === null ? null : { at, ...(to !== null && { to }) };
}

function endOf(question: FormQuestion, { form, terms, missingSince }: Ends): Interval | null {
  const at = form.time(question);
  const place = form.answersTo(question)[0]?.place ?? '';
  if (at === null || !terms.isFinal) {
    return null;
  }
  if (missingSince !== null && at.until <= missingSince.from) {
    form.doubt('END_BEFORE_START', place, 'The episode ends before it starts; the end was left out.');
    return null;
  }
  if (at.from > terms.extractedAt) {
    form.doubt('DATE_IN_FUTURE', place, 'This lies after the file was extracted; it was left out.');
    return null;
  }
  return at;
}
