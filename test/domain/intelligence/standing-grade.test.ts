import type { DecisionOf, DecisionPayloads } from '../../../src/domain/decision/decision.ts';
import type { ObservationOf, StatedGrade } from '../../../src/domain/observation/observation.ts';
import { standingGrade } from '../../../src/domain/intelligence/standing-grade.ts';
import { aDecision } from '../decision/a-decision.ts';
import { intelligence } from '../fold/told-of-a-child.ts';

const STATED: StatedGrade = { sourceEvaluation: '1', assessment: 'B', handling: 'P', word: '1 B P', conditions: null, recipients: [], sanitisedText: null };
const CLOSED: Partial<StatedGrade> = { handling: 'C', conditions: 'Ask first.', recipients: ['E99000001', 'E99000002'] };
const AGENCIES: Readonly<Record<string, string>> = { E99000001: 'northmere', E99000002: 'southvale', 47: 'westpolice' };
const ORDER = '2026-03-04T12:00:00.000Z';

function graded(stated: Partial<StatedGrade> | null, decided?: { readonly says?: Partial<DecisionPayloads['GRADE']>; readonly at?: string }, order = ORDER) {
  const grade = stated === null ? null : { ...STATED, ...stated };
  // Safe: the factory makes an observation of intelligence, and a decision of a grade.
  const latest = { ...intelligence({ says: { grade, namedPeople: [{ name: 'Corvin Madeup', category: 'SUSPECT', grade: null, reviewOn: '2027-01-01' }] } }), order } as ObservationOf<'intelligence'>;
  const decision = decided && (aDecision('GRADE', decided.says, { at: Date.parse(decided.at ?? '2026-03-05T12:00:00Z') }) as DecisionOf<'GRADE'>);
  return standingGrade({ latest, decided: decision, agencyOf: (code) => AGENCIES[code] ?? null });
}

describe('the grade an item came with', () => {
  it('stands until the bureau grades it', () => {
    expect(graded({ result: 'ACTIONED', resultWords: 'Invented words.' })).toMatchObject({ grade: { result: 'ACTIONED', resultWords: 'Invented words.' } });
    expect(graded({ sanitisedText: 'Cars meet.' })).toMatchObject({ grade: { sourceEvaluation: '1', assessment: 'B', handling: 'P', recipients: [], sanitisedText: 'Cars meet.' }, flags: [] });
  });
  it('of code C names the agencies of its conditions, which travel along', () => {
    expect(graded(CLOSED)).toMatchObject({ grade: { handling: 'C', conditions: 'Ask first.', recipients: ['northmere', 'southvale'] }, flags: [] });
  });
  it('is open to no recipient that the directory does not know', () => {
    expect(graded({ ...CLOSED, recipients: ['E99000001', 'The school'] })).toMatchObject({ grade: { recipients: ['northmere'] }, flags: ['RECIPIENT_UNKNOWN'] });
  });
  it.each([
    ['source', { sourceEvaluation: null }],
    ['assessment', { assessment: null }],
    ['handling', { handling: null }],
  ] as const)('closes the item where its %s is unread, and is kept as it came', (_part, unread) => {
    expect(graded({ ...unread, word: '9 B P' })).toMatchObject({ grade: { handling: 'C', recipients: [], word: '9 B P' }, flags: ['GRADE_UNREADABLE'] });
  });
  it.each([
    ['P with conditions', { conditions: 'Ask first.' }, []],
    ['P with recipients', { recipients: ['E99000001'] }, ['northmere']],
    ['C without recipients', { ...CLOSED, recipients: [] }, []],
    ['C without conditions', { ...CLOSED, conditions: null }, ['northmere', 'southvale']],
  ] as const)('closes the item where it is %s', (_what, unclear, recipients) => {
    expect(graded(unclear)).toMatchObject({ grade: { handling: 'C', recipients }, flags: ['CONDITIONS_UNCLEAR'] });
  });
  it('brings no sanitised text that names somebody', () => {
    expect(graded({ sanitisedText: 'CORVIN drives children about.' })).toMatchObject({ grade: { sanitisedText: null }, flags: ['NAMES_LEFT_IN'] });
  });
});

describe('the grade the bureau gave', () => {
  it('takes the place of the one an item came with, and opens or closes it', () => {
    expect(graded(CLOSED, { says: { handling: 'P' } })).toMatchObject({ grade: { handling: 'P' }, flags: [] });
    expect(graded({}, { says: { handling: 'C', recipients: ['southvale'] } })).toMatchObject({ grade: { handling: 'C', recipients: ['southvale'] } });
  });
  it('stands alone where the item came with none', () => {
    expect(graded(null, { says: { handling: 'P' }, at: '2026-03-01T00:00:00Z' })).toMatchObject({ grade: { handling: 'P' }, flags: [] });
    expect(graded(null)).toEqual({ grade: null, flags: [] });
  });
});

describe('an item that changed after it was graded', () => {
  const EARLIER = '2026-03-04T11:59:59Z';

  it('keeps what the bureau made of it before, until it says otherwise', () => {
    const made = { result: 'ACTIONED', resultWords: 'Invented words.' } as const;
    expect(graded({}, { says: made, at: EARLIER })).toMatchObject({ grade: made });
    expect(graded({ result: 'DEVELOPED', resultWords: null }, { says: made, at: EARLIER })).toMatchObject({ grade: { result: 'DEVELOPED', resultWords: null } });
  });
  it('is as closed as the stricter of the two says, until it is graded anew', () => {
    expect(graded(CLOSED, { says: { handling: 'P' }, at: EARLIER })).toMatchObject({ grade: { handling: 'C', recipients: ['northmere', 'southvale'] }, flags: ['CHANGED_SINCE_GRADED'] });
    expect(graded({}, { says: { handling: 'C', conditions: 'Theirs alone.', recipients: ['southvale'] }, at: EARLIER })).toMatchObject({ grade: { handling: 'C', conditions: 'Theirs alone.', recipients: ['southvale'] } });
    expect(graded({}, { at: EARLIER })).toMatchObject({ grade: { handling: 'P', conditions: null, recipients: [] }, flags: ['CHANGED_SINCE_GRADED'] });
  });
  it('is open to those alone whom both name, under the conditions of both', () => {
    const says = { handling: 'C', conditions: 'Theirs alone.', recipients: ['southvale', 'westpolice'] } as const;
    expect(graded(CLOSED, { says, at: EARLIER })).toMatchObject({ grade: { handling: 'C', conditions: 'Ask first.\nTheirs alone.', recipients: ['southvale'] } });
  });
  it('is not shared by a text that was made from what it said before', () => {
    expect(graded({ sanitisedText: null }, { says: { sanitisedText: 'Cars meet.' }, at: EARLIER })).toMatchObject({ grade: { sanitisedText: null } });
    expect(graded({ sanitisedText: 'Vans meet.' }, { says: { sanitisedText: 'Cars meet.' }, at: EARLIER })).toMatchObject({ grade: { sanitisedText: 'Vans meet.' } });
  });
  it('lies where the bureau said', () => {
    expect(graded({}, { says: { area: 'southvale' }, at: EARLIER })).toMatchObject({ grade: { area: 'southvale' } });
  });
  it('is one whose source says no time of its change', () => {
    expect(graded({}, { at: '2099-01-01T00:00:00Z' }, '000002')).toMatchObject({ flags: ['CHANGED_SINCE_GRADED'] });
  });
});
