import { z } from 'zod';
import type { SourceSettings, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableShape } from '../../src/ingest/adapter-contract-tables.ts';
import { FORM_QUESTIONS, type FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { ToldAnswer } from '../../src/domain/observation/form/form-reader.ts';
import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';

/** The warehouse tables that are read; each file of the set is one of them. */
export const TABLES = {
  steps: {
    name: 'dm_workflow_steps',
    needed: ['WORKFLOW_STEP_ID', 'STARTED_ON', 'COMPLETED_ON', 'IS_MISSING_OR_ABSENT'],
    optional: ['SUBGROUP_ID'],
    signs: ['IS_MISSING_OR_ABSENT', 'COMPLETED_ON'],
  },
  members: {
    name: 'dm_subgroup_subjects',
    needed: ['SUBGROUP_ID', 'SUBJECT_TYPE_CODE', 'SUBJECT_COMPOUND_ID'],
    optional: [],
    signs: ['SUBJECT_COMPOUND_ID', 'SUBJECT_TYPE_CODE'],
  },
  answers: {
    name: 'dm_filter_form_answers',
    needed: ['WORKFLOW_STEP_ID', 'FILTER_NAME', 'TEXT_ANSWER', 'SUBJECT_PERSON_ID'],
    optional: [],
    signs: ['FILTER_NAME', 'TEXT_ANSWER'],
  },
  persons: {
    name: 'dm_persons',
    needed: ['PERSON_ID', 'FIRST_NAME', 'LAST_NAME', 'DATE_OF_BIRTH', 'RESTRICTED'],
    optional: ['SSDA903_ID', 'NHS_ID', 'UPN_ID', 'FULL_NAME', 'GENDER'],
    signs: ['PERSON_ID', 'FIRST_NAME', 'LAST_NAME'],
  },
} as const satisfies Record<string, TableShape>;

// Safe: the schema lets only the listed questions through.
const question = z.enum(FORM_QUESTIONS as [FormQuestion, ...FormQuestion[]]);
const settingsShape = z.strictObject({
  profile: z.enum(['cyp051', 'rhi-form']),
  completedOn: z.enum(['FORM', 'RETURN']).default('FORM'),
  questions: z.record(z.string().min(1), question).default({}),
});
export type MosaicSettings = z.infer<typeof settingsShape>;

const DESCRIBED = 'profile: cyp051 | rhi-form; optionally completedOn: FORM | RETURN, questions: { <filter name>: <question> }';

export const settings: SourceSettings = {
  describe: DESCRIBED,
  fault(said) {
    const issue = settingsShape.safeParse(said ?? {}).error?.issues[0];
    return issue === undefined ? null : { place: issue.path.join('.'), wrong: 'this is not what the adapter can use', mend: `give ${DESCRIBED}` };
  },
};

/** The settings of the sending system; null where the directory has none that can be used. */
export function readSettings(said: unknown): MosaicSettings | null {
  return settingsShape.safeParse(said).data ?? null;
}

/** What one workflow step says of one child. */
export interface MosaicStep {
  readonly step: string;
  readonly child: string;
  /** Are other children in the same step? */
  readonly isShared: boolean;
  readonly started: Interval | null;
  readonly completed: Interval | null;
  /** Completed, readably or not. */
  readonly isComplete: boolean;
  readonly answers: readonly ToldAnswer[];
}

export type Told = 'EPISODE' | 'OFFER' | 'INTERVIEW';
export type MosaicRecord =
  | { readonly tells: 'PERSON'; readonly person: string; readonly payload: PersonPayload; readonly warnings: readonly Warning[] }
  | { readonly tells: Told; readonly step: MosaicStep; readonly warnings: readonly Warning[] };

/** The key of what one step says of one child; unlike joined text, no two can share it. */
export function stepKey(step: string, child: string): string {
  return JSON.stringify([step, child]);
}
