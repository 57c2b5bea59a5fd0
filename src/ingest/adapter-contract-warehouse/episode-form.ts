import type { FormAnswer, FormQuestion } from '../../domain/observation/form-questions.ts';
import { episodesCovered } from '../../domain/observation/linked-forms.ts';
import { readReturnForm, type ReturnForm } from '../../domain/observation/return-form.ts';
import type { Interval } from '../../domain/observation/source-time.ts';
import { wordList } from '../../domain/observation/word-list.ts';
import type { Warning } from '../adapter-contract.ts';
import type { WarehouseReader } from './read-warehouse.ts';

/** The columns of FACT_FORM_ANSWERS that are read. */
export type AnswerColumn = 'ANSWER_NO' | 'ANSWER' | 'ANSWERED_DTTM' | 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC';

/** A form as its questions and answers were understood. */
export interface EpisodeForm {
  readonly key: string;
  readonly place: string;
  readonly form: ReturnForm;
  /** When it was last answered. */
  readonly answered: Interval | null;
  readonly covers: readonly string[];
}
/** A form before it is known what other forms refer to it; `episode` is the one it was filled in for. */
export type UnlinkedForm = Omit<EpisodeForm, 'covers'> & { readonly episode: string | null };

/** What a form's questions ask, by an authority's settings or else by the adapter's own list. */
export type Questionnaire = (question: string) => FormQuestion | 'ignored' | null;
export type QuestionNames = Readonly<Record<string, FormQuestion | 'ignored'>>;

export function questionnaire(known: QuestionNames, settings: QuestionNames): Questionnaire {
  return wordList<FormQuestion | 'ignored'>({ ...known, ...settings });
}

/** What one form says, and when it was last answered. */
export function readForm(answers: readonly WarehouseReader<AnswerColumn>[], asks: Questionnaire, warnings: Warning[]): Pick<EpisodeForm, 'form' | 'answered'> {
  const form = readReturnForm(answers.flatMap((answer) => answered(answer, asks)));
  warnings.push(...form.remarks);
  return { form, answered: latest(answers) };
}

/** The forms of each episode ('' of those that name none), with the episodes each covers, as far as the extract shows which refers to which. */
export function linkForms(forms: readonly UnlinkedForm[]): ReadonlyMap<string, readonly EpisodeForm[]> {
  const covers = episodesCovered(forms.map(({ key, episode, form }) => ({ key, episode, nextForm: form.nextForm, otherEpisodes: form.otherEpisodes })));
  const linked = new Map<string, EpisodeForm[]>();
  for (const { episode, ...form } of forms) {
    const name = episode ?? '';
    const known = linked.get(name) ?? [];
    known.push({ ...form, covers: covers.get(form.key) ?? [] });
    linked.set(name, known);
  }
  return linked;
}

function answered(answer: WarehouseReader<AnswerColumn>, asks: Questionnaire): FormAnswer[] {
  const text = answer.text('ANSWER');
  const named = ['ANSWER_NO', 'DIM_ASSESSMENT_TEMPLATE_QUESTION_ID_DESC'] as const;
  const question = named.map((column) => asks(answer.text(column) ?? '')).find((known) => known !== null);
  if (question === undefined && text !== null) {
    const reason = 'Nobody has said what this question asks; its answer stays in the document. Name it in the settings of the system.';
    answer.warn('QUESTION_UNKNOWN', 'ANSWER_NO', reason);
  }
  return question === undefined || question === 'ignored' || text === null ? [] : [{ question, text, place: answer.place('ANSWER') }];
}

function latest(answers: readonly WarehouseReader<AnswerColumn>[]): Interval | null {
  const times = answers.map((answer) => answer.time('ANSWERED_DTTM')).filter((time) => time !== null);
  return times.reduce<Interval | null>((last, time) => (last === null || time.until > last.until ? time : last), null);
}
