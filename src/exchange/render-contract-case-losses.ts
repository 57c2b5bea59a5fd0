/** What the form of a case system does not carry: what it does not ask, and what no form of its kind has. */
import { FORM_QUESTIONS, type FormQuestion } from '../domain/observation/form/form-questions.ts';
import { riskOf } from '../domain/observation/form/form-words.ts';
import { ASKED_QUESTIONS } from '../domain/observation/interview-questions.ts';
import type { PersonPayload } from '../domain/observation/observation.ts';
import { inOnePart, isAsked, type CaseForm } from './render-contract-case-forms.ts';
import type { Loss } from './render-contract.ts';

const because = (reason: string, ...fields: readonly string[]): Loss[] => fields.map((field) => ({ field, because: reason }));

/** The field that a question of the episode or the offer fills, where it is not called like it. */
const FIELDS: Readonly<Partial<Record<FormQuestion, string>>> = {
  'episode.absence': 'episode.status.status',
  'episode.risk': 'episode.risk',
  'episode.locatedAt': 'episode.located',
  'episode.locatedPlace': 'episode.located.place',
  'episode.returnedAt': 'episode.returned.at',
  'episode.returnedTo': 'episode.returned.to',
  'offer.offeredOn': 'offer.at',
  'attempt.at': 'offer.attempt',
};
/** Asked or not, no one field hangs on them alone. */
const TOGETHER: readonly FormQuestion[] = ['offer.offered', 'offer.accepted', 'interview.ofEpisode', 'interview.at'];

function fieldOf(question: FormQuestion): string {
  const [about, name = ''] = question.split('.');
  const known = FIELDS[question];
  if (known !== undefined) {
    return known;
  }
  if (about === 'attempt') {
    return `offer.attempt.${name === 'ended' ? 'endedIt' : name}`;
  }
  return about === 'episode' ? `episode.report.${name}` : about === 'locating' ? `interview.locating.${name}` : question;
}

function unasked(form: Pick<CaseForm, 'asks'>): Loss[] {
  const plain = FORM_QUESTIONS.filter((question) => /^(?:episode|offer|attempt|locating)\./.test(question) && !TOGETHER.includes(question) && !form.asks(question));
  const answers = ASKED_QUESTIONS.filter((question) => !isAsked(question, form)).map((question) => `interview.answers.${question}`);
  return because('the receiver’s form does not ask it', ...plain.map(fieldOf), ...answers);
}

const NO_QUESTION = [
  'episode.report.initialRisk',
  'episode.report.initialRiskWord',
  'episode.report.previousMissingCount',
  'episode.report.protectiveMarking',
  'episode.report.togetherKey',
  'episode.report.clothing',
  'episode.report.findingIdeas',
  'episode.risk.why',
  'episode.risk.passedOn',
  'episode.located.how',
  'episode.returned.method',
  'episode.returned.receivedBy',
  'episode.returned.condition',
  'episode.returned.debrief',
  'offer.attempt.coreHours',
  'offer.tried',
  'offer.coveredBy',
  'interview.answers.namedPeople',
];

/** Of what is asked some comes back otherwise: the more special before the more general. */
export function caseLosses(form: Pick<CaseForm, 'asks'>): Loss[] {
  const risk: Loss[] = form.asks('episode.risk')
    ? [
        { field: 'episode.risk.word', because: 'a word of another scale is written as the risk it was taken for', as: (word, { risk: said }) => (riskOf(String(word)) === said ? word : said) },
        { field: 'episode.risk.at', because: 'the form tells of the risk as of the report to the police, or since the child is missing' },
      ]
    : [];
  return [
    { field: 'act', because: 'every extract restates its records', as: () => 'correct' },
    ...unasked(form),
    ...risk,
    { field: 'episode.status.at', because: 'how the child is absent counts from when they were missed' },
    ...because('no form of this kind asks it', ...NO_QUESTION),
    { field: 'interview.locating', because: 'a semicolon, stroke or line break divides a list of facts: a comma stands in its place', as: (facts) => (Array.isArray(facts) ? facts.map(String).map(inOnePart).filter((fact) => fact !== '') : facts) },
  ];
}

/** What the receiver's table of persons has no column for. */
export function personLosses(kept: readonly (keyof PersonPayload)[]): Loss[] {
  const all: Readonly<Record<keyof PersonPayload, true>> = {
    givenName: true,
    familyName: true,
    dateOfBirth: true,
    dateOfBirthEstimated: true,
    statedAge: true,
    gender: true,
    ethnicity: true,
    nhsNumber: true,
    upn: true,
    responsibleAuthorityChildId: true,
    responsibleAuthority: true,
    hostAuthority: true,
    placementUrn: true,
    unaccompanied: true,
    homeAddress: true,
    telephone: true,
    email: true,
    build: true,
    complexion: true,
    hairColour: true,
    eyeColourLeft: true,
    eyeColourRight: true,
    distinguishingFeatures: true,
    photographRef: true,
    familyAddress: true,
    otherAddress: true,
    restricted: true,
  };
  const names: readonly string[] = kept;
  return because('the table of persons has no column for it', ...Object.keys(all).filter((field) => !names.includes(field)).map((field) => `person.${field}`));
}
