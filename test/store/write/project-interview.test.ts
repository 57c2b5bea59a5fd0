import { INTERVIEW_FORM, LOCATING_FORM } from '../../../src/domain/interview/interview-form.ts';
import type { InterviewPicture } from '../../../src/domain/fold/interview-picture.ts';
import { columnName } from '../../../src/gate/column-name.ts';
import { PICTURE_TABLES } from '../../../src/store/write/project-picture.ts';
import { aChild, anInterview, aRedaction, aRelease, INTERVIEW_ID, REDACTION_ID } from './a-picture.ts';

const rowsOf = (table: keyof typeof PICTURE_TABLES, interview: Partial<InterviewPicture> = {}) =>
  PICTURE_TABLES[table](aChild({ interviews: [anInterview(interview)] }));
const released = (...releases: readonly Partial<ReturnType<typeof aRelease>>[]): Partial<InterviewPicture> => ({
  redactions: [aRedaction()],
  releases: releases.map(aRelease),
});

describe('the notice of an interview', () => {
  it('says that it took place, when, and one sentence that is the same for every interview', () => {
    expect(rowsOf('interview')).toMatchObject([
      { state: 'COMPLETED', held_from_at: '2026-03-03T09:00:00.000Z', sentence: 'Details of the interview are not shared here. Please ask the child’s social worker.' },
    ]);
    expect(rowsOf('interview', { state: 'REFUSED' })[0]?.['sentence']).toBe(rowsOf('interview')[0]?.['sentence']);
  });

  it('is found by the record of the offer it followed too', () => {
    expect(rowsOf('interview')[0]?.['record_ids']).toEqual([INTERVIEW_ID, '00000000-0000-8000-8000-000000000005']);
  });

  it('holds no answer, no place and no text', () => {
    expect(JSON.stringify(rowsOf('interview', released({})))).not.toMatch(/canary|Invented words/);
  });
});

describe('the facts of an interview', () => {
  it('name everybody to whom it is released, each level by itself, with its times', () => {
    const until = Date.parse('2026-03-10T09:00:00Z');
    const [row] = rowsOf('interview', released({}, { level: 'FULL', recipient: 'mereshire-police', until }));
    expect(row).toMatchObject({
      held_by: 'northmere',
      shared: ['REDACTED:larkfield', 'FULL:mereshire-police'],
      shared_during: ['{[,)}', '{[,2026-03-10T09:00:00.000Z)}'],
    });
  });

  it("are of its own people, homes and restriction, not the child's", () => {
    const restriction = { restricted: true, awaitsNaming: true, keeps: ['mereshire-police'] };
    expect(rowsOf('interview_full', { restriction })).toMatchObject([
      { restricted: 'YES', awaits_naming: 'YES', keeps: ['mereshire-police'], named: ['AUTHOR:ann@northmere'], people: ['ann@northmere'], providers: ['larkfield'] },
    ]);
  });

  it("name for the second wall's index the agency of everybody it is released to", () => {
    const [row] = rowsOf('interview', released({ recipient: 'pat@elsewhere', audience: 'PARENT' }, { recipient: 'a-school', audience: 'PARTNER' }));
    expect(row?.['agencies']).toEqual(expect.arrayContaining(['elsewhere', 'a-school', 'northmere']));
  });

  it('are the same on every row of the interview', () => {
    const interview = released({});
    const facts = (table: keyof typeof PICTURE_TABLES) => {
      const row = rowsOf(table, interview)[0];
      return ['held_by', 'shared', 'shared_during', 'named', 'agencies', 'restricted'].map((fact) => row?.[fact]);
    };
    for (const table of ['interview_full', 'interview_locating', 'interview_redacted', 'redaction'] as const) {
      expect(facts(table)).toEqual(facts('interview'));
    }
  });
});

describe('every answer', () => {
  it('has its column, whatever the form asks', () => {
    const [row] = rowsOf('interview_full');
    const questions = [...Object.keys(INTERVIEW_FORM), ...Object.keys(LOCATING_FORM)].map(columnName);
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(questions));
    expect(row).toMatchObject({ why_returned: 'canary-of-the-answers', push_factors: ['SCHOOL', 'BULLYING'], reasons: null, revision: 2 });
  });

  it('of an offer that led to no interview is empty', () => {
    expect(rowsOf('interview_full', { stated: null })).toMatchObject([{ why_returned: null, interviewer: null, content_hash: 'c0ffee' }]);
  });
});

describe('locating facts', () => {
  it('hold what may find the child and no other answer', () => {
    const rows = rowsOf('interview_locating');
    expect(rows).toMatchObject([{ places_stayed: ['canary-of-a-place'] }]);
    expect(JSON.stringify(rows)).not.toContain('canary-of-the-answers');
  });

  it.each([['nothing', {}], ['empty lists', { phones: [] }]])('are no row where the child said %s', (_what, locating) => {
    const { stated } = anInterview();
    expect(rowsOf('interview_locating', { stated: stated && { ...stated, locating } })).toEqual([]);
  });
});

describe('a released text', () => {
  it('is one row for its recipient, with the answers approved with it as they stand now', () => {
    expect(rowsOf('interview_redacted', released({}))).toMatchObject([
      {
        interview: INTERVIEW_ID,
        recipient: 'larkfield',
        redaction: REDACTION_ID,
        redacted_text: 'Invented words that name nobody.',
        released_during: '{[,)}',
        redacted_answers: [
          { question: 'firstTime', words: ['NO'] },
          { question: 'pushFactors', words: ['SCHOOL', 'BULLYING'] },
        ],
      },
    ]);
  });

  it('released twice is one row with both its times', () => {
    const [from, until] = [Date.parse('2026-03-05T09:00:00Z'), Date.parse('2026-03-06T09:00:00Z')];
    const rows = rowsOf('interview_redacted', released({ ground: 'OVERRIDE', from, until }, { from: until }));
    expect(rows.map((row) => row['released_during'])).toEqual(['{[2026-03-05T09:00:00.000Z,2026-03-06T09:00:00.000Z),[2026-03-06T09:00:00.000Z,)}']);
  });

  it('to two recipients is two rows, each of an id of its own', () => {
    const rows = rowsOf('interview_redacted', released({}, { recipient: 'brookside' }));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  });

  it.each(['STALE', 'DRAFT'] as const)('is no row while the text is %s, whatever was released', (state) => {
    expect(rowsOf('interview_redacted', { ...released({}), redactions: [aRedaction({ state })] })).toEqual([]);
  });

  it('is no row of a release in full', () => {
    expect(rowsOf('interview_redacted', released({ level: 'FULL' }))).toEqual([]);
  });
});
