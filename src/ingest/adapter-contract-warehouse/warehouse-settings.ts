import { z } from 'zod';
import { FORM_QUESTIONS } from '../../domain/observation/form-questions.ts';
import type { SourceSettings } from '../adapter-contract.ts';

const shape = z
  .strictObject({
    questions: z.record(z.string().min(1), z.enum([...FORM_QUESTIONS, 'ignored'])).default({}),
    reasons: z.record(z.string().min(1), z.string().min(1)).default({}),
  })
  .nullable();
/** What an authority says of its own forms and codes. */
export type WarehouseSettings = NonNullable<z.infer<typeof shape>>;

/** The settings as `settingsFault` let them through; none are needed. */
export function settingsOf(settings: unknown): WarehouseSettings {
  return shape.parse(settings) ?? { questions: {}, reasons: {} };
}

/** What is wrong with an authority's settings for this adapter, and where. */
export function settingsFault(adapter: string): SourceSettings['fault'] {
  return (settings) => {
    const issue = shape.safeParse(settings).error?.issues[0];
    if (issue === undefined) {
      return null;
    }
    const mend = 'give under questions one of the words the adapter README lists for each of your form’s questions, and under reasons words for each code';
    return { place: issue.path.join('.'), wrong: `this is no setting of ${adapter}`, mend };
  };
}
