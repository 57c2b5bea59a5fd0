import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import { FormReader } from '../../src/domain/observation/form/form-reader.ts';
import { readEpisode } from '../../src/domain/observation/form/read-episode.ts';
import { readInterview } from '../../src/domain/observation/form/read-interview.ts';
import { readOffer, type ToldOffer } from '../../src/domain/observation/form/read-offer.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { formKey, type EclipseForm, type EclipseRecord, type Told } from './payload.ts';
import { readDay } from './read-day.ts';

/** A form about to be read, and what stands round it. */
interface Reading {
  readonly form: EclipseForm;
  readonly answers: FormReader;
  readonly key: string;
  readonly service: string;
  readonly extractedAt: number;
}
/** Where every statement of a form is filed. */
type Filing = Omit<DraftObservation, 'kind' | 'payload'>;

/** From its start to its completion: what the form tells without a date of its own happened in between. */
function filledIn({ started, completed }: EclipseForm): Interval | null {
  const [from, until] = [started ?? completed, completed ?? started];
  if (from === null || until === null || until.from <= from.from) {
    return until;
  }
  return { from: from.from, until: until.until, text: `${from.text} - ${until.text}`, precision: 'DATE' };
}

function sayEpisode({ form, answers, extractedAt }: Reading, filing: Filing): DraftObservation[] {
  const togetherKey = form.isShared ? form.instance : null;
  const told = readEpisode(answers, { missingSince: null, returned: null, isFinal: form.state === 'COMPLETE', extractedAt, togetherKey });
  const observations: (DraftObservation | null)[] = [
    { ...filing, kind: 'report', payload: told.report },
    { ...filing, kind: 'status', payload: told.status },
    told.risk && { ...filing, kind: 'risk', payload: told.risk },
    told.located && { ...filing, kind: 'located', payload: told.located },
    told.returned && { ...filing, kind: 'returned', payload: told.returned },
  ];
  return observations.filter((observation) => observation !== null);
}

/** The episode the form itself tells of, or the notification it names. */
function episodesOf({ form, answers, key }: Reading): string[] {
  const named = answers.text('interview.ofEpisode');
  if (named !== null) {
    return [formKey(named, form.child)];
  }
  return answers.answersTo('episode.').length > 0 ? [key] : [];
}

function offerOf(reading: Reading): ToldOffer | null {
  return readOffer(reading.answers, { filledIn: filledIn(reading.form), episodeKeys: episodesOf(reading), service: reading.service });
}

function sayOffer(reading: Reading, filing: Filing): DraftObservation[] {
  const told = offerOf(reading);
  if (told === null) {
    return [];
  }
  const attempts = told.attempts.map(({ part, payload }): DraftObservation => ({ ...filing, part, kind: 'attempt', payload }));
  return [{ ...filing, kind: 'offer', payload: told.offer }, ...attempts];
}

function sayInterview(reading: Reading, filing: Filing): DraftObservation[] {
  const { answers, key, service, form, extractedAt } = reading;
  // Read apart: what is doubtful in the offer is said with the offer.
  const offer = offerOf({ ...reading, answers: new FormReader(form.answers, readDay) })?.offer ?? null;
  const payload = readInterview(answers, { filledIn: filledIn(form), episodeKeys: episodesOf(reading), service, offer, offerKey: key, extractedAt });
  return payload === null ? [] : [{ ...filing, kind: 'interview', payload }];
}

const SAID: Readonly<Record<Told, { readonly kind: 'episode' | 'offer' | 'interview'; readonly say: (reading: Reading, filing: Filing) => DraftObservation[] }>> = {
  EPISODE: { kind: 'episode', say: sayEpisode },
  OFFER: { kind: 'offer', say: sayOffer },
  INTERVIEW: { kind: 'interview', say: sayInterview },
};

function takenBack(filing: Filing): DraftObservation {
  return { ...filing, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
}

/** A complete form restates its record, and takes back an offer or interview it no longer tells of; an unfinished one only adds to it. */
function sayForm(tells: Told, reading: Reading, filing: Filing): DraftObservation[] {
  const { form } = reading;
  if (form.state === 'WITHDRAWN') {
    return [takenBack(filing)];
  }
  if (form.state === 'OTHER') {
    return tells === 'EPISODE' ? sayEpisode(reading, { ...filing, act: 'assert' }) : [];
  }
  const said = SAID[tells].say(reading, filing);
  return said.length > 0 ? said : [takenBack(filing)];
}

function mapForm(tells: Told, form: EclipseForm, { document, place }: { document: AdapterDocument; place: string }): Mapped {
  const key = formKey(form.instance, form.child);
  const extractedAt = Date.parse(document.extracted ?? '');
  const reading = { form, answers: new FormReader(form.answers, readDay), key, service: document.agency, extractedAt };
  const filing = { subjectKey: form.child, record: { kind: SAID[tells].kind, key }, part: '', act: 'correct', order: document.extracted ?? '', place } as const;
  const observations = sayForm(tells, reading, filing);
  const warnings = [...reading.answers.doubts, ...undated(observations, place)];
  return { observations, refusals: [], warnings, period: null };
}

/** Since when the child is missing is what the clocks go by. */
function undated(observations: readonly DraftObservation[], place: string): Warning[] {
  const reason = 'The form does not say, or not readably, since when the child is missing.';
  const isUndated = observations.some((said) => said.kind === 'report' && !('missingSince' in said.payload));
  return isUndated ? [{ code: 'START_NOT_STATED', place, reason }] : [];
}

/** One person, or what one form says of one child's episode, offer or interview. */
export function map({ place, record }: ParsedRecord<EclipseRecord>, document: AdapterDocument): Mapped {
  if (record.tells !== 'PERSON') {
    return mapForm(record.tells, record.form, { document, place });
  }
  const { person, payload, warnings } = record;
  // A part of its own: another system of the agency may keep the same person under the same number.
  const filing = { subjectKey: person, record: { kind: 'person', key: person }, part: 'eclipse', act: 'correct', order: document.extracted ?? '', place } as const;
  return { observations: [{ ...filing, kind: 'person', payload }], refusals: [], warnings, period: null };
}
