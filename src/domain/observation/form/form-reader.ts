import { DateTime } from 'luxon';
import type { Interval } from '../../interval/interval.ts';
import type { FormQuestion } from './form-questions.ts';
import type { Words } from './form-words.ts';
import { LONDON } from '../../interval/london.ts';

/** One answer of a source's form, and what it answers. */
export interface ToldAnswer {
  readonly question: FormQuestion;
  /** What the form calls the question. */
  readonly label: string;
  /** The answer as the form has it, the form's plainest wording first; never empty. */
  readonly words: readonly string[];
  /** Of a numbered attempt. */
  readonly number: number | null;
  readonly place: string;
}

/** Something about an answer that a person should look at; it never repeats the answer. */
export interface Doubt {
  readonly code: string;
  readonly place: string;
  readonly reason: string;
}

/** The London day an interval begins on, such as `2026-03-01`. */
export function isoDay({ from }: Pick<Interval, 'from'>): string {
  return DateTime.fromMillis(from, { zone: LONDON }).toFormat('yyyy-MM-dd');
}

/** Reads a form's answers by question; an answer that cannot be read leaves a doubt and is kept as it came. */
export class FormReader {
  readonly #answers: readonly ToldAnswer[];
  readonly #timeOf: Words<Interval>;
  readonly #doubts = new Map<string, Doubt>();
  readonly #unread = new Map<ToldAnswer, string>();

  constructor(answers: readonly ToldAnswer[], timeOf: Words<Interval>) {
    this.#answers = answers;
    this.#timeOf = timeOf;
  }

  get doubts(): readonly Doubt[] {
    return [...this.#doubts.values()];
  }

  /** Every answer to one question, or to all that begin like this. */
  answersTo(question: FormQuestion | `${string}.`): readonly ToldAnswer[] {
    return this.#answers.filter((answer) => (question.endsWith('.') ? answer.question.startsWith(question) : answer.question === question));
  }

  doubt(code: string, place: string, reason: string): void {
    this.#doubts.set(`${code} ${place}`, { code, place, reason });
  }

  /** All that was answered, each line once; null when nothing was. */
  text(question: FormQuestion): string | null {
    return joined(this.answersTo(question).map(textOf));
  }

  /** A time only one of which can be true. */
  time(question: FormQuestion): Interval | null {
    return this.timeOf(this.answersTo(question));
  }

  timeOf(answers: readonly ToldAnswer[]): Interval | null {
    const read = this.#readEach(answers, this.#timeOf, { code: 'DATE_UNREADABLE', reason: 'This is not a date the adapter README lists; it was kept as text.' });
    return this.#onlyOne(read, ({ from, until }) => `${String(from)} ${String(until)}`);
  }

  /** A word of a closed list. */
  choice<T extends string>(question: FormQuestion, words: Words<T>): T | null {
    return this.choiceOf(this.answersTo(question), words);
  }

  choiceOf<T extends string>(answers: readonly ToldAnswer[], words: Words<T>): T | null {
    return this.#onlyOne(this.#readEach(answers, words, UNKNOWN_WORD), (value) => value);
  }

  /** Several words of a closed list, each answered by itself or all in one answer. */
  choices<T extends string>(question: FormQuestion, words: Words<T>): T[] {
    return this.answersTo(question).flatMap((answer) => {
      const whole = words(textOf(answer));
      const found = whole === null ? partsOf(textOf(answer)).map((part) => [part, words(part)] as const) : [['', whole] as const];
      const unknown = found.filter(([, value]) => value === null).map(([part]) => part);
      if (unknown.length > 0) {
        this.#keep(answer, unknown.join('; '), UNKNOWN_WORD);
      }
      return found.flatMap(([, value]) => value ?? []);
    });
  }

  /** What could not be read of these questions, as the form said it. */
  unread(isMeant: (question: FormQuestion) => boolean): string | null {
    return joined([...this.#unread].filter(([{ question }]) => isMeant(question)).map(([{ label }, words]) => `${label}: ${words}`));
  }

  #readEach<T>(answers: readonly ToldAnswer[], read: Words<T>, doubt: Omit<Doubt, 'place'>): Answered<T>[] {
    return answers.flatMap((answer) => {
      const value = answer.words.map(read).find((found) => found !== null) ?? null;
      if (value === null) {
        this.#keep(answer, textOf(answer), doubt);
        return [];
      }
      return [{ answer, value }];
    });
  }

  #onlyOne<T>(read: readonly Answered<T>[], sameAs: (value: T) => string): T | null {
    const [first] = read;
    if (first === undefined || new Set(read.map(({ value }) => sameAs(value))).size === 1) {
      return first?.value ?? null;
    }
    const reason = 'The form answers this question in different ways; none was taken, all were kept as text.';
    for (const { answer } of read) {
      this.#keep(answer, textOf(answer), { code: 'ANSWERS_DIFFER', reason });
    }
    return null;
  }

  #keep(answer: ToldAnswer, words: string, { code, reason }: Omit<Doubt, 'place'>): void {
    this.#unread.set(answer, words);
    this.doubt(code, answer.place, reason);
  }
}

interface Answered<T> {
  readonly answer: ToldAnswer;
  readonly value: T;
}

const UNKNOWN_WORD = { code: 'CODE_UNKNOWN', reason: 'This answer is in no list of the adapter README; it was kept as text.' };

export function textOf({ words }: Pick<ToldAnswer, 'words'>): string {
  return words[0] ?? '';
}

/** The parts of an answer that holds several; commas stand inside many of the words. */
export function partsOf(text: string): string[] {
  return text.split(/[;|\n]/).map((part) => part.trim()).filter((part) => part !== '');
}

/** Lines one below the other, each once; null when there is none. */
export function joined(lines: readonly (string | null)[]): string | null {
  const said = [...new Set(lines.filter((line) => line !== null && line !== ''))];
  return said.length === 0 ? null : said.join('\n');
}
