import { agreementSaid, type AgreementAsked } from '../../src/actions/agreement-said.ts';
import { gradeGiven, type GradeAsked } from '../../src/actions/grade-given.ts';
import { overrideEnd } from '../../src/actions/override-end.ts';
import { restrictionSet, type RestrictionAsked } from '../../src/actions/restriction-set.ts';
import { sharingDecided, type SharingAsked } from '../../src/actions/sharing-decided.ts';
import { aDirectoryOfPeople } from './some-people.ts';

const NOW = Date.parse('2026-11-20T08:00:00Z');
const directory = aDirectoryOfPeople();
// The message is for people; the code is what is promised.
const badInput = expect.objectContaining({ code: 'BAD_INPUT' }) as unknown as Error;

describe('an agreement', () => {
  const asked = (changed: Partial<AgreementAsked>): (() => unknown) => () =>
    agreementSaid(
      directory,
      { aspect: 'AUDIENCE', audience: 'PLACEMENT', recipient: 'larkfield', topic: 'ALL', state: 'GIVEN', understanding: 'Understood.', channel: null, ...changed },
      'ren@northmere',
    );

  test('for a home speaks of that home alone', () => {
    expect(asked({})()).toMatchObject({ matter: 'PLACEMENT larkfield ALL', payload: { askedBy: 'ren@northmere' } });
    expect(asked({ recipient: null })).toThrow(badInput);
  });
  test('for the police needs no recipient', () => {
    expect(asked({ audience: 'POLICE', recipient: null })()).toMatchObject({ matter: 'POLICE  ALL' });
  });
  test('to take part names no audience', () => {
    const none = { aspect: 'TAKE_PART', audience: null, recipient: null } as const;
    expect(asked(none)()).toMatchObject({ matter: 'TAKE_PART' });
    expect(asked({ ...none, audience: 'POLICE' })).toThrow(badInput);
    expect(asked({ ...none, topic: 'FAMILY' })).toThrow(badInput);
  });
  test('for an audience says which', () => {
    expect(asked({ audience: null })).toThrow(badInput);
  });
  test('says how understanding was judged, unless the child was not asked', () => {
    expect(asked({ understanding: null })).toThrow(badInput);
    expect(asked({ understanding: null, state: 'NOT_ASKED' })()).toMatchObject({ payload: { understanding: '' } });
  });
  test('to a channel says which, and no other does', () => {
    const channel = { aspect: 'CHANNEL', audience: null, recipient: null } as const;
    expect(asked({ ...channel, channel: 'Text, after four.' })()).toMatchObject({ matter: 'CHANNEL', payload: { channel: 'Text, after four.' } });
    expect(asked(channel)).toThrow(badInput);
    expect(asked({ ...channel, state: 'REFUSED' })()).toMatchObject({ payload: { channel: null } });
    expect(asked({ channel: 'Text' })).toThrow(badInput);
  });
});

describe('a recipient belongs to its audience', () => {
  const shared = (audience: SharingAsked['audience'], recipient: string): (() => unknown) => () =>
    sharingDecided(directory, { audience, recipient, decision: 'SHARE', level: 'REDACTED', reason: null, reviewOn: null }, NOW);

  test.each([
    ['PLACEMENT', 'larkfield', 'mereshire-police'],
    ['PLACEMENT', 'hal@larkfield', 'sia@northmere'],
    ['PARENT', 'pat@northmere', 'northmere'],
    ['PARTNER', 'willow-school', 'larkfield'],
    ['POLICE', 'mereshire-police', 'pim@mereshire-police'],
    ['HOST', 'southvale', 'larkfield'],
    ['CP_COORDINATOR', 'cyd@northmere', 'pat@northmere'],
  ] as const)('%s: %s, not %s', (audience, right, wrong) => {
    expect(shared(audience, right)()).toMatchObject({ recipient: right });
    expect(shared(audience, wrong)).toThrow(badInput);
    expect(shared(audience, 'nobody')).toThrow(badInput);
  });
  test('a person may be named without the agency where the directory knows one alone', () => {
    expect(shared('PARENT', 'pat')()).toMatchObject({ recipient: 'pat@northmere' });
    expect(shared('PARENT', 'pat@southvale')).toThrow(badInput);
  });
});

describe('a sharing decision', () => {
  const decided = (changed: Partial<SharingAsked>): (() => unknown) => () =>
    sharingDecided(directory, { audience: 'POLICE', recipient: 'mereshire-police', decision: 'WITHHOLD', level: 'REDACTED', reason: 'Why', reviewOn: '2026-11-20', ...changed }, NOW);

  test('withholding from the police needs a reason and a day to look again', () => {
    expect(decided({})()).toMatchObject({ decision: 'WITHHOLD', reviewOn: '2026-11-20' });
    expect(decided({ reason: null })).toThrow(badInput);
    expect(decided({ reviewOn: null })).toThrow(badInput);
  });
  test('so does withholding from the host authority', () => {
    expect(decided({ audience: 'HOST', recipient: 'southvale', reason: null })).toThrow(badInput);
  });
  test('withholding from a home needs neither', () => {
    expect(decided({ audience: 'PLACEMENT', recipient: 'larkfield', reason: null, reviewOn: null })()).toMatchObject({ reason: '' });
  });
  test('is not looked at again in the past, nor on no day', () => {
    expect(decided({ reviewOn: '2026-11-19' })).toThrow(badInput);
    expect(decided({ reviewOn: 'soon' })).toThrow(badInput);
  });
  test.each([
    ['PLACEMENT', 'larkfield'],
    ['PARENT', 'pat@northmere'],
    ['PARTNER', 'willow-school'],
  ] as const)('never gives a %s everything', (audience, recipient) => {
    expect(decided({ audience, recipient, decision: 'SHARE', level: 'FULL' })).toThrow(badInput);
  });
  test('may give the police everything', () => {
    expect(decided({ decision: 'SHARE', level: 'FULL' })()).toMatchObject({ level: 'FULL' });
  });
});

describe('an override ends', () => {
  test.each(['2026-11-20T08:01:00Z', '2026-11-27T08:00:00Z'])('%s', (until) => {
    expect(overrideEnd(until, NOW)).toBe(Date.parse(until));
  });
  test.each(['2026-11-20T08:00:00Z', '2026-11-27T08:00:01Z', '2026-11-21', 'never'])('never %s', (until) => {
    expect(() => overrideEnd(until, NOW)).toThrow(badInput);
  });
});

describe('a grade', () => {
  const graded = (changed: Partial<GradeAsked>): (() => unknown) => () =>
    gradeGiven(directory, { sourceEvaluation: '2', assessment: 'B', handling: 'C', conditions: 'Ask first.', recipients: ['northmere'], sanitisedText: null, area: 'southvale', ...changed });

  test('of handling C names conditions and recipients', () => {
    expect(graded({})()).toMatchObject({ recipients: ['northmere'] });
    expect(graded({ conditions: null })).toThrow(badInput);
    expect(graded({ recipients: [] })).toThrow(badInput);
    expect(graded({ recipients: ['nowhere'] })).toThrow(badInput);
  });
  test('of handling P names neither', () => {
    expect(graded({ handling: 'P', conditions: null, recipients: [] })()).toMatchObject({ handling: 'P' });
    expect(graded({ handling: 'P', conditions: null })).toThrow(badInput);
    expect(graded({ handling: 'P', recipients: [] })).toThrow(badInput);
  });
  test('lies in the area of an authority, or of none known', () => {
    expect(graded({ result: 'ACTIONED', resultWords: ' Invented words. ' })()).toMatchObject({ result: 'ACTIONED', resultWords: 'Invented words.' });
    expect(graded({ resultWords: 'Invented words.' })).toThrow(badInput);
    expect(graded({ area: null })()).toMatchObject({ area: null });
    expect(graded({ area: 'mereshire-police' })).toThrow(badInput);
  });
});

describe('a restriction', () => {
  const set = (changed: Partial<RestrictionAsked>, stand: readonly string[] = ['mo@northmere', 'sia@northmere']): (() => unknown) => () =>
    restrictionSet(directory, { restricted: true, reason: 'Why', admitted: [], excluded: [], allegation: false, ...changed }, stand);

  test('need not name anybody', () => {
    expect(set({})()).toMatchObject({ admitted: [], excluded: [] });
  });
  test('for an allegation names the professional, and never admits them', () => {
    expect(set({ allegation: true })).toThrow(badInput);
    expect(set({ allegation: true, excluded: ['sia@northmere'], admitted: ['sia@northmere'] })).toThrow(badInput);
    expect(set({ allegation: true, excluded: ['sia@northmere'], admitted: ['sia@northmere', 'mo@northmere'] })).toThrow(badInput);
  });
  test('that excludes somebody names those who see instead, so that nobody is let in by their post', () => {
    expect(set({ allegation: true, excluded: ['sia@northmere'] })()).toMatchObject({ admitted: ['mo@northmere'] });
    expect(set({ allegation: true, excluded: ['sia@northmere'] }, ['sia@northmere'])).toThrow(badInput);
  });
  test('is lifted without naming anybody', () => {
    expect(set({ restricted: false })()).toMatchObject({ restricted: false });
    expect(set({ restricted: false, allegation: true, excluded: ['sia'] })).toThrow(badInput);
  });
  test('names people the directory knows', () => {
    expect(set({ admitted: ['nobody@northmere'] })).toThrow(badInput);
  });
});
