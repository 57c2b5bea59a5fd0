import type { Renderer } from '../../src/exchange/render-contract.ts';
import { archiveOf } from '../../src/exchange/render-contract-archive.ts';
import type { CsvRow } from '../../src/exchange/render-contract-csv.ts';
import { fileNamed } from '../../src/exchange/render-contract-matter.ts';
import { questionNames, type QuestionNames } from '../../src/exchange/render-contract-warehouse/write-forms.ts';
import { sayableHere, warehouseEpisodes, warehouseLosses, type WrittenEpisode } from '../../src/exchange/render-contract-warehouse/write-episodes.ts';
import { settingsOf } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { QUESTIONS } from './codes.ts';
import { SET, type TableName } from './payload.ts';

const LONGEST_CELL = 100_000;
const namesOf = (settings: unknown): QuestionNames => questionNames(QUESTIONS, settingsOf(settings).questions);

/** A form without answers stands in one row, so that it is there. */
function answerRows({ key: episode, forms }: WrittenEpisode): CsvRow[] {
  return forms.flatMap(({ key, answers }) => {
    const row = { FACT_FORM_ID: key, FACT_MISSING_PERSON_ID: episode };
    return answers.length === 0 ? [row] : answers.map(({ name, text }) => ({ ...row, ANSWER_NO: name, ANSWER: text }));
  });
}

/** Each table's rows, one of the child however many episodes there are; a table without rows is its header row. */
function rowsOf(episodes: readonly WrittenEpisode[]): Readonly<Record<TableName, readonly CsvRow[]>> {
  return {
    FACT_MISSING_PERSON: episodes.map(({ own }) => own),
    FACT_MISSING_STATUS: episodes.flatMap(({ statuses }) => statuses),
    FACT_FORM_ANSWERS: episodes.flatMap(answerRows),
    DIM_PERSON: episodes.slice(0, 1).flatMap(({ person }) => (person === null ? [] : [person])),
  };
}

/** Writes a set of the episodes with all that stands on them. */
export const renderer: Renderer = {
  sayable: sayableHere,
  losses: (settings) => warehouseLosses(namesOf(settings)),
  render(given, settings) {
    const { reasons } = settingsOf(settings);
    const rows = rowsOf(warehouseEpisodes(sayableHere(given), { names: namesOf(settings), reasons }));
    const tables = Object.entries(rows).map(([name, all]) => {
      // Safe: the rows stand under the names of the tables.
      const { needed, optional } = SET.tables[name as TableName];
      return { name: name.toLowerCase(), columns: [...needed, ...optional], rows: all, longestCell: LONGEST_CELL };
    });
    return fileNamed(given, { adapter: 'liberi', mediaType: 'application/zip', bytes: archiveOf(tables) });
  },
};
