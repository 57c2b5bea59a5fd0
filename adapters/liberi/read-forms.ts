import type { Refusal, Warning } from '../../src/ingest/adapter-contract.ts';
import type { FormAnswer, FormQuestion } from '../../src/domain/observation/form-questions.ts';
import { episodesCovered } from '../../src/domain/observation/linked-forms.ts';
import { readReturnForm } from '../../src/domain/observation/return-form.ts';
import type { Interval } from '../../src/domain/observation/source-time.ts';
import { wordList } from '../../src/domain/observation/word-list.ts';
import { QUESTIONS } from './codes.ts';
import type { EpisodeForm, LiberiSettings, Row } from './payload.ts';
import { FieldReader } from './read-fields.ts';

/** The forms of a set by the episode they were filled in for ('' where they name none), and the child each names. */
export interface FormsRead {
  readonly byEpisode: ReadonlyMap<string, readonly EpisodeForm[]>;
  readonly children: ReadonlyMap<string, string>;
  readonly refusals: readonly Refusal[];
}

type Asks = (question: string) => FormQuestion | 'ignored' | null;

/** Puts the answers together as forms, and links those that refer to one another. */
export function formsOf(rows: readonly Row[], { questions }: LiberiSettings, warnings: Warning[]): FormsRead {
  const asks = wordList<FormQuestion | 'ignored'>({ ...QUESTIONS, ...questions });
  const answers = new Map<string, FieldReader[]>();
  const children = new Map<string, string>();
  const refusals: Refusal[] = [];
  for (const row of rows) {
    const reader = new FieldReader(row, warnings);
    const key = reader.key('FACT_FORM_ID');
    const child = reader.key('DIM_PERSON_ID');
    if (key === null) {
      refusals.push(withoutKey(row));
    } else {
      const known = answers.get(key) ?? [];
      known.push(reader);
      answers.set(key, known);
      if (child !== null) {
        children.set(key, child);
      }
    }
  }
  return { byEpisode: linked([...answers].map(([key, readers]) => formOf(key, readers, { asks, warnings }))), children, refusals };
}

type Unlinked = Omit<EpisodeForm, 'covers'> & { readonly episode: string | null };

function formOf(key: string, answers: readonly FieldReader[], { asks, warnings }: { asks: Asks; warnings: Warning[] }): Unlinked {
  const form = readReturnForm(answers.flatMap((answer) => answered(answer, asks)));
  warnings.push(...form.remarks);
  const episode = answers.map((answer) => answer.key('FACT_MISSING_PERSON_ID')).find((named) => named !== null) ?? null;
  return { key, place: answers[0]?.row.place ?? '', form, episode, answered: latest(answers) };
}

function linked(forms: readonly Unlinked[]): Map<string, EpisodeForm[]> {
  const covers = episodesCovered(forms.map(({ key, episode, form }) => ({ key, episode, nextForm: form.nextForm, otherEpisodes: form.otherEpisodes })));
  const byEpisode = new Map<string, EpisodeForm[]>();
  for (const { episode, ...form } of forms) {
    const name = episode ?? '';
    const known = byEpisode.get(name) ?? [];
    known.push({ ...form, covers: covers.get(form.key) ?? [] });
    byEpisode.set(name, known);
  }
  return byEpisode;
}

function answered(answer: FieldReader, asks: Asks): FormAnswer[] {
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

function withoutKey({ place }: Row): Refusal {
  const reason = 'The answer has no FACT_FORM_ID, so the hub cannot tell which form it is of.';
  return { code: 'RECORD_KEY_MISSING', place, reason, remedy: 'Give the answer its FACT_FORM_ID.', readable: null, record: null };
}
