import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import type { Payloads } from '../../src/domain/observation/observation.ts';
import { interviewTold, offerTold, type ReturnSaid } from '../../src/domain/observation/return-told.ts';
import { canonicalInstant } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import { absenceOf } from './map-absence.ts';
import { personPayload } from './map-person.ts';
import { settingsOf, type EpisodeForm, type LcsEpisode } from './payload.ts';
import { FieldReader } from './read-fields.ts';

/** What every statement of one episode has in common. */
type Origin = Pick<DraftObservation, 'subjectKey' | 'part' | 'order' | 'place'>;
type Kept<K extends 'offer' | 'interview'> = Payloads[K] | 'NOT_SAID';

/** Says the offer or interview anew, or takes back what an earlier export said of it. */
function restate<K extends 'offer' | 'interview'>(kind: K, key: string, said: { readonly payload: Kept<K>; readonly origin: Origin }): DraftObservation {
  const record = { kind, key };
  if (said.payload === 'NOT_SAID') {
    return { ...said.origin, record, act: 'retract', kind: 'retraction', payload: { scope: 'record' } };
  }
  // Safe: the payload is of the kind it stands beside.
  return { ...said.origin, record, act: 'correct', kind, payload: said.payload } as DraftObservation;
}

function returnSaid({ row, key, exported }: LcsEpisode, { form, document }: { form: EpisodeForm | null; document: AdapterDocument }): ReturnSaid {
  const reader = new FieldReader(row, '', []);
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

function offerOf(episode: LcsEpisode, { document, origin, warnings }: { document: AdapterDocument; origin: Origin; warnings: Warning[] }): DraftObservation[] {
  // Of several forms of one episode the last says what became of the offer.
  const said = returnSaid(episode, { form: episode.forms.at(-1) ?? null, document });
  const offer = offerTold({ ...said, episodeKeys: [episode.key] });
  if (offer === 'CONTRADICTS') {
    const reader = new FieldReader(episode.row, episode.path, warnings);
    reader.warn('OFFER_CONTRADICTS', 'RETURN_INTERVIEW_ACCEPTED', 'Offered and accepted contradict each other or hold another word than YES, NO or NA; no offer was taken.');
    return [];
  }
  return [restate('offer', episode.key, { payload: offer, origin })];
}

function interviewOf(episode: LcsEpisode, form: EpisodeForm, { document, origin }: { document: AdapterDocument; origin: Origin }): DraftObservation {
  const payload = interviewTold(returnSaid(episode, { form, document })) ?? 'NOT_SAID';
  return restate('interview', form.key, { payload, origin: { ...origin, place: `line ${String(form.line)}, ${episode.path}/Form` } });
}

/** One episode restates all that earlier exports said of it: report, statuses, offer, and the interviews of its forms. */
export function map({ record: episode, place }: ParsedRecord<LcsEpisode>, document: AdapterDocument): Mapped {
  const warnings: Warning[] = [];
  const settings = settingsOf(document.settings);
  const own = new FieldReader(episode.row, episode.path, warnings);
  const personRow = episode.row.inside.find(({ table }) => table === 'Person')?.row;
  const person = personRow === undefined ? null : new FieldReader(personRow, `${episode.path}/Person`, warnings);
  const subjectKey = own.key('DIM_PERSON_ID') ?? person?.key('DIM_PERSON_ID') ?? standInKey(episode.key);
  const origin = { subjectKey, part: '', order: canonicalInstant(episode.exported.from), place };
  const record = { kind: 'episode', key: episode.key } as const;
  const observations: DraftObservation[] = absenceOf(episode, settings, warnings).map((said) => ({ ...origin, record, act: 'correct', ...said }));
  if (person !== null) {
    observations.push({ ...origin, record: { kind: 'person', key: subjectKey }, part: episode.key, act: 'correct', kind: 'person', payload: personPayload(person) });
  }
  observations.push(...offerOf(episode, { document, origin, warnings }));
  observations.push(...episode.forms.map((form) => interviewOf(episode, form, { document, origin })));
  return { observations, refusals: [], warnings: onceEach(warnings), period: null };
}

/** Several readers may look at the same column. */
function onceEach(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((warning) => [`${warning.code} ${warning.place}`, warning])).values()];
}
