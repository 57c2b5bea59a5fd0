import type { InterviewAnswers, LocatingAnswers } from '../interview/interview-form.ts';
import { groupBy } from '../fold/group-by.ts';
import { isAnswered, type AnsweredQuestion, type FormAnswer, type FormRemark } from './form-questions.ts';
import { answerKind, LOCATING_QUESTIONS, type AskedQuestion, type ChosenQuestion, type LocatingQuestion } from './interview-questions.ts';
import { readDate } from './source-time.ts';
import { foldedWord } from './word-list.ts';

/** What a form says of the child. */
export interface ReadAnswers {
  readonly answers: InterviewAnswers;
  readonly locating: LocatingAnswers;
  readonly remarks: readonly FormRemark[];
}

/** Questions with a closed list, and the text in which a word stands that is not of it: nothing a child said is lost. */
const OTHERWISE: Readonly<Record<ChosenQuestion, AskedQuestion>> = {
  independentOfPlacement: 'conductedCapacity',
  independentOfAuthority: 'conductedCapacity',
  firstTime: 'reasons',
  triggerStillExists: 'trigger',
  accompaniment: 'relationships',
  vulnerabilities: 'harmSuffered',
  highRiskCategories: 'harmSuffered',
  pushFactors: 'reasons',
  pullFactors: 'reasons',
};
/** How a list is answered, and where a word stands that is not of it. */
interface Choice {
  readonly words: readonly string[];
  readonly several: boolean;
  readonly otherwise: AskedQuestion;
}
const CHOSEN_BY: ReadonlyMap<string, Choice> = new Map(
  Object.entries(OTHERWISE).flatMap(([question, otherwise]) => {
    // Safe: the keys of a constant object are exactly its own names.
    const kind = answerKind(question as ChosenQuestion);
    return typeof kind === 'string' ? [] : [[question, { words: 'one' in kind ? kind.one : kind.several, several: 'several' in kind, otherwise }] as const];
  }),
);
const LOCATING: ReadonlySet<string> = new Set(LOCATING_QUESTIONS);
const YES_NO_ALIASES: ReadonlyMap<string, string> = new Map([['Y', 'YES'], ['N', 'NO']]);

/** One answer as it is kept: of a list its word, of a text its words; `kept` is the question it stands under. */
interface Kept {
  readonly kept: AnsweredQuestion;
  readonly text: string;
  readonly remark: FormRemark | null;
}

/** Lays the answers of a form out as the interview form has them; a word that is not of its list is kept as text, with a remark. */
export function readAnswers(said: readonly FormAnswer[]): ReadAnswers {
  const kept = said.flatMap(keptAs);
  const byQuestion = groupBy(kept, ({ kept: question }) => question);
  const answers: Record<string, unknown> = {};
  const locating: Partial<Record<LocatingQuestion, string[]>> = {};
  for (const [question, all] of byQuestion) {
    const texts = [...new Set(all.map(({ text }) => text))];
    if (isLocating(question)) {
      locating[question] = texts;
    } else {
      answers[question] = CHOSEN_BY.get(question)?.several === true ? texts.sort() : texts.join('\n');
    }
  }
  // Each answer was made in the shape of its own question, and the payload's schema checks it again.
  return { answers, locating, remarks: kept.flatMap(({ remark }) => remark ?? []) };
}

function isLocating(question: AnsweredQuestion): question is LocatingQuestion {
  return LOCATING.has(question);
}

function keptAs({ question, text, place }: FormAnswer, index: number, all: readonly FormAnswer[]): Kept[] {
  if (!isAnswered(question)) {
    return [];
  }
  const answer = { question, text, place };
  // Of two answers to a question that has one, the first counts.
  const isSecond = all.findIndex((other) => other.question === question) < index;
  if (question === 'followUpOn') {
    return [isSecond ? asText(answer, 'plan') : dated(answer)];
  }
  const list = CHOSEN_BY.get(question);
  if (list === undefined) {
    return [{ kept: question, text, remark: null }];
  }
  const words = list.several ? text.split(/[;|\n]/).map((word) => word.trim()).filter((word) => word !== '') : [text];
  return words.map((word) => (isSecond && !list.several ? asText(answer, list.otherwise) : chosen({ ...answer, text: word }, list)));
}

type Answered = FormAnswer & { readonly question: AnsweredQuestion };

function chosen({ question, text, place }: Answered, { words, otherwise }: { readonly words: readonly string[]; readonly otherwise: AnsweredQuestion }): Kept {
  const folded = foldedWord(text).replaceAll(' ', '_');
  const word = words.find((known) => known === (YES_NO_ALIASES.get(folded) ?? folded));
  return word === undefined ? asText({ question, text, place }, otherwise) : { kept: question, text: word, remark: null };
}

function dated({ question, text, place }: Answered): Kept {
  const isoDay = readDate(text, 'iso') === null ? text.split('/').reverse().join('-') : text;
  return readDate(isoDay, 'iso') === null ? asText({ question, text, place }, 'plan') : { kept: question, text: isoDay, remark: null };
}

function asText({ question, text, place }: Answered, kept: AnsweredQuestion): Kept {
  const reason = `This is no answer that ${question} can have; it is kept as it came, in ${kept}.`;
  return { kept, text: `${question}: ${text}`, remark: { code: 'ANSWER_UNKNOWN', place, reason } };
}
