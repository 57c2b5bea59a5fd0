import type { AdapterDocument, DraftObservation, Mapped, ParsedRecord, Warning } from '../../src/ingest/adapter-contract.ts';
import { absenceTold, type WarehouseEpisode } from '../../src/ingest/adapter-contract-warehouse/absence-told.ts';
import { interviewsTold } from '../../src/ingest/adapter-contract-warehouse/interview-told.ts';
import { personTold } from '../../src/ingest/adapter-contract-warehouse/person-told.ts';
import { onceEach } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { canonicalInstant } from '../../src/domain/observation/source-time.ts';
import { standInKey } from '../../src/domain/observation/stand-in-key.ts';
import type { LcsEpisode } from './payload.ts';
import { readElement } from './read-fields.ts';

/** One episode restates all that earlier exports said of it: report, statuses, offer, and the interviews of its forms. */
export function map({ record, place }: ParsedRecord<LcsEpisode>, document: AdapterDocument): Mapped {
  const warnings: Warning[] = [];
  const { key, row, path, exported, forms } = record;
  const own = readElement(row, path, warnings);
  const [person = null] = row.inside.filter(({ table }) => table === 'Person').map((inside) => readElement(inside.row, `${path}/Person`, warnings));
  const statuses = row.inside.filter(({ table }) => table === 'MissingStatus').map((inside) => readElement(inside.row, `${path}/MissingStatus`, warnings));
  const episode: WarehouseEpisode = { key, own, statuses, forms, exported, reasons: settingsOf(document.settings).reasons };
  const subjectKey = own.key('DIM_PERSON_ID') ?? person?.key('DIM_PERSON_ID') ?? standInKey(key);
  const origin = { subjectKey, part: '', order: canonicalInstant(exported.from), place };
  const observations: DraftObservation[] = absenceTold(episode).map((said) => ({ ...origin, record: { kind: 'episode', key }, act: 'correct', ...said }));
  if (person !== null) {
    observations.push({ ...origin, record: { kind: 'person', key: subjectKey }, part: key, act: 'correct', kind: 'person', payload: personTold(person) });
  }
  observations.push(...interviewsTold(episode, { origin, service: document.agency }));
  return { observations, refusals: [], warnings: onceEach(warnings), period: null };
}
