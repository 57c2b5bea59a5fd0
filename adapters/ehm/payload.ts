import { z } from 'zod';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import type { SetRow, SetShape, SetTable } from '../../src/ingest/adapter-contract-table-set.ts';
import { EVENTS } from './codes.ts';

/** The tables of the set; each file is one of them, by its header row, and any may be absent. */
const TABLES = {
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
} as const satisfies Record<string, SetTable>;
type TableName = keyof typeof TABLES;
export type Column = (typeof TABLES)[TableName]['needed' | 'optional'][number];
export const SET: SetShape<TableName> = { tables: TABLES, ofMissing: 'CASE_NOTE' };

/** A row of early help with the child's own row, where the set has it. */
export interface EhmRecord {
  readonly table: 'FACT_CAF_EPISODE' | 'CASE_NOTE';
  readonly row: SetRow;
  readonly person: SetRow | null;
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
