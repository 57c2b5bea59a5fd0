import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { FormAnswer, FormQuestion } from '../../src/domain/observation/form-questions.ts';
import { episodesCovered } from '../../src/domain/observation/linked-forms.ts';
import { readReturnForm } from '../../src/domain/observation/return-form.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';
import { QUESTIONS } from './codes.ts';
import type { EpisodeForm, LcsSettings, Row } from './payload.ts';
import { FieldReader } from './read-fields.ts';

/** A form before it is known what other forms refer to it. */
type ReadForm = Omit<EpisodeForm, 'covers'> & { readonly episode: string };
export interface FormsRead {
  readonly forms: readonly ReadForm[];
  readonly refusals: readonly Refusal[];
}
/** What a form's questions ask, by an authority's settings or else by the adapter's own list. */
export type Questionnaire = (question: string) => FormQuestion | 'ignored' | null;

export function questionnaire({ questions }: LcsSettings): Questionnaire {
  return wordList<FormQuestion | 'ignored'>({ ...QUESTIONS, ...questions });
}

/** The forms of one episode, each taken or refused by itself. */
export function readForms(row: Row, { episode, path, asks, warnings }: { episode: string; path: string; asks: Questionnaire; warnings: Warning[] }): FormsRead {
  const forms: ReadForm[] = [];
  const refusals: Refusal[] = [];
  for (const { row: form } of row.inside.filter(({ table }) => table === 'Form')) {
    const answers = form.inside.map(({ row: answer }) => new FieldReader(answer, `${path}/Form/Answer`, warnings));
    const key = new FieldReader(form, `${path}/Form`, warnings).key('FACT_FORM_ID') ?? answers.map((answer) => answer.key('FACT_FORM_ID')).find((id) => id !== null);
    if (key === undefined) {
      refusals.push(withoutKey(form, path));
      continue;
    }
    const read = readReturnForm(answers.flatMap((answer) => answered(answer, asks)));
    warnings.push(...read.remarks);
    forms.push({ key, line: form.line, episode, form: read, answered: latest(answers) });
  }
  return { forms, refusals };
}

/** Forms with the episodes that each covers, as far as the export shows which form refers to which. */
export function linkForms(forms: readonly ReadForm[]): ReadonlyMap<string, EpisodeForm[]> {
  const covers = episodesCovered(forms.map(({ key, episode, form }) => ({ key, episode, nextForm: form.nextForm, otherEpisodes: form.otherEpisodes })));
  const linked = new Map<string, EpisodeForm[]>();
  for (const { episode, ...form } of forms) {
    linked.set(episode, [...(linked.get(episode) ?? []), { ...form, covers: covers.get(form.key) ?? [episode] }]);
  }
  return linked;
}

function answered(answer: FieldReader, asks: Questionnaire): FormAnswer[] {
  const text = answer.text('ANSWER');
  const named = ['ANSWER_NO', 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC'] as const;
  const question = named.map((column) => asks(answer.text(column) ?? '')).find((known) => known !== null);
  if (question === undefined && text !== null) {
    const reason = 'Nobody has said what this question asks; its answer stays in the document. Name it in the settings of the system.';
    answer.warn('QUESTION_UNKNOWN', 'ANSWER_NO', reason);
  }
  return question === undefined || question === 'ignored' || text === null ? [] : [{ question, text, place: answer.place('ANSWER') }];
}

function latest(answers: readonly FieldReader[]): Interval | null {
  const times = answers.map((answer) => answer.time('ANSWERED_DTTM')).filter((time) => time !== null);
  return times.reduce<Interval | null>((last, time) => (last === null || time.until > last.until ? time : last), null);
}

function withoutKey({ line }: Row, path: string): Refusal {
  return {
    code: 'RECORD_KEY_MISSING',
    place: `line ${String(line)}, ${path}/Form`,
    reason: 'The form has no FACT_FORM_ID, so the hub cannot tell which form it is; its episode was taken.',
    remedy: 'Give the form its FACT_FORM_ID.',
    readable: null,
    record: null,
  };
}
