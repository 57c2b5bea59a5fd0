import { answersGiven, locatingGiven } from '../../src/actions/answers-given.ts';

const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const refusing = (...said: readonly string[]): object[] =>
  said.map((part) => expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining(part) as unknown }) as object);
const called = (name: string) => ({ name, category: 'UNKNOWN', grade: null, reviewOn: '2026-05-01' });
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('where a child stayed and with whom', () => {
  const questions = ['placesStayed', 'peopleWith', 'phones', 'vehicles', 'handles', 'transport'];

  test.each(questions)('has in %s at most fifty entries of two hundred characters', (question) => {
    const most = { [question]: times(50, 'x'.repeat(200)) };
    expect(refusalOf(() => locatingGiven(most))).toEqual(most);
  });
  test.each(questions)('has in %s no entry that is a story: it says which, how long, and what to do', (question) => {
    const refused = refusalOf(() => locatingGiven({ [question]: ['x', `${'7'.repeat(9_000)}8`] }));
    refusing(`"locating.${question}[1]"`, '9001', '200', 'Write only').forEach((said) => { expect(refused).toEqual(said); });
    expect(String(refused)).not.toContain('77');
  });
  test.each(questions)('has in %s no fifty-first entry', (question) => {
    const refused = refusalOf(() => locatingGiven({ [question]: times(51, 'x') }));
    refusing(`"locating.${question}"`, '51', '50', 'Leave some out').forEach((said) => { expect(refused).toEqual(said); });
  });
});

describe('whom an interview names', () => {
  test('are at most fifty people with names of two hundred characters', () => {
    const most = { namedPeople: times(50, called('x'.repeat(200))) };
    expect(refusalOf(() => answersGiven(most))).toEqual(most);
  });
  test('is nobody whose name is a story', () => {
    const refused = refusalOf(() => answersGiven({ namedPeople: [called('x'.repeat(201))] }));
    refusing('"answers.namedPeople[0].name"', '201').forEach((said) => { expect(refused).toEqual(said); });
  });
  test('are no fifty-one people', () => {
    const refused = refusalOf(() => answersGiven({ namedPeople: times(51, called('x')) }));
    refusing('"answers.namedPeople"', '51').forEach((said) => { expect(refused).toEqual(said); });
  });
});
