import type { InterviewPayload } from '../../src/domain/observation/observation.ts';
import { answerKind, ASKED_QUESTIONS, LOCATING_QUESTIONS, type AskedQuestion } from '../../src/domain/observation/interview-questions.ts';
import { oneOf, personCategoryOf } from './codes.ts';
import type { MessageReader } from './read-message.ts';

type Answers = InterviewPayload['answers'];
type NamedPerson = NonNullable<Answers['namedPeople']>[number];

/** The answers of the form; what was not asked or not given is not there. */
export function readAnswers(reader: MessageReader): Answers {
  const answered = ASKED_QUESTIONS.map((question) => [question, answerTo(reader, question)] as const).filter(([, answer]) => answer !== undefined);
  const people = namedPeople(reader);
  // Each question is answered in the form the interview form gives it: the table of questions is held to that form.
  return { ...Object.fromEntries(answered), ...(people.length === 0 ? {} : { namedPeople: people }) };
}

/** Where the child stayed, with whom and how to find them. */
export function readLocating(reader: MessageReader): InterviewPayload['locating'] {
  const facts = LOCATING_QUESTIONS.map((question) => [question, reader.all(`CompletedInterview/Locating/Fact[@question="${question}"]`)] as const);
  return Object.fromEntries(facts.filter(([, said]) => said.length > 0));
}

function answerTo(reader: MessageReader, question: AskedQuestion): string | readonly string[] | undefined {
  const path = `CompletedInterview/Answers/Answer[@question="${question}"]`;
  const said = reader.all(path);
  const kind = answerKind(question);
  if (said.length === 0) {
    return undefined;
  }
  if (kind === 'TEXT') {
    return said.join('\n');
  }
  if (kind === 'DATE') {
    return reader.day(path);
  }
  return 'one' in kind ? reader.read(path, oneOf(kind.one)) : reader.each(path, oneOf(kind.several));
}

const LEFT_OUT = { code: 'NAMED_PERSON_LEFT_OUT', reason: 'A named person needs a name and the date on which what is kept of them is looked at again; this one was left out.' };

function namedPeople(reader: MessageReader): NamedPerson[] {
  const people: NamedPerson[] = [];
  for (let place = 1; reader.has(at(place)); place += 1) {
    const [name] = reader.all(`${at(place)}/Name`);
    const reviewOn = reader.day(`${at(place)}/ReviewOn`);
    if (name === undefined || reviewOn === undefined) {
      reader.remark({ ...LEFT_OUT, path: at(place) });
    } else {
      // Said by the child and unverified: whoever grades it is not the sender of a form.
      people.push({ name, category: reader.read(`${at(place)}/Category`, personCategoryOf) ?? 'UNKNOWN', grade: null, reviewOn });
    }
  }
  return people;
}

function at(place: number): string {
  return `CompletedInterview/NamedPeople/NamedPerson[${String(place)}]`;
}
