import { z } from 'zod';
import type { SourceSettings, Warning } from '../../src/ingest/adapter-contract.ts';
import type { TableShape } from '../../src/ingest/adapter-contract-tables.ts';
import type { PersonPayload } from '../../src/domain/observation/observation.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { FORM_QUESTIONS, type FormQuestion } from '../../src/domain/observation/form/form-questions.ts';
import type { ToldAnswer } from '../../src/domain/observation/form/form-reader.ts';

/** The two views that are read; each file is one of them. */
export const TABLES = {
  answers: {
    name: 'formanswerpersonview',
    needed: ['INSTANCEID', 'SUBJECTID', 'DESIGNGUID', 'INSTANCESTATE', 'CONTROLNAME', 'ANSWERVALUE', 'DATEANSWERVALUE'],
    optional: ['ANSWERFORSUBJECTID', 'DESIGNSUBNAME', 'SHORTANSWERVALUE', 'DATESTARTED', 'DATECOMPLETED', 'SUBMITTERPERSONID', 'PAGETITLE', 'DUPLICATED'],
    signs: ['CONTROLNAME', 'INSTANCEID'],
  },
  persons: {
    name: 'person',
    needed: ['PERSONID', 'FORENAME', 'SURNAME', 'DATEOFBIRTH'],
    optional: ['SEX', 'GENDER', 'ETHNICITYCODE', 'DUPLICATED'],
    signs: ['PERSONID', 'FORENAME', 'SURNAME'],
  },
} as const satisfies Record<string, TableShape>;

/** What a form of the authority's can tell of. */
const TOLD = ['EPISODE', 'OFFER', 'INTERVIEW'] as const;
export type Told = (typeof TOLD)[number];

// Safe: the schema lets only the listed questions through.
const question = z.enum(FORM_QUESTIONS as [FormQuestion, ...FormQuestion[]]);
const settingsShape = z.strictObject({
  forms: z.array(z.strictObject({ design: z.string().min(1), tells: z.array(z.enum(TOLD)).min(1) })).min(1),
  controls: z.record(z.string().min(1), question).default({}),
  found: z.enum(['RETURNED', 'LOCATED']).default('RETURNED'),
  withdrawnStates: z.array(z.string().min(1)).default([]),
});
export type EclipseSettings = z.infer<typeof settingsShape>;

const DESCRIBED =
  'forms: [{ design: <DESIGNGUID>, tells: [EPISODE | OFFER | INTERVIEW] }]; optionally controls: { <beginning of a control name>: <question> }, found: RETURNED | LOCATED, withdrawnStates: [<INSTANCESTATE>]';

export const settings: SourceSettings = {
  describe: DESCRIBED,
  fault(said) {
    const issue = settingsShape.safeParse(said ?? {}).error?.issues[0];
    return issue === undefined ? null : { place: issue.path.join('.'), wrong: 'this is not what the adapter can use', mend: `give ${DESCRIBED}` };
  },
};

/** The settings of the sending system; null where the directory has none that can be used. */
export function readSettings(said: unknown): EclipseSettings | null {
  return settingsShape.safeParse(said).data ?? null;
}

/** One child's answers in one form. */
export interface EclipseForm {
  readonly instance: string;
  readonly child: string;
  /** Are other children in the same form? */
  readonly isShared: boolean;
  readonly state: 'COMPLETE' | 'OTHER' | 'WITHDRAWN';
  readonly started: Interval | null;
  readonly completed: Interval | null;
  readonly answers: readonly ToldAnswer[];
}

export type EclipseRecord =
  | { readonly tells: 'PERSON'; readonly person: string; readonly payload: PersonPayload; readonly warnings: readonly Warning[] }
  | { readonly tells: Told; readonly form: EclipseForm };

/** The key of what one form says of one child; unlike joined text, no two can share it. */
export function formKey(instance: string, child: string): string {
  return JSON.stringify([instance, child]);
}
