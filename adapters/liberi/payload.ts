import { z } from 'zod';
import { FORM_QUESTIONS } from '../../src/domain/observation/form-questions.ts';
import type { ReturnForm } from '../../src/domain/observation/return-form.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';

/** One table of the set: its columns, and one that no other table has. */
export interface TableShape {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly sign: string;
}

/** The tables of the set; each file is one of them, by its header row. */
export const TABLES = {
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
} as const satisfies Record<string, TableShape>;
export type TableName = keyof typeof TABLES;
export type Column = (typeof TABLES)[TableName]['needed' | 'optional'][number];

/** An episode is restated whole, so what would restate it has to be there whole. */
export const NEEDED_TABLES = ['FACT_MISSING_PERSON', 'FACT_MISSING_STATUS', 'FACT_FORM_ANSWERS'] as const satisfies readonly TableName[];

/** One row with where it stands; an empty cell says nothing and is not there. */
export interface Row {
  /** `file.csv line 12`. */
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** A form as its questions and answers were understood. */
export interface EpisodeForm {
  readonly key: string;
  readonly place: string;
  readonly form: ReturnForm;
  /** When it was last answered. */
  readonly answered: Interval | null;
  readonly covers: readonly string[];
}

/** One missing episode with the rows of other tables that belong to it. */
export interface LiberiEpisode {
  readonly kind: 'episode';
  readonly key: string;
  readonly row: Row;
  readonly person: Row | null;
  readonly statuses: readonly Row[];
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

/** What an authority says of its own forms and codes. */
export const settingsShape = z
  .strictObject({
    questions: z.record(z.string().min(1), z.enum([...FORM_QUESTIONS, 'ignored'])).default({}),
    reasons: z.record(z.string().min(1), z.string().min(1)).default({}),
  })
  .nullable();
export type LiberiSettings = NonNullable<z.infer<typeof settingsShape>>;

/** The settings as `settingsFault` let them through; none are needed. */
export function settingsOf(settings: unknown): LiberiSettings {
  return settingsShape.parse(settings) ?? { questions: {}, reasons: {} };
}

/** What is wrong with an authority's settings, and where. */
export function settingsFault(settings: unknown): { place: string; wrong: string; mend: string } | null {
  const issue = settingsShape.safeParse(settings).error?.issues[0];
  if (issue === undefined) {
    return null;
  }
  const mend = 'give under questions one of the words the adapter README lists for each of your form’s questions, and under reasons words for each code';
  return { place: issue.path.join('.'), wrong: 'this is no setting of liberi', mend };
}
