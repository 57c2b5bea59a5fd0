import { aReturnJourney, NO_INTERVIEW_CLOCK, type ReturnJourney } from './a-return-journey.ts';
import { aFound, aMissing, aTable, type Fields } from './documents.ts';

const NOTIFICATION = '1D0C7E5A-0000-4000-8000-00000000A001';
const COLUMNS = 'INSTANCEID,SUBJECTID,DESIGNGUID,INSTANCESTATE,CONTROLNAME,ANSWERVALUE,DATEANSWERVALUE';
const HERS: Fields = { 'Header/ForceCode': '97', 'Care/PlacingAuthority': 'E99000011', 'Care/ResponsibleAuthorityChildId': '0058', 'Person/DateOfBirth': '2011-03-08' };

let journey: ReturnJourney;
let child = '';
let episode = '';
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'birmingham', adapter: 'eclipse', settings: { forms: [{ design: NOTIFICATION, tells: ['EPISODE'] }] } });
});
afterAll(() => journey.hub.close());

/** A missing and found notification of Eclipse, control by control; it stays open until the child is found. */
async function notification(instance: string, state: 'STARTED' | 'COMPLETE', answers: Readonly<Record<string, string>>): Promise<void> {
  const rows = Object.entries(answers).map(([control, answer]) => {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(answer);
    return `${instance},0058,${NOTIFICATION},${state},${control},${isDay ? '' : answer},${isDay ? answer : ''}`;
  });
  await journey.tells({ adapter: 'eclipse', bytes: [COLUMNS, ...rows].join('\n'), extracted: new Date(journey.hub.now).toISOString() });
}
const writesDown = (who: string, step: object): Promise<unknown> => journey.does(who, 'recordReturnStep', { episode, ...step });

/** Why a strategy discussion is due, as the briefing says of the one child who is missing. */
async function strategy(): Promise<readonly string[]> {
  const query = '{ briefing(authority: "fenmoor") { missing { strategy { reasons } } } }';
  const { briefing } = await journey.hub.ask<{ briefing: { missing: { strategy: { reasons: readonly string[] } }[] } }>(query, { as: 'coordinator' });
  expect(briefing.missing).toHaveLength(1);
  return briefing.missing.flatMap((entry) => entry.strategy.reasons);
}

test('Birmingham, police response: at no apparent risk the home holds the next step, and the child is on the briefing all the same', async () => {
  journey.at('2025-11-12 23:00');
  await journey.tells({ adapter: 'eclipse', bytes: 'PERSONID,FORENAME,SURNAME,DATEOFBIRTH\n0058,Wrenna,Testfield,2011-03-08', extracted: '2025-11-12T22:00:00Z' });
  await journey.tells({ ...aTable('episodes', '0058,01/05/2025,S,C2,N1,K2,PR4,,,,ZZ2 7GG,ZZ2 5EE,SC910001'), extracted: '2025-11-12T22:00:00Z' });
  await notification('90017', 'STARTED', { dateChildLastSeen: '2025-11-12', absenceType: 'Missing', policeRisk: 'No apparent risk' });
  ({ child, episode } = await journey.find('2025-11-12 00:00'));
  expect((await journey.stands(episode)).next).toBe('HOME_LOOKS_FOR_CHILD, HOME, by 2025-11-15 00:00');
  expect(await strategy()).toEqual([]);
});

test('Birmingham, police response: when the home looks at the risk again is set with it, and the briefing says who holds the next step and how the clocks stand', async () => {
  await journey.does('coordinator', 'setAction', { child, what: 'Look at the risk again.', owner: 'invented-homes', due: '2025-11-13T02:00', comesFrom: episode });
  expect((await journey.stands(episode)).next).toBe('HOME_LOOKS_FOR_CHILD, HOME, by 2025-11-13 02:00');
  const query = '{ briefing(authority: "fenmoor") { missing { nextStep { code holder { role } } clocks overdue } } }';
  const { briefing } = await journey.hub.ask<{ briefing: { missing: { clocks: readonly string[] }[] } }>(query, { as: 'coordinator' });
  expect(briefing.missing).toMatchObject([{ nextStep: { code: 'HOME_LOOKS_FOR_CHILD', holder: { role: 'HOME' } }, overdue: [] }]);
  expect(briefing.missing[0]?.clocks[0]).toMatch(/^statutory interview: cannot tell/);
});

test('Birmingham, the trust: of a start known by its day the strategy clock is a range, until the police tell the time', async () => {
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY DUE 2025-11-15 00:00 to 2025-11-15 23:00']);
  journey.at('2025-11-13 01:00');
  await journey.tells(aMissing({ ...HERS, 'Header/SentAt': '2025-11-13T00:50:00Z', 'Report/MissingSince': '2025-11-12T21:00:00Z', 'Report/CurrentRiskLevel': 'High' }));
  expect(await journey.stands(episode)).toMatchObject({ status: 'MISSING', next: 'FIND_CHILD, POLICE_MISSING_TEAM, by 2025-11-13 23:59' });
  expect(await strategy()).toEqual(['missing at HIGH risk']);
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY DUE 2025-11-15 21:00']);
  await writesDown('police', { step: 'MEDIA_APPEAL', at: '2025-11-13T00:55', words: 'Invented: sought without consent.' });
});

test('Birmingham, the trust: a strategy discussion at high risk, after 72 hours, and on the third episode in 30 days; once held only the hours are still said', async () => {
  journey.at('2025-11-15 21:30');
  await notification('90011', 'COMPLETE', { dateChildLastSeen: '2025-10-20', absenceType: 'Missing', foundReportDate: '2025-10-21' });
  await notification('90012', 'COMPLETE', { dateChildLastSeen: '2025-11-01', absenceType: 'Missing', foundReportDate: '2025-11-02' });
  expect(await strategy()).toEqual(['missing 72 hours or more', '3 episodes began in the last 30 days', 'missing at HIGH risk']);
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY LATE by 0.5 h']);
  expect((await journey.stands(episode)).next).toBe('HOLD_STRATEGY_MEETING, SOCIAL_WORKER');
  await writesDown('coordinator', { step: 'STRATEGY_MEETING', at: '2025-11-15T20:30' });
  expect(await journey.clocks(episode, 'STRATEGY')).toEqual(['STRATEGY ON_TIME']);
  expect(await journey.clocks(episode, 'STRATEGY_AT_RISK')).toEqual(['STRATEGY_AT_RISK LATE by 44.5 h']);
  expect(await strategy()).toEqual(['missing 72 hours or more']);
  expect((await journey.stands(episode)).next).toBe('FIND_CHILD, POLICE_MISSING_TEAM');
});

test('Birmingham, when a child returns: a visit on the day where the coordinator asks for it, and the offer 72 hours from the return', async () => {
  journey.at('2025-11-16 11:00');
  await journey.tells(aFound({ ...HERS, 'Header/SentAt': '2025-11-16T10:30:00Z', 'Found/WhenTraced': '2025-11-16T08:00:00Z', 'Found/WhenReturned': '2025-11-16T10:00:00Z' }));
  await writesDown('business-support', { step: 'RETURN_NOTIFIED', at: '2025-11-16T10:40' });
  expect(await journey.stands(episode)).toEqual({
    status: 'RETURNED',
    clocks: ['STATUTORY_INTERVIEW DUE 2025-11-19 10:00', 'OFFER DUE 2025-11-19 10:00', 'STRATEGY ON_TIME', 'STRATEGY_AT_RISK LATE by 44.5 h'],
    next: 'TRIAGE, HUB_COORDINATOR, by 2025-11-19 10:00',
  });
  await journey.does('coordinator', 'triageReturn', { episode, revision: 0, outcome: 'SAME_DAY_VISIT', words: 'Invented: third time, cold and wet.' });
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
  expect((await journey.stands(episode)).next).toBe('VISIT_TODAY, worker@fenmoor, by 2025-11-16 23:59');
  await writesDown('worker', { step: 'CHILD_SEEN', at: '2025-11-16T10:55' });
  expect((await journey.stands(episode)).next).toBe('OFFER, worker@fenmoor, by 2025-11-19 10:00');
});

test('Birmingham, the conversations: a call that nobody takes is no contact to offer, a message is', async () => {
  journey.at('2025-11-17 10:00');
  const offered = { child, episodes: [episode], at: '2025-11-17T09:00', offeredTo: 'CHILD' };
  const { id } = await journey.does('worker', 'recordOffer', offered);
  const { revision } = await journey.does('worker', 'recordAttempt', { offer: id, at: '2025-11-17T09:00', method: 'PHONE', response: 'No answer.' });
  await journey.does('worker', 'recordOffer', { ...offered, id, revision, outcome: 'UNABLE_TO_ESTABLISH_CONTACT', explanation: 'Invented: no answer.' });
  expect(await journey.clocks(episode, 'OFFER')).toEqual(['OFFER DUE 2025-11-19 10:00']);
  await journey.does('worker', 'recordAttempt', { offer: id, at: '2025-11-17T09:30', method: 'TEXT' });
  expect(await journey.clocks(episode, 'OFFER')).toEqual(['OFFER ON_TIME']);
});

let interview = '';

test('Birmingham, planning: whether the interviewer is independent of placement and authority is asked, each, and nothing is refused', async () => {
  journey.at('2025-11-18 15:30');
  await journey.does('worker', 'recordOffer', { child, episodes: [episode], at: '2025-11-17T16:00', offeredTo: 'CHILD', outcome: 'ACCEPTED' });
  expect((await journey.stands(episode)).next).toBe('INTERVIEW, worker@fenmoor, by 2025-11-19 10:00');
  const held = { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-18T14:00' };
  const unsaid = await journey.does('worker', 'recordInterview', { ...held, answers: { reasons: 'Invented words.' } });
  expect(unsaid.warnings).toEqual(['whether the interviewer is independent is not recorded (Birmingham 2022, Planning)']);
  interview = unsaid.id;
  const answers = { reasons: 'Invented words.', independentOfPlacement: 'YES', independentOfAuthority: 'NO' };
  const { warnings } = await journey.does('worker', 'recordInterview', { ...held, id: unsaid.id, revision: unsaid.revision, answers });
  expect(warnings).toEqual(['the interviewer is not independent of the responsible authority (Birmingham 2022, Planning)']);
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW ON_TIME', 'OFFER ON_TIME', 'STRATEGY ON_TIME', 'STRATEGY_AT_RISK LATE by 44.5 h', 'SAME_DAY_VISIT ON_TIME'], next: 'FINALISE, worker@fenmoor' });
});

test('Birmingham: harm that is disclosed is before the line manager at once, and the answer names an action, its owner and a deadline', async () => {
  const { id } = await journey.does('worker', 'raiseConcern', { child, interview, concern: 'HARM_DISCLOSED', words: 'Invented words of harm.', risk: 'HIGH' });
  const first = '{ briefing(authority: "fenmoor") { notices { kind answerBy } } }';
  const back = { kind: 'CHILD_RETURNED', answerBy: '2025-11-16T11:15:00.000Z' };
  // The home was to look at the risk again in that night, and did not say that it had.
  const overdue = { kind: 'ACTION_OVERDUE', answerBy: '2025-11-13T04:00:00.000Z' };
  const told = { briefing: { notices: [{ kind: 'CONCERN', answerBy: '2025-11-18T15:45:00.000Z' }, back, overdue] } };
  expect(await journey.hub.ask(first, { as: 'senior' })).toEqual(told);
  await journey.does('senior', 'acknowledgeConcern', { concern: id, revision: 1, action: 'Invented: ring the social worker.', owner: 'worker@fenmoor', due: '2025-11-19T12:00' });
  expect(await journey.hub.ask(first, { as: 'senior' })).toEqual({ briefing: { notices: [back, overdue] } });
  journey.at('2025-11-19 12:30');
  const mine = '{ ownActions { what owner overdue state } }';
  expect(await journey.hub.ask(mine, { as: 'worker' })).toEqual({ ownActions: [{ what: 'Invented: ring the social worker.', owner: 'worker@fenmoor', overdue: true, state: 'OPEN' }] });
});

test('Birmingham is silent on a form before the end: the episode is finalised with a word on what people are still to do alone', async () => {
  const { warnings } = await journey.does('coordinator', 'finaliseEpisode', { episode, revision: 0, finalised: true });
  expect(warnings).toEqual([
    'still to do: an action of invented-homes, overdue since 02:00 on Thu 13 Nov (Birmingham 2022, Conducting interviews remotely)',
    'still to do: an action of worker@fenmoor, overdue since 12:00 today (Birmingham 2022, Conducting interviews remotely)',
  ]);
  expect((await journey.stands(episode)).next).toBe('NOTHING, nobody');
});

test('Birmingham, counted at the end: a clock for the offer, none for the interview', async () => {
  expect(await journey.timely('2025-11')).toEqual({ ...NO_INTERVIEW_CLOCK, returns: 2, eligible: 2, notOffered: 1, noOffer: 1, offered: 1, offeredInTime: 1, accepted: 1, completed: 1, statutoryInTime: 1 });
});
