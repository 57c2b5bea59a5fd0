import { adapter } from '../../adapters/liberi/adapter.ts';
import { aDocument, readFiles } from './read-sample.ts';

const EPISODES = 'FACT_MISSING_PERSON_ID,DIM_PERSON_ID,START_DTTM,END_DTTM,MISSING_STATUS,RETURN_INTERVIEW_OFFERED,RETURN_INTERVIEW_ACCEPTED\n';
const STATUSES = 'FACT_MISSING_STATUS_ID,FACT_MISSING_PERSON_ID,MISSING_STATUS,START_DTTM\n';
const ANSWERS = 'FACT_FORM_ID,FACT_FORM_ANSWER_ID,FACT_MISSING_PERSON_ID,ANSWER_NO,ANSWER,ANSWERED_DTTM\n';
const aSet = ({ episodes = '', statuses = '', answers = '' }) => [
  { name: 'answers.csv', text: ANSWERS + answers },
  { name: 'episodes.csv', text: EPISODES + episodes },
  { name: 'statuses.csv', text: STATUSES + statuses },
];

describe('a set of tables', () => {
  it('is known by its header rows, whatever its files are called and in whatever order they come', () => {
    const files = aSet({ episodes: '1,2,2026-03-01T21:30:00,,Missing,YES,\n', statuses: '7,1,Away,2026-03-02T10:00:00\n' });
    const renamed = files.toReversed().map(({ text }, place) => ({ name: `${String(place)}.txt`, text }));
    const said = (set: typeof files): string[] => readFiles(adapter, set).observations.map((observation) => JSON.stringify({ ...observation, place: '' }));
    expect(said(renamed)).toEqual(said(files));
  });

  it('is refused without the time of its extraction, and shows who may be missing', () => {
    const document = aDocument(adapter, aSet({ episodes: '1,2,2026-03-01T21:30:00,,Away,,\n3,2,2026-03-01T21:30:00,2026-03-02,,,\n' }));
    const { records, refusals } = adapter.parse({ ...document, extracted: null });
    expect(records).toEqual([]);
    expect(refusals.map(({ code, readable }) => [code, readable?.absence])).toEqual([['EXTRACTED_REQUIRED', undefined], ['EXTRACTED_REQUIRED', 'AWAY']]);
  });

  it('may have nothing to tell', () => {
    expect(readFiles(adapter, aSet({}))).toMatchObject({ observations: [], refusals: [], warnings: [] });
  });

  it('refuses a key longer than a key can be', () => {
    const { observations, refusals } = readFiles(adapter, aSet({ episodes: `${'0'.repeat(201)},2,2026-03-01T21:30:00,,Missing,,\n` }));
    expect({ observations, refusals }).toMatchObject({ observations: [], refusals: [{ code: 'VALUE_INVALID', place: 'episodes.csv line 2', readable: { absence: 'MISSING' } }] });
  });

  it('takes an interview back whose form no longer tells of one', () => {
    const told = (outcome: string): unknown[] =>
      readFiles(adapter, aSet({ episodes: '1,2,2026-03-01T21:30:00,2026-03-02T08:00:00,Missing,YES,\n', answers: `9,1,1,RI_STATUS,${outcome},2026-03-04T10:00:00\n` }))
        .observations.filter(({ record }) => record.kind === 'interview')
        .map(({ act, record }) => [act, record.key]);
    expect([told('Completed'), told('Not appropriate')]).toEqual([[['correct', '9']], [['retract', '9']]]);
  });

  it('reads ten thousand answers of one form without slowing down', () => {
    const answers = Array.from({ length: 10_000 }, (_, number) => `9,${String(number)},1,RI_REASONS,words,\n`).join('');
    const { observations } = readFiles(adapter, aSet({ episodes: '1,2,2026-03-01T21:30:00,,Missing,,\n', answers }));
    expect(observations.filter(({ kind }) => kind === 'interview')).toHaveLength(1);
  });
});

it.each([
  [{ questions: { Q1: 'favouriteColour' } }, 'questions.Q1'],
  [{ reasons: { A: 5 } }, 'reasons.A'],
])('settings that name no question or no words are refused with their place: %j', (settings, place) => {
  expect(adapter.settings?.fault(settings)).toMatchObject({ place });
  expect(adapter.settings?.fault({ questions: { Q1: 'reasons' } })).toBeNull();
});
