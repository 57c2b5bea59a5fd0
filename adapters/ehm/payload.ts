import { z } from 'zod';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { EVENTS } from './codes.ts';

/** One table of the set: its columns, and one that no other table has. */
export interface TableShape {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
  readonly sign: string;
}

/** The tables of the set; each file is one of them, by its header row, and any may be absent. */
export const TABLES = {
  FACT_CAF_EPISODE: {
    needed: ['FACT_CAF_EPISODE_ID', 'DIM_PERSON_ID', 'EPISODE_START_DTTM', 'EPISODE_END_DTTM'],
    optional: ['START_REASON', 'DIM_LOOKUP_CAF_EP_ENDRSN_ID_CODE'],
    sign: 'FACT_CAF_EPISODE_ID',
  },
  CASE_NOTE: {
    needed: ['CASE_NOTE_ID', 'DIM_PERSON_ID', 'NOTE_TYPE', 'SIGNIFICANT_EVENT', 'EVENT_DTTM'],
    optional: ['EVENT_END_DTTM', 'ABOUT_CASE_NOTE_ID', 'RECORDED_DTTM', 'NOTE'],
    sign: 'CASE_NOTE_ID',
  },
  DIM_PERSON: {
    needed: ['DIM_PERSON_ID', 'FORENAME', 'SURNAME', 'BIRTH_DTTM'],
    optional: ['DOB_ESTIMATED', 'GENDER_MAIN_CODE', 'ETHNICITY_MAIN_CODE', 'UPN', 'LEGACY_ID'],
    sign: 'BIRTH_DTTM',
  },
} as const satisfies Record<string, TableShape>;
export type TableName = keyof typeof TABLES;
export type Column = (typeof TABLES)[TableName]['needed' | 'optional'][number];

/** One row with where it stands; an empty cell says nothing and is not there. */
export interface Row {
  /** `file.csv line 12`. */
  readonly place: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** A row of early help with the child's own row, where the set has it. */
export interface EhmRecord {
  readonly table: 'FACT_CAF_EPISODE' | 'CASE_NOTE';
  readonly row: Row;
  readonly person: Row | null;
  readonly extracted: Interval;
}

/** What an authority says of its own words for events. */
const settingsShape = z.strictObject({ events: z.record(z.string().min(1), z.enum([...EVENTS, 'ignored'])).default({}) }).nullable();
export type EhmSettings = NonNullable<z.infer<typeof settingsShape>>;

/** The settings as `settingsFault` let them through; none are needed. */
export function settingsOf(settings: unknown): EhmSettings {
  return settingsShape.parse(settings) ?? { events: {} };
}

/** What is wrong with an authority's settings, and where. */
export function settingsFault(settings: unknown): { place: string; wrong: string; mend: string } | null {
  const issue = settingsShape.safeParse(settings).error?.issues[0];
  const mend = `give under events one of ${[...EVENTS, 'ignored'].join(', ')} for each of your words`;
  return issue === undefined ? null : { place: issue.path.join('.'), wrong: 'this is no setting of ehm', mend };
}
