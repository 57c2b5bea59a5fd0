import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import { readForm, type Questionnaire, type UnlinkedForm } from '../../src/ingest/adapter-contract-warehouse/episode-form.ts';
import type { Row } from './payload.ts';
import { readElement } from './read-fields.ts';

export interface FormsRead {
  readonly forms: readonly UnlinkedForm[];
  readonly refusals: readonly Refusal[];
}

/** The forms of one episode, each taken or refused by itself. */
export function readForms(row: Row, { episode, path, asks, warnings }: { episode: string; path: string; asks: Questionnaire; warnings: Warning[] }): FormsRead {
  const forms: UnlinkedForm[] = [];
  const refusals: Refusal[] = [];
  for (const { row: form } of row.inside.filter(({ table }) => table === 'Form')) {
    const answers = form.inside.map(({ row: answer }) => readElement(answer, `${path}/Form/Answer`, warnings));
    const reader = readElement(form, `${path}/Form`, warnings);
    const key = reader.key('FACT_FORM_ID') ?? answers.map((answer) => answer.key('FACT_FORM_ID')).find((id) => id !== null);
    if (key === undefined) {
      refusals.push(withoutKey(reader.place(null)));
      continue;
    }
    forms.push({ key, place: reader.place(null), episode, ...readForm(answers, asks, warnings) });
  }
  return { forms, refusals };
}

function withoutKey(place: string): Refusal {
  return {
    code: 'RECORD_KEY_MISSING',
    place,
    reason: 'The form has no FACT_FORM_ID, so the hub cannot tell which form it is; its episode was taken.',
    remedy: 'Give the form its FACT_FORM_ID.',
    readable: null,
    record: null,
  };
}
