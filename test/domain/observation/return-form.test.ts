import { FORM_QUESTIONS, type FormQuestion } from '../../../src/domain/observation/form-questions.ts';
import { episodesCovered } from '../../../src/domain/observation/linked-forms.ts';
import { offerOfFlags } from '../../../src/domain/observation/offered-accepted.ts';
import { readReturnForm } from '../../../src/domain/observation/return-form.ts';
import { interviewTold, offerTold, type ReturnSaid } from '../../../src/domain/observation/return-told.ts';
import { readDate, readDateTime, type Interval } from '../../../src/domain/observation/source-time.ts';
import { wordList } from '../../../src/domain/observation/word-list.ts';
import { PAYLOAD_VERSION, readPayload } from '../../../src/domain/observation/payload-schema.ts';

type Said = readonly (readonly [FormQuestion, string])[];
const aForm = (...said: Said) => readReturnForm(said.map(([question, text], index) => ({ question, text, place: `line ${String(index + 1)}` })));

/** Reads a time that the test knows to be one. */
function at(text: string): Interval {
  return readDateTime(text) ?? readDate('01/01/1900', 'dd/mm/yyyy') ?? { from: 0, until: 0, text, precision: 'DATE' };
}
const said = (changed: Partial<ReturnSaid> = {}): ReturnSaid => ({
  offered: 'YES',
  accepted: 'YES',
  form: null,
  episodeKeys: ['E-1'],
  after: at('2026-03-02T09:00'),
  before: at('2026-03-05T06:00'),
  service: 'northmere',
  offerKey: 'E-1',
  ...changed,
});

describe('what two flags say of an offer', () => {
  it.each([
    ['YES', 'YES', 'ACCEPTED'],
    ['yes', 'no', 'DECLINED_BY_YOUNG_PERSON'],
    ['YES', 'NA', 'ALREADY_ARRANGED'],
    ['YES', null, null],
    ['NA', 'NA', 'NOT_APPROPRIATE'],
    ['NA', null, 'NOT_APPROPRIATE'],
  ])('offered %s and accepted %s is the outcome %s', (offered, accepted, outcome) => {
    expect(offerOfFlags(offered, accepted)).toEqual({ said: 'OFFER', outcome });
  });

  it.each([['NO', 'NA'], ['NO', 'NO'], ['NO', null], [null, null], [null, 'NA']])('offered %s and accepted %s is no offer', (offered, accepted) => {
    expect(offerOfFlags(offered, accepted)).toEqual({ said: 'NOT_SAID' });
  });

  it.each([['NO', 'YES'], ['NA', 'YES'], [null, 'YES'], ['PERHAPS', 'YES'], ['YES', 'PERHAPS']])('offered %s and accepted %s contradicts itself', (offered, accepted) => {
    expect(offerOfFlags(offered, accepted)).toEqual({ said: 'CONTRADICTS' });
  });
});

describe('a return interview form', () => {
  it('with answers and no outcome is of an interview that took place', () => {
    expect(aForm(['reasons', 'Invented.'])).toMatchObject({ outcome: null, held: 'COMPLETED', answers: { reasons: 'Invented.' } });
  });

  it('that was refused after a booking is of a refused interview, with or without answers', () => {
    expect(aForm(['outcome', 'Refused'])).toMatchObject({ outcome: 'REFUSED_AFTER_BOOKING', held: 'REFUSED', answers: {} });
  });

  it('that was declined is of an interview only where somebody else then told something', () => {
    expect(aForm(['outcome', 'Declined by parent']).held).toBeNull();
    expect(aForm(['outcome', 'Declined by parent'], ['informationFromCarer', 'Invented.']).held).toBe('REFUSED');
  });

  it('that says there was none keeps no answers, and says so', () => {
    const form = aForm(['outcome', 'Unable to establish contact'], ['reasons', 'Invented.']);
    expect(form).toMatchObject({ held: null, remarks: [{ code: 'ANSWERS_WITHOUT_INTERVIEW' }] });
  });

  it('that refers to the next is of no interview of its own', () => {
    expect(aForm(['nextForm', 'F-2'], ['firstTime', 'No'])).toMatchObject({ outcome: 'SUBSEQUENT_MISSING_EPISODE', held: null, nextForm: 'F-2' });
  });

  it('keeps a word of no list as text, with a remark that does not repeat it', () => {
    const form = aForm(['firstTime', 'Sometimes'], ['vulnerabilities', 'Self-harm; Kites'], ['followUpOn', 'soon'], ['outcome', 'Stairs']);
    expect(form.answers).toEqual({ reasons: 'firstTime: Sometimes', vulnerabilities: ['SELF_HARM'], harmSuffered: 'vulnerabilities: Kites', plan: 'followUpOn: soon' });
    expect(form.explanation).toBe('Stairs');
    expect(form.remarks.map(({ code, place }) => [code, place])).toEqual([
      ['ANSWER_UNKNOWN', 'line 4'],
      ['ANSWER_UNKNOWN', 'line 1'],
      ['ANSWER_UNKNOWN', 'line 2'],
      ['ANSWER_UNKNOWN', 'line 3'],
    ]);
    expect(JSON.stringify(form.remarks)).not.toMatch(/Sometimes|Kites|soon|Stairs/);
  });

  it('has one answer to a question that has one: the first, and the second as text', () => {
    const form = aForm(['firstTime', 'Yes'], ['firstTime', 'No'], ['followUpOn', '2026-03-12'], ['followUpOn', '13/03/2026']);
    expect(form.answers).toEqual({ firstTime: 'YES', reasons: 'firstTime: No', followUpOn: '2026-03-12', plan: 'followUpOn: 13/03/2026' });
  });

  it('whose every question is answered gives an interview of its shape', () => {
    const form = aForm(...FORM_QUESTIONS.filter((question) => question !== 'nextForm' && question !== 'outcome').map((question) => [question, 'Other'] as const), ['outcome', 'Completed']);
    const interview = interviewTold(said({ form }));
    expect(readPayload('interview', PAYLOAD_VERSION, interview)).toEqual(interview);
    expect(interview).toMatchObject({ state: 'COMPLETED', locating: { placesStayed: ['Other'] }, answers: { vulnerabilities: ['OTHER'] } });
  });
});

describe('an offer', () => {
  it('whose time nobody states lies between the return and the export', () => {
    const { from, until } = (offerTold(said()) as { at: Interval }).at;
    expect([from, until]).toEqual([at('2026-03-02T09:00').from, at('2026-03-05T06:00').until]);
  });

  it('is as its form says where the flags say otherwise', () => {
    const form = aForm(['outcome', 'Declined by parent'], ['offeredAt', '2026-03-03'], ['explanation', 'Invented.']);
    expect(offerTold(said({ form }))).toMatchObject({ outcome: 'DECLINED_BY_PARENT', offeredTo: 'PARENT', at: { text: '2026-03-03' }, explanation: 'Invented.' });
  });

  it('that was not appropriate has its reason, and when to ask again', () => {
    const form = aForm(['explanation', 'In hospital.'], ['askAgainOn', '09/03/2026']);
    expect(offerTold(said({ offered: 'NA', accepted: 'NA', form }))).toMatchObject({ outcome: 'NOT_APPROPRIATE', reason: 'In hospital.', explanation: null, askAgainOn: '2026-03-09' });
  });

  it('was tried where a form says why there was no interview, whatever the flags say', () => {
    expect(offerTold(said({ offered: null, accepted: null, form: aForm(['explanation', 'Invented.']) }))).toMatchObject({ outcome: null, explanation: 'Invented.' });
  });

  it('is not said where nothing says it', () => {
    expect(offerTold(said({ offered: 'NO', accepted: 'NA', form: aForm(['outcome', 'Completed']) }))).toBe('NOT_SAID');
    expect(offerTold(said({ offered: 'NO', accepted: 'YES' }))).toBe('CONTRADICTS');
  });
});

it('an interview names the offer it follows, where one is told', () => {
  const form = aForm(['reasons', 'Invented.']);
  expect(interviewTold(said({ form }))).toMatchObject({ offerKey: 'E-1' });
  expect(interviewTold(said({ offered: 'NO', accepted: 'NA', form }))).not.toHaveProperty('offerKey');
});

describe('forms that refer to one another', () => {
  const form = (key: string, nextForm: string | null, otherEpisodes: string[] = []) => ({ key, episode: key.replace('F', 'E'), nextForm, otherEpisodes });

  it('leave their episodes to the form at the end', () => {
    const covered = episodesCovered([form('F1', 'F2'), form('F2', 'E3'), form('F3', null, ['E0'])]);
    expect(covered.get('F3')).toEqual(['E0', 'E1', 'E2', 'E3']);
    expect(covered.get('F1')).toEqual(['E1']);
  });

  it('may refer to a form that is not there, or in a ring', () => {
    expect(episodesCovered([form('F1', 'F9')]).get('F1')).toEqual(['E1']);
    expect(episodesCovered([form('F1', 'F2'), form('F2', 'F1')]).get('F2')).toEqual(['E1', 'E2']);
  });
});

it('a word of a list is known however it is written, and no word of JavaScript is', () => {
  const of = wordList({ 'Absent from placement': 1 });
  expect(['ABSENT-FROM  placement', 'absent', 'constructor', '__proto__', ''].map(of)).toEqual([1, null, null, null, null]);
});
