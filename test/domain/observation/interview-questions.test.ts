import { INTERVIEW_FORM } from '../../../src/domain/interview/interview-form.ts';
import { PULL_FACTORS, YES_NO_UNKNOWN } from '../../../src/domain/interview/interview-words.ts';
import { answerKind, ASKED_QUESTIONS } from '../../../src/domain/observation/interview-questions.ts';

describe('the questions of the interview form, as sources answer them', () => {
  it('are all but the list of named people', () => {
    expect([...ASKED_QUESTIONS, 'namedPeople'].sort()).toEqual(Object.keys(INTERVIEW_FORM).sort());
  });

  it('are answered as the form wants each: by words of a list, one or several, by a date, or in text', () => {
    expect(answerKind('firstTime')).toEqual({ one: YES_NO_UNKNOWN });
    expect(answerKind('pullFactors')).toEqual({ several: PULL_FACTORS });
    expect(answerKind('followUpOn')).toBe('DATE');
    expect(answerKind('plan')).toBe('TEXT');
  });

  it('name a list nine times and a date once', () => {
    const kinds = ASKED_QUESTIONS.map((question) => answerKind(question));
    expect(kinds.filter((kind) => typeof kind === 'object')).toHaveLength(9);
    expect(kinds.filter((kind) => kind === 'DATE')).toHaveLength(1);
  });
});
