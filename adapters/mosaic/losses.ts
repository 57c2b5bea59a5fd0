import type { Loss } from '../../src/exchange/render-contract.ts';
import { keyRead } from '../../src/exchange/render-contract-case-keys.ts';
import { caseLosses, personLosses } from '../../src/exchange/render-contract-case-losses.ts';
import type { MosaicSettings } from './payload.ts';
import { formOf } from './write-answers.ts';

type As = NonNullable<Loss['as']>;
const AS_PAIR = 'a record of Mosaic is a step and the child it is of';
const ONE_STEP = 'an episode, its offer and its interview are one step, under its key';

const pairOf: As = (key, _beside, { subject }) => keyRead(key, subject);
const pairsOf: As = (keys, _beside, { subject }) => (Array.isArray(keys) ? keys.map((key) => keyRead(key, subject)) : keys);
const stepOf: As = (_key, { episodeKeys }, { subject }) => (Array.isArray(episodeKeys) ? keyRead(episodeKeys[0], subject) : null);

/** What the step itself says, beside its form. */
function saidByStep({ profile, completedOn }: MosaicSettings): string[] {
  return [...(profile === 'cyp051' ? ['episode.report.missingSince'] : []), ...(completedOn === 'RETURN' ? ['episode.returned.at'] : [])];
}

/** What a set for a system with these settings does not carry, and why. */
export function lossesOf(settings: MosaicSettings): Loss[] {
  const byStep = saidByStep(settings);
  return [
    ...caseLosses(formOf(settings)).filter(({ field }) => !byStep.includes(field)),
    ...personLosses(['givenName', 'familyName', 'dateOfBirth', 'gender', 'nhsNumber', 'upn', 'restricted']),
    { field: 'episode.key', because: AS_PAIR, as: pairOf },
    ...['offer.key', 'interview.key', 'interview.offerKey'].map((field) => ({ field, because: ONE_STEP, as: stepOf })),
    ...['offer.episodeKeys', 'interview.episodeKeys'].map((field) => ({ field, because: AS_PAIR, as: pairsOf })),
  ];
}
