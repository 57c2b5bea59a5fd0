import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import type { Payloads } from '../../src/domain/observation/observation.ts';
import { interviewTold, offerTold, type ReturnSaid } from '../../src/domain/observation/return-told.ts';
import { canonicalInstant } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import { absenceOf } from './map-absence.ts';
import { personPayload } from './map-person.ts';
import { settingsOf, type EpisodeForm, type LiberiEpisode, type LiberiForm, type LiberiRecord } from './payload.ts';
import { FieldReader } from './read-fields.ts';

/** What every statement of one episode has in common. */
type Origin = Pick<DraftObservation, 'subjectKey' | 'part' | 'order' | 'place'>;
type Kept<K extends 'offer' | 'interview'> = Payloads[K] | 'NOT_SAID';

/** Says the offer or interview anew, or takes back what an earlier extract said of it. */
function restate<K extends 'offer' | 'interview'>(kind: K, key: string, said: { readonly payload: Kept<K>; readonly origin: Origin }): DraftObservation {
  const record = { kind, key };
  if (said.payload === 'NOT_SAID') {
    return { ...said.origin, record, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
  }
  // Safe: the payload is of the kind it stands beside.
  return { ...said.origin, record, act: 'correct', kind, payload: said.payload } as DraftObservation;
}

function returnSaid({ row, key, exported }: LiberiEpisode, { form, document }: { form: EpisodeForm | null; document: AdapterDocument }): ReturnSaid {
  const reader = new FieldReader(row, []);
  const end = reader.time('END_DTTM');
  return {
    offered: reader.text('RETURN_INTERVIEW_OFFERED'),
    accepted: reader.text('RETURN_INTERVIEW_ACCEPTED'),
    form: form?.form ?? null,
    episodeKeys: form?.covers ?? [key],
    after: end !== null && end.from <= exported.until ? end : reader.time('START_DTTM'),
    before: form?.answered ?? exported,
    service: document.agency,
    offerKey: key,
  };
}

function offerOf(episode: LiberiEpisode, { document, origin, warnings }: { document: AdapterDocument; origin: Origin; warnings: Warning[] }): DraftObservation[] {
  // Of several forms of one episode the last says what became of the offer.
  const said = returnSaid(episode, { form: episode.forms.at(-1) ?? null, document });
  const offer = offerTold({ ...said, episodeKeys: [episode.key] });
  if (offer === 'CONTRADICTS') {
    const reader = new FieldReader(episode.row, warnings);
    reader.warn('OFFER_CONTRADICTS', 'RETURN_INTERVIEW_ACCEPTED', 'Offered and accepted contradict each other or hold another word than YES, NO or NA; no offer was taken.');
    return [];
  }
  return [restate('offer', episode.key, { payload: offer, origin })];
}

function interviewOf(episode: LiberiEpisode, form: EpisodeForm, { document, origin }: { document: AdapterDocument; origin: Origin }): DraftObservation {
  const payload = interviewTold(returnSaid(episode, { form, document })) ?? 'NOT_SAID';
  return restate('interview', form.key, { payload, origin: { ...origin, place: form.place } });
}

function mapEpisode(episode: LiberiEpisode, document: AdapterDocument, warnings: Warning[]): DraftObservation[] {
  const { key, row, exported } = episode;
  const subjectKey = new FieldReader(row, warnings).key('DIM_PERSON_ID') ?? standInKey(key);
  const origin = { subjectKey, part: '', order: canonicalInstant(exported.from), place: row.place };
  const absence = absenceOf(episode, settingsOf(document.settings), warnings);
  const observations: DraftObservation[] = absence.map((said) => ({ ...origin, record: { kind: 'episode', key }, act: 'correct', ...said }));
  if (episode.person !== null) {
    const payload = personPayload(new FieldReader(episode.person, warnings));
    observations.push({ ...origin, place: episode.person.place, record: { kind: 'person', key: subjectKey }, part: key, act: 'correct', kind: 'person', payload });
  }
  const offer = offerOf(episode, { document, origin, warnings });
  return [...observations, ...offer, ...episode.forms.map((form) => interviewOf(episode, form, { document, origin }))];
}

/** A form whose episode is not in the set tells of the interview alone: the offer is its episode's. */
function mapForm({ child, form, exported }: LiberiForm, document: AdapterDocument): DraftObservation[] {
  const origin = { subjectKey: child, part: '', order: canonicalInstant(exported.from), place: form.place };
  const said = { offered: null, accepted: null, form: form.form, episodeKeys: form.covers, after: null, before: form.answered ?? exported };
  const told = interviewTold({ ...said, service: document.agency, offerKey: '' });
  return told === null ? [] : [restate('interview', form.key, { payload: { ...told, offerKey: null }, origin })];
}

/** One episode restates all that earlier extracts said of it: report, statuses, offer, and the interviews of its forms. */
export function map({ record }: ParsedRecord<LiberiRecord>, document: AdapterDocument): Mapped {
  const warnings: Warning[] = [];
  const observations = record.kind === 'episode' ? mapEpisode(record, document, warnings) : mapForm(record, document);
  return { observations, refusals: [], warnings: onceEach(warnings), period: null };
}

/** Several readers may look at the same column. */
function onceEach(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.place}`, warning])).values()];
}
