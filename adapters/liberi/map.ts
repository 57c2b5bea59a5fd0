import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import { absenceTold, type EpisodeColumn, type WarehouseEpisode } from '../../src/ingest/adapter-contract-warehouse/absence-told.ts';
import { interviewsTold, restate } from '../../src/ingest/adapter-contract-warehouse/interview-told.ts';
import { personTold } from '../../src/ingest/adapter-contract-warehouse/person-told.ts';
import { onceEach, readRow } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { interviewTold } from '../../src/domain/observation/return-told.ts';
import { canonicalInstant } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import type { Column, LiberiEpisode, LiberiForm, LiberiRecord } from './payload.ts';

function mapEpisode({ key, row, person, statuses, forms, exported }: LiberiEpisode, document: AdapterDocument, warnings: Warning[]): DraftObservation[] {
  const { reasons } = settingsOf(document.settings);
  const own = readRow<Column>(row, warnings);
  const episode: WarehouseEpisode = { key, own, statuses: statuses.map((status) => readRow<EpisodeColumn>(status, warnings)), forms, exported, reasons };
  const subjectKey = own.key('DIM_PERSON_ID') ?? standInKey(key);
  const origin = { subjectKey, part: '', order: canonicalInstant(exported.from), place: row.place };
  const observations: DraftObservation[] = absenceTold(episode).map((said) => ({ ...origin, record: { kind: 'episode', key }, act: 'correct', ...said }));
  if (person !== null) {
    const payload = personTold(readRow(person, warnings));
    observations.push({ ...origin, place: person.place, record: { kind: 'person', key: subjectKey }, part: key, act: 'correct', kind: 'person', payload });
  }
  return [...observations, ...interviewsTold(episode, { origin, service: document.agency })];
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
