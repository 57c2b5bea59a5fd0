import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { SetRow } from '../../src/ingest/adapter-contract-table-set.ts';
import { linkForms, questionnaire, readForm, type EpisodeForm } from '../../src/ingest/adapter-contract-warehouse/episode-form.ts';
import { readRow, type WarehouseReader } from '../../src/ingest/adapter-contract-warehouse/read-warehouse.ts';
import type { WarehouseSettings } from '../../src/ingest/adapter-contract-warehouse/warehouse-settings.ts';
import { QUESTIONS } from './codes.ts';
import type { Column } from './payload.ts';

/** The forms of a set by the episode they were filled in for ('' where they name none), and the child each names. */
export interface FormsRead {
  readonly byEpisode: ReadonlyMap<string, readonly EpisodeForm[]>;
  readonly children: ReadonlyMap<string, string>;
  readonly refusals: readonly Refusal[];
}

/** Puts the answers together as forms, and links those that refer to one another. */
export function formsOf(rows: readonly SetRow[], { questions }: WarehouseSettings, warnings: Warning[]): FormsRead {
  const asks = questionnaire(QUESTIONS, questions);
  const answers = new Map<string, WarehouseReader<Column>[]>();
  const children = new Map<string, string>();
  const refusals: Refusal[] = [];
  for (const row of rows) {
    const reader = readRow<Column>(row, warnings);
    const key = reader.key('FACT_FORM_ID');
    const child = reader.key('DIM_PERSON_ID');
    if (key === null) {
      refusals.push(withoutKey(row));
    } else {
      const known = answers.get(key) ?? [];
      known.push(reader);
      answers.set(key, known);
      if (child !== null) {
        children.set(key, child);
      }
    }
  }
  const forms = [...answers].map(([key, readers]) => ({
    key,
    place: readers[0]?.place(null) ?? '',
    episode: readers.map((answer) => answer.key('FACT_MISSING_PERSON_ID')).find((named) => named !== null) ?? null,
    ...readForm(readers, asks, warnings),
  }));
  return { byEpisode: linkForms(forms), children, refusals };
}

function withoutKey({ place }: SetRow): Refusal {
  const reason = 'The answer has no FACT_FORM_ID, so the hub cannot tell which form it is of.';
  return { code: 'RECORD_KEY_MISSING', place, reason, remedy: 'Give the answer its FACT_FORM_ID.', readable: null, record: null };
}
