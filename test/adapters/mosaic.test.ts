import { adapter } from '../../adapters/mosaic/adapter.ts';
import type { AdapterFile } from '../../src/ingest/adapter-contract.ts';
import { aDocument, type Outcome } from './read-sample.ts';

const PERSONS = { name: 'p.csv', text: 'PERSON_ID,FIRST_NAME,LAST_NAME,DATE_OF_BIRTH,RESTRICTED\n007890,Wrenna,Testfield,2011-05-14,N\n' };
const MEMBERS = { name: 'm.csv', text: 'SUBGROUP_ID,SUBJECT_TYPE_CODE,SUBJECT_COMPOUND_ID\nS70,PER,007890\n' };
const COMPLETED = '2026-03-06 16:00:00';

function aSet(answers: Readonly<Record<string, string>>, completed: string): AdapterFile[] {
  const rows = Object.entries(answers).map(([filter, answer]) => `6001,"${filter}","${answer}",0\n`);
  const steps = `WORKFLOW_STEP_ID,SUBGROUP_ID,STARTED_ON,COMPLETED_ON,IS_MISSING_OR_ABSENT\n6001,S70,2026-03-03 09:00:00,${completed},Y\n`;
  return [{ name: 'a.csv', text: `WORKFLOW_STEP_ID,FILTER_NAME,TEXT_ANSWER,SUBJECT_PERSON_ID\n${rows.join('')}` }, MEMBERS, PERSONS, { name: 's.csv', text: steps }];
}

/** What a set says under these settings. */
function read(settings: unknown, answers: Readonly<Record<string, string>>, completed = COMPLETED): Pick<Outcome, 'observations' | 'refusals' | 'warnings'> {
  const document = { ...aDocument(adapter, aSet(answers, completed)), settings };
  const parsed = adapter.parse(document);
  const mapped = parsed.records.map((record) => adapter.map(record, document));
  return {
    observations: mapped.flatMap(({ observations }) => observations),
    refusals: parsed.refusals,
    warnings: [...parsed.warnings, ...mapped.flatMap(({ warnings }) => warnings)],
  };
}

const RHI = { profile: 'rhi-form' };
const FORM = {
  'Child Absent or Missing (Document)': 'Missing',
  'Date/time reported to police': '2026-03-01 22:10',
  'Date/time found': '2026-03-02 03:10',
  'Date/time social worker notified of missing episode': '2026-03-02 08:30',
  'Have you tried to phone the Young Person?': 'Yes',
  'Have you spoken to the Parent/Carer?': 'Yes',
  'Have you spoken to the social worker/lead practitioner?': 'No',
  'Attempt 1 made': 'Telephone call',
  'Attempt 1 date': '03/03/2026',
  'Attempt 1 response': 'Nobody answered.',
  'Attempt 2 made': 'Home visit',
  'Attempt 2 date': '2026-03-04 17:45',
  'Attempt 2 outcome': 'Agreed to talk.',
  'On which attempt was the independent return interview ended': '2',
  'Outcome of offer': 'IRI accepted',
  'Date and time of return interview': '2026-03-05 16:00',
  'Person conducting return interview': 'Rob Example',
  'Address or location stayed': '5 Invented Yard',
  'Vulnerability: Criminal exploitation': 'Yes',
  'Vulnerability: Self-harm': 'No',
  'Vulnerability: Other (please state)': 'ignored: not this filter',
  'Vulnerability: Other': 'Afraid of dogs',
  'High risk: Repeat missing episode': 'Yes',
};

const ofKind = (kind: string, { observations }: Pick<Outcome, 'observations'>): unknown[] => observations.filter((said) => said.kind === kind).map(({ payload }) => payload);

describe('the offer and interview form of a Mosaic authority', () => {
  it('says when the child was reported and found, and nothing of when they were missed', () => {
    const outcome = read(RHI, FORM);
    expect(outcome.refusals).toEqual([]);
    expect(ofKind('report', outcome)).toEqual([
      { reportedAt: expect.objectContaining({ text: '2026-03-01 22:10' }) as unknown, informedPersons: 'Date/time social worker notified of missing episode: 2026-03-02 08:30' },
    ]);
    expect(ofKind('status', outcome)).toEqual([{ status: 'MISSING', at: null }]);
    expect(ofKind('located', outcome)).toEqual([{ at: expect.objectContaining({ text: '2026-03-02 03:10' }) as unknown }]);
    expect(ofKind('returned', outcome)).toEqual([{ at: null }]);
  });

  it('says whom it spoke to, each attempt, and which of them ended it', () => {
    const outcome = read(RHI, FORM);
    expect(ofKind('offer', outcome)).toMatchObject([
      { at: { text: '03/03/2026' }, offeredTo: 'CHILD', outcome: 'ACCEPTED', phonedYoungPerson: 'YES', spokenToParentCarer: 'YES', spokenToSocialWorker: 'NO', service: 'northmere' },
    ]);
    expect(ofKind('attempt', outcome)).toMatchObject([
      { at: { text: '03/03/2026' }, method: 'PHONE', response: 'Nobody answered.', endedIt: false },
      { at: { text: '2026-03-04 17:45' }, method: 'VISIT', outcome: 'Agreed to talk.', endedIt: true },
    ]);
  });

  it('says what was ticked and what was written beside it, and names its own offer', () => {
    const outcome = read(RHI, FORM);
    expect(ofKind('interview', outcome)).toMatchObject([
      {
        state: 'COMPLETED',
        at: { text: '2026-03-05 16:00' },
        offerKey: '["6001","007890"]',
        episodeKeys: ['["6001","007890"]'],
        answers: {
          conductedBy: 'Rob Example',
          vulnerabilities: ['CRIMINAL_EXPLOITATION', 'OTHER'],
          harmSuffered: 'Vulnerability: Other: Afraid of dogs',
          highRiskCategories: ['REPEAT_MISSING'],
        },
        locating: { placesStayed: ['5 Invented Yard'] },
      },
    ]);
  });

  it('holds its interview back while the step is open', () => {
    const outcome = read(RHI, FORM, '');
    expect(ofKind('interview', outcome)).toEqual([]);
    expect(ofKind('returned', outcome)).toEqual([]);
    expect(outcome.warnings.map(({ code }) => code)).toContain('STEP_NOT_COMPLETED');
  });

  it.each([
    ['IRI declined by parent', 'DECLINED_BY_PARENT', 'PARENT'],
    ['IRI declined by young person', 'DECLINED_BY_YOUNG_PERSON', 'CHILD'],
    ['IR already arranged', 'ALREADY_ARRANGED', 'CHILD'],
    ['IRI not appropriate', 'NOT_APPROPRIATE', 'CHILD'],
    ['IRI subsequent missing episode', 'SUBSEQUENT_MISSING_EPISODE', 'CHILD'],
    ['IRI Unable to establish contact', 'UNABLE_TO_ESTABLISH_CONTACT', 'CHILD'],
    ['IRI Parent accepted - initial advice given, RHI with young person not required.', 'PARENT_ACCEPTED_ADVICE_ONLY', 'PARENT'],
    ['IRI Unable to establish contact letter sent', 'UNABLE_TO_ESTABLISH_CONTACT_LETTER_SENT', 'CHILD'],
  ])('that ended as "%s" tells of no interview, whatever else is filled in', (words, outcome, offeredTo) => {
    const told = read(RHI, { ...FORM, 'Outcome of offer': words });
    expect(ofKind('offer', told)).toMatchObject([{ outcome, offeredTo }]);
    expect(ofKind('interview', told)).toEqual([]);
    expect(told.warnings.map(({ code }) => code)).toContain('ANSWERS_WITHOUT_INTERVIEW');
  });
});

describe('what an authority says of its Mosaic', () => {
  it('may be that a step is completed on the return', () => {
    const said = { 'Child Absent or Missing (Document)': 'Missing' };
    expect(ofKind('returned', read({ profile: 'cyp051', completedOn: 'RETURN' }, said))).toMatchObject([{ at: { text: COMPLETED } }]);
    expect(ofKind('returned', read({ profile: 'cyp051' }, said))).toEqual([{ at: null }]);
  });

  it('names its own filters before those of the profile', () => {
    const questions = { 'person conducting  RETURN interview': 'interview.conductedCapacity' };
    expect(ofKind('interview', read({ ...RHI, questions }, FORM))).toMatchObject([{ answers: { conductedCapacity: 'Rob Example' } }]);
  });

  it.each([
    ['nothing', null, 'profile'],
    ['no profile it knows', { profile: 'cyp052' }, 'profile'],
    ['no question it knows', { profile: 'cyp051', questions: { Plan: 'interview.namedPeople' } }, 'questions.Plan'],
  ])('is refused with the directory when it says %s, and nothing is read by it', (_what, settings, place) => {
    expect(adapter.settings?.fault(settings)).toMatchObject({ place });
    expect(read(settings, FORM)).toMatchObject({ observations: [], refusals: [{ code: 'DOCUMENT_SCHEMA' }] });
  });

  it('is taken when it names a profile', () => {
    expect(adapter.settings?.fault(RHI)).toBeNull();
  });
});
