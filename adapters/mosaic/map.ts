import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import type { ReturnedPayload } from '../../src/domain/observation/observation.ts';
import { FormReader } from '../../src/domain/observation/form/form-reader.ts';
import { readEpisode } from '../../src/domain/observation/form/read-episode.ts';
import { readInterview } from '../../src/domain/observation/form/read-interview.ts';
import { readOffer, type ToldOffer } from '../../src/domain/observation/form/read-offer.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { readSettings, stepKey, type MosaicRecord, type MosaicSettings, type MosaicStep, type Told } from './payload.ts';
import { readMoment } from './read-moment.ts';

/** A step about to be read, and what stands round it. */
interface Reading {
  readonly step: MosaicStep;
  readonly form: FormReader;
  readonly key: string;
  readonly service: string;
  readonly extractedAt: number;
  readonly settings: MosaicSettings | null;
}
/** Where every statement of a step is filed. */
type Filing = Omit<DraftObservation, 'kind' | 'payload'>;

/** From its start to its completion: what the form tells without a date of its own happened in between. */
function filledIn({ started, completed }: MosaicStep): Interval | null {
  const [from, until] = [started ?? completed, completed ?? started];
  if (from === null || until === null || until.from <= from.from) {
    return until;
  }
  return { from: from.from, until: until.until, text: `${from.text} - ${until.text}`, precision: until.precision };
}

/**
 * A completed step is over: the child is back. When, only an authority can say who completes it on the return; elsewhere
 * the time is that of the form.
 */
function returnedWith({ step, settings, form }: Reading): ReturnedPayload | null {
  const { completed, started } = step;
  if (completed === null) {
    return null;
  }
  const isReturn = settings?.completedOn === 'RETURN' && (started === null || completed.until > started.from);
  const to = form.text('episode.returnedTo');
  return { at: isReturn ? completed : null, ...(to !== null && { to }) };
}

function sayEpisode(reading: Reading, filing: Filing): DraftObservation[] {
  const { step, form, settings, extractedAt } = reading;
  // The step of the missing episode is started when the child is missed; that of the interview form when the form is.
  const missingSince = settings?.profile === 'cyp051' ? step.started : null;
  const togetherKey = step.isShared ? step.step : null;
  const told = readEpisode(form, { missingSince, returned: returnedWith(reading), isFinal: true, extractedAt, togetherKey });
  const observations: (DraftObservation | null)[] = [
    { ...filing, kind: 'report', payload: told.report },
    { ...filing, kind: 'status', payload: told.status },
    told.risk && { ...filing, kind: 'risk', payload: told.risk },
    told.located && { ...filing, kind: 'located', payload: told.located },
    told.returned && { ...filing, kind: 'returned', payload: told.returned },
  ];
  return observations.filter((observation) => observation !== null);
}

function offerOf({ form, step, key, service }: Reading): ToldOffer | null {
  return readOffer(form, { filledIn: filledIn(step), episodeKeys: [key], service });
}

function sayOffer(reading: Reading, filing: Filing): DraftObservation[] {
  const told = offerOf(reading);
  if (told === null) {
    return [];
  }
  const attempts = told.attempts.map(({ part, payload }): DraftObservation => ({ ...filing, part, kind: 'attempt', payload }));
  return [{ ...filing, kind: 'offer', payload: told.offer }, ...attempts];
}

/** An interview still being written down has not been told. */
function sayInterview(reading: Reading, filing: Filing): DraftObservation[] {
  const { form, key, service, step, extractedAt } = reading;
  if (!step.isComplete) {
    return [];
  }
  // Read apart: what is doubtful in the offer is said with the offer.
  const offer = offerOf({ ...reading, form: new FormReader(step.answers, readMoment) })?.offer ?? null;
  const payload = readInterview(form, { filledIn: filledIn(step), episodeKeys: [key], service, offer, offerKey: key, extractedAt });
  return payload === null ? [] : [{ ...filing, kind: 'interview', payload }];
}

const SAID: Readonly<Record<Told, { readonly kind: 'episode' | 'offer' | 'interview'; readonly say: (reading: Reading, filing: Filing) => DraftObservation[] }>> = {
  EPISODE: { kind: 'episode', say: sayEpisode },
  OFFER: { kind: 'offer', say: sayOffer },
  INTERVIEW: { kind: 'interview', say: sayInterview },
};

/** A step restates its record; a completed one takes back an offer or interview it no longer tells of. */
function mapStep(tells: Told, step: MosaicStep, { document, place }: { document: AdapterDocument; place: string }): Mapped {
  const key = stepKey(step.step, step.child);
  const extractedAt = Date.parse(document.extracted ?? '');
  const reading = { step, form: new FormReader(step.answers, readMoment), key, service: document.agency, extractedAt, settings: readSettings(document.settings) };
  const filing = { subjectKey: step.child, record: { kind: SAID[tells].kind, key }, part: '', act: 'correct', order: document.extracted ?? '', place } as const;
  const said = SAID[tells].say(reading, filing);
  const takenBack: DraftObservation = { ...filing, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
  const observations = said.length > 0 || !step.isComplete ? said : [takenBack];
  return { observations, refusals: [], warnings: [...reading.form.doubts, ...waiting(tells, step, place)], period: null };
}

function waiting(tells: Told, { isComplete, answers }: MosaicStep, place: string): Warning[] {
  const isTold = answers.some(({ question }) => question === 'interview.at');
  const reason = 'The step is not completed: the interview it tells of waits until it is.';
  return tells === 'INTERVIEW' && !isComplete && isTold ? [{ code: 'STEP_NOT_COMPLETED', place, reason }] : [];
}

/** One person, or what one step says of one child's episode, offer or interview. */
export function map({ place, record }: ParsedRecord<MosaicRecord>, document: AdapterDocument): Mapped {
  if (record.tells !== 'PERSON') {
    const mapped = mapStep(record.tells, record.step, { document, place });
    return { ...mapped, warnings: [...record.warnings, ...mapped.warnings] };
  }
  const { person, payload, warnings } = record;
  // A part of its own: another system of the agency may keep the same person under the same number.
  const filing = { subjectKey: person, record: { kind: 'person', key: person }, part: 'mosaic', act: 'correct', order: document.extracted ?? '', place } as const;
  return { observations: [{ ...filing, kind: 'person', payload }], refusals: [], warnings, period: null };
}
