import type { Renderer } from '../../src/exchange/render-contract.ts';
import { fileNamed } from '../../src/exchange/render-contract-matter.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { questionNames, type QuestionNames, type WrittenForm } from '../../src/exchange/render-contract-warehouse/write-forms.ts';
import { sayableHere, warehouseEpisodes, warehouseLosses, type WrittenEpisode } from '../../src/exchange/render-contract-warehouse/write-episodes.ts';
import { element, section, xmlBytes, type XmlPart } from '../../src/exchange/render-contract-xml.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { QUESTIONS } from './codes.ts';
import { COLUMNS, EPISODE, ROOT, type Table } from './payload.ts';

function columnsOf(table: Table, row: CsvRow): XmlPart[] {
  return COLUMNS[table].flatMap((column) => element(column, row[column]));
}

function formPart({ key, answers }: WrittenForm): XmlPart[] {
  const said = answers.map(({ name, text }) => section('Answer', columnsOf('Answer', { ANSWER_NO: name, ANSWER: text })));
  return section('Form', columnsOf('Form', { FACT_FORM_ID: key }), ...said);
}

function episodePart({ own, person, statuses, forms }: WrittenEpisode): XmlPart[] {
  return section(
    EPISODE,
    columnsOf(EPISODE, own),
    person === null ? [] : section('Person', columnsOf('Person', person)),
    ...statuses.map((status) => section('MissingStatus', columnsOf('MissingStatus', status))),
    ...forms.map(formPart),
  );
}

const namesOf = (settings: unknown): QuestionNames => questionNames(QUESTIONS, settingsOf(settings).questions);

/** Writes an export of the episodes with all that stands on them. */
export const renderer: Renderer = {
  sayable: sayableHere,
  losses: (settings) => warehouseLosses(namesOf(settings)),
  render(given, settings) {
    const { reasons } = settingsOf(settings);
    const episodes = warehouseEpisodes(sayableHere(given), { names: namesOf(settings), reasons }).flatMap(episodePart);
    const bytes = xmlBytes({ name: ROOT, attributes: { schemaVersion: '1' }, inside: [...element('ExportedAt', given.sentAt), ...episodes] });
    return fileNamed(given, { adapter: 'lcs', mediaType: 'application/xml', bytes });
  },
};
