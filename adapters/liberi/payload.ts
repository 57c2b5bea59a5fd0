import type { SetRow, SetShape, SetTable } from '../../src/ingest/adapter-contract-table-set.ts';
import type { EpisodeForm } from '../../src/ingest/adapter-contract-warehouse/episode-form.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';

/** The tables of the set; each file is one of them, by its header row. */
const TABLES = {
  FACT_MISSING_PERSON: {
    needed: ['FACT_MISSING_PERSON_ID', 'DIM_PERSON_ID', 'START_DTTM', 'END_DTTM', 'MISSING_STATUS', 'RETURN_INTERVIEW_OFFERED', 'RETURN_INTERVIEW_ACCEPTED'],
    optional: ['LOCATION_MISSING_FROM', 'START_REASON', 'END_REASON'],
    sign: 'RETURN_INTERVIEW_OFFERED',
  },
  FACT_MISSING_STATUS: {
    needed: ['FACT_MISSING_STATUS_ID', 'FACT_MISSING_PERSON_ID', 'MISSING_STATUS', 'START_DTTM'],
    optional: ['END_DTTM'],
    sign: 'FACT_MISSING_STATUS_ID',
  },
  FACT_FORM_ANSWERS: {
    needed: ['FACT_FORM_ID', 'FACT_FORM_ANSWER_ID', 'ANSWER_NO', 'ANSWER', 'ANSWERED_DTTM', 'FACT_MISSING_PERSON_ID'],
    optional: ['DIM_PERSON_ID', 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC'],
    sign: 'FACT_FORM_ANSWER_ID',
  },
  DIM_PERSON: {
    needed: ['DIM_PERSON_ID', 'FORENAME', 'SURNAME', 'BIRTH_DTTM'],
    optional: ['DOB_ESTIMATED', 'GENDER_MAIN_CODE', 'ETHNICITY_MAIN_CODE', 'UPN', 'LEGACY_ID'],
    sign: 'BIRTH_DTTM',
  },
} as const satisfies Record<string, SetTable>;
export type TableName = keyof typeof TABLES;
export type Column = (typeof TABLES)[TableName]['needed' | 'optional'][number];
export const SET: SetShape<TableName> = { tables: TABLES, ofMissing: 'FACT_MISSING_PERSON' };

/** An episode is restated whole, so what would restate it has to be there whole. */
export const NEEDED_TABLES = ['FACT_MISSING_PERSON', 'FACT_MISSING_STATUS', 'FACT_FORM_ANSWERS'] as const satisfies readonly TableName[];

/** One missing episode with the rows of other tables that belong to it. */
export interface LiberiEpisode {
  readonly kind: 'episode';
  readonly key: string;
  readonly row: SetRow;
  readonly person: SetRow | null;
  readonly statuses: readonly SetRow[];
  readonly forms: readonly EpisodeForm[];
  readonly exported: Interval;
}

/** A form whose episode is not in the set, of a child that it names itself. */
export interface LiberiForm {
  readonly kind: 'form';
  readonly child: string;
  readonly form: EpisodeForm;
  readonly exported: Interval;
}
export type LiberiRecord = LiberiEpisode | LiberiForm;
