import { isoDay } from '../../src/domain/observation/form/form-reader.ts';
import { readDate, type Interval } from '../../src/domain/observation/source-time.ts';
import type { Loss } from '../../src/exchange/render-contract.ts';
import { caseLosses, personLosses } from '../../src/exchange/render-contract-case-losses.ts';
import { keyRead } from '../../src/exchange/render-contract-case-keys.ts';
import { formOf } from './write-answers.ts';
import type { EclipseSettings } from './payload.ts';

type As = NonNullable<Loss['as']>;
const AS_PAIR = 'a record of Eclipse is a form and the child it is of';
const AS_DAY = 'the extract cuts times to dates';

function isTime(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'precision' in value;
}

const dayOf: As = (time) => (isTime(time) ? readDate(isoDay(time), 'iso') : time);
const pairOf: As = (key, _beside, { subject }) => keyRead(key, subject);
const pairsOf: As = (keys, _beside, { subject }) => (Array.isArray(keys) ? keys.map((key) => keyRead(key, subject)) : keys);

/** Each as `interview ["…","…"]`. */
const takenBack: As = (records, _beside, { subject }) =>
  Array.isArray(records) ? records.map(String).map((record) => [record.slice(0, record.indexOf(' ')), keyRead(record.slice(record.indexOf(' ') + 1), subject)].join(' ')) : records;

/** The offer is known to be the interview's where both stand in one form. */
const sameForm: As = (key, { key: own }, { subject }) => (key === own ? keyRead(key, subject) : null);

const TIMES = [
  'episode.report.missingSince',
  'episode.report.reportedAt',
  'episode.report.lastSeenAt',
  'episode.located.at',
  'episode.returned.at',
  'offer.at',
  'offer.attempt.at',
  'interview.at',
];

/** What the forms of a system with these settings do not carry, and why. */
export function lossesOf(settings: EclipseSettings): Loss[] {
  const lost = caseLosses(formOf(settings));
  return [
    ...lost,
    ...personLosses(['givenName', 'familyName', 'dateOfBirth', 'gender', 'ethnicity']),
    ...['episode.key', 'offer.key', 'interview.key'].map((field) => ({ field, because: AS_PAIR, as: pairOf })),
    ...['offer.episodeKeys', 'interview.episodeKeys'].map((field) => ({ field, because: AS_PAIR, as: pairsOf })),
    { field: 'withdrawn', because: AS_PAIR, as: takenBack },
    { field: 'interview.offerKey', because: 'an offer and an interview under different keys are different forms', as: sameForm },
    ...TIMES.filter((field) => !lost.some((known) => field === known.field || field.startsWith(`${known.field}.`)))
      .map((field) => ({ field, because: AS_DAY, as: dayOf })),
  ];
}
