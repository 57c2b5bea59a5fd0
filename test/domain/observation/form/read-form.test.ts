import { FORM_QUESTIONS, type FormQuestion } from '../../../../src/domain/observation/form/form-questions.ts';
import { FormReader, type ToldAnswer } from '../../../../src/domain/observation/form/form-reader.ts';
import { readEpisode, type EpisodeTerms } from '../../../../src/domain/observation/form/read-episode.ts';
import { readInterview } from '../../../../src/domain/observation/form/read-interview.ts';
import { readOffer } from '../../../../src/domain/observation/form/read-offer.ts';
import { PAYLOAD_VERSION, readPayload } from '../../../../src/domain/observation/payload-schema.ts';
import { readDateTime } from '../../../../src/domain/observation/source-time.ts';

type Answer = readonly [question: FormQuestion, text: string, number?: number];

/** A form with these answers, each at a line of its own. */
function aForm(...answers: readonly Answer[]): FormReader {
  const told = answers.map(([question, text, number = null], index): ToldAnswer => ({ question, label: question, words: [text], number: number ?? null, place: `line ${String(index + 2)}` }));
  return new FormReader(told, readDateTime);
}

const EXTRACTED = Date.parse('2026-04-30T06:00:00Z');
const FILLED_IN = readDateTime('2026-03-04');
const TERMS: EpisodeTerms = { missingSince: null, returned: null, isFinal: true, extractedAt: EXTRACTED, togetherKey: null };
const OFFERING = { filledIn: FILLED_IN, episodeKeys: ['E1'], service: 'northmere' };

const codes = ({ doubts }: FormReader): string[] => doubts.map(({ code }) => code);
const offerIn = (...answers: readonly Answer[]) => readOffer(aForm(...answers), OFFERING)?.offer ?? null;
const interviewIn = (form: FormReader, offer: ReturnType<typeof offerIn> = null) => readInterview(form, { ...OFFERING, offer, offerKey: 'O1', extractedAt: EXTRACTED });

describe('an episode in a form', () => {
  it('begins when the form says, else when the source says beside it', () => {
    const beside = { ...TERMS, missingSince: readDateTime('2026-03-01') };
    expect(readEpisode(aForm(), beside)).toMatchObject({ report: { missingSince: { text: '2026-03-01' } }, status: { status: 'MISSING', at: { text: '2026-03-01' } } });
    expect(readEpisode(aForm(['episode.missingSince', '2026-03-02']), beside).report.missingSince).toMatchObject({ text: '2026-03-02' });
  });

  it.each([
    ['before it starts', '2026-02-01', 'END_BEFORE_START'],
    ['after the extract', '2026-05-01', 'DATE_IN_FUTURE'],
    ['at no time anyone can read', 'last night', 'DATE_UNREADABLE'],
  ])('that ends %s goes on', (_when, text, code) => {
    const form = aForm(['episode.missingSince', '2026-03-01'], ['episode.returnedAt', text], ['episode.locatedAt', text]);
    expect(readEpisode(form, TERMS)).toMatchObject({ returned: null, located: null });
    expect(codes(form)).toEqual([code, code]);
  });

  it('may end on the day it starts, and only once the form is final', () => {
    const form = aForm(['episode.missingSince', '2026-03-01'], ['episode.returnedAt', '2026-03-01'], ['episode.returnedTo', 'Home']);
    expect(readEpisode(form, TERMS).returned).toMatchObject({ at: { text: '2026-03-01' }, to: 'Home' });
    expect(readEpisode(form, { ...TERMS, isFinal: false }).returned).toBeNull();
  });

  it('has a risk only from when one can say, with an unknown word as its own', () => {
    expect(readEpisode(aForm(['episode.risk', 'High']), TERMS).risk).toBeNull();
    const form = aForm(['episode.risk', 'Amber'], ['episode.reportedAt', '2026-03-02']);
    expect(readEpisode(form, TERMS)).toMatchObject({ risk: { risk: null, word: 'Amber', at: { text: '2026-03-02' } }, report: { circumstances: 'episode.risk: Amber' } });
  });
});

describe('an offer in a form', () => {
  it.each<[string, readonly Answer[], object | null]>([
    ['nothing', [], null],
    ['not offered', [['offer.offered', 'No']], null],
    ['not offered and not accepted', [['offer.offered', 'No'], ['offer.accepted', 'No']], null],
    ['not applicable', [['offer.offered', 'NA'], ['offer.accepted', 'NA']], null],
    ['offered', [['offer.offered', 'Yes']], { outcome: null, offeredTo: 'CHILD', at: FILLED_IN }],
    ['accepted', [['offer.offered', 'Yes'], ['offer.accepted', 'Yes']], { outcome: 'ACCEPTED' }],
    ['not accepted', [['offer.accepted', 'No']], { outcome: 'DECLINED_BY_YOUNG_PERSON', offeredTo: 'CHILD' }],
    ['advice to the parent', [['offer.outcome', 'Parent accepted - initial advice given, RHI not required']], { outcome: 'PARENT_ACCEPTED_ADVICE_ONLY', offeredTo: 'PARENT' }],
    ['an end nobody knows', [['offer.outcome', 'Perhaps']], { outcome: null, explanation: 'offer.outcome: Perhaps' }],
    ['a day', [['offer.offeredOn', '2026-03-03'], ['offer.askAgainOn', '2026-03-20']], { at: expect.objectContaining({ text: '2026-03-03' }) as unknown, askAgainOn: '2026-03-20' }],
    ['an attempt without a day', [['attempt.method', 'Phone', 1]], { explanation: 'attempt.method: Phone' }],
  ])('of which it says: %s', (_what, answers, expected) => {
    const offer = offerIn(...answers);
    expect(offer === null ? null : readPayload('offer', PAYLOAD_VERSION, offer)).toEqual(expected === null ? null : expect.objectContaining(expected));
  });

  it('that was accepted and then declined ended as its end says, with a doubt', () => {
    const form = aForm(['offer.accepted', 'Yes'], ['offer.outcome', 'Declined by parent']);
    expect(readOffer(form, OFFERING)?.offer.outcome).toBe('DECLINED_BY_PARENT');
    expect(codes(form)).toEqual(['ANSWERS_DIFFER']);
  });

  it('was made no later than the first attempt', () => {
    expect(offerIn(['attempt.at', '2026-03-06', 2], ['attempt.at', '2026-03-05', 1])?.at.text).toBe('2026-03-05');
  });

  it('needs some time to have been made at', () => {
    expect(readOffer(aForm(['offer.offered', 'Yes']), { ...OFFERING, filledIn: null })).toBeNull();
  });
});

describe('an interview in a form', () => {
  const said: Answer = ['interview.reasons', 'Invented words.'];
  const on = (text: string): Answer => ['interview.at', text];

  it('was held on its day, or while an accepted offer was written up', () => {
    expect(interviewIn(aForm(on('2026-03-05')))).toMatchObject({ state: 'COMPLETED', at: { text: '2026-03-05' }, answers: {} });
    expect(interviewIn(aForm(on('2026-03-05')))).not.toHaveProperty('offerKey');
    expect(interviewIn(aForm(said), offerIn(['offer.accepted', 'Yes']))).toMatchObject({ at: FILLED_IN, offerKey: 'O1', answers: { reasons: 'Invented words.' } });
  });

  it.each<[string, readonly Answer[], readonly Answer[]]>([
    ['it has answers alone', [said], []],
    ['its day is still to come', [said, on('2026-05-05')], []],
    ['the offer was declined', [said, on('2026-03-05')], [['offer.accepted', 'No']]],
    ['it is only arranged', [said, on('2026-03-05')], [['offer.outcome', 'Already arranged']]],
  ])('was not held when %s', (_why, answers, offered) => {
    const form = aForm(...answers);
    expect(interviewIn(form, offerIn(...offered))).toBeNull();
    expect(codes(form)).toContain('ANSWERS_WITHOUT_INTERVIEW');
  });

  it('has every answer that the form has a place for, each in its own shape', () => {
    const asked = FORM_QUESTIONS.filter((question) => /^(?!interview\.(at|ofEpisode))(interview|locating|vulnerabilities|highRiskCategories)\./.test(question));
    const words: Readonly<Record<string, string>> = { 'interview.followUpOn': '2026-03-20', 'interview.accompaniment': 'Alone' };
    const form = aForm(on('2026-03-05'), ...asked.map((question): Answer => [question, words[question] ?? 'Yes']));
    const interview = readPayload('interview', PAYLOAD_VERSION, interviewIn(form));
    const kept = [...Object.keys(interview.answers), ...Object.keys(interview.locating)];
    expect(kept.sort()).toEqual([...new Set(asked.map((question) => question.replace(/^(?:interview|locating)\./, '').replace(/\..*/, '')))].sort());
    expect(interview.answers).toMatchObject({ firstTime: 'YES', accompaniment: 'ALONE', followUpOn: '2026-03-20', pushFactors: [], reasons: 'Yes\ninterview.pushFactors: Yes\ninterview.pullFactors: Yes' });
    expect(interview.answers.vulnerabilities).toHaveLength(8);
  });

  it('keeps what is in no list beside the nearest question', () => {
    const form = aForm(on('2026-03-05'), ['interview.pushFactors', 'Bullying; Invented worry'], ['interview.firstTime', 'Lost count'], said, ['vulnerabilities.SELF_HARM', 'Maybe']);
    expect(interviewIn(form)?.answers).toEqual({
      reasons: 'Invented words.\ninterview.firstTime: Lost count\ninterview.pushFactors: Invented worry',
      pushFactors: ['BULLYING'],
      vulnerabilities: [],
      harmSuffered: 'vulnerabilities.SELF_HARM: Maybe',
    });
    expect(codes(form)).toEqual(['CODE_UNKNOWN', 'CODE_UNKNOWN', 'CODE_UNKNOWN']);
  });
});
