import { aReturnJourney, type ReturnJourney } from './a-return-journey.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const HERS: Fields = { 'Header/ForceCode': '97', 'Care/PlacingAuthority': 'E99000011', 'Care/ResponsibleAuthorityChildId': '0058', 'Person/DateOfBirth': '2011-03-08' };
const RULE = '(Statutory guidance 2014, paragraph 32, as Kent quotes it)';
const BEFORE = `the interview is dated before the child came back: it does not end what this return asks for, unless you say why under "departure" ${RULE}`;

let journey: ReturnJourney;
let child = '';
let episode = '';
let interview = { id: '', revision: 0 };
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'birmingham', adapter: 'eclipse' });
  journey.at('2025-11-16 12:00');
  await journey.tells(aMissing({ ...HERS, 'Header/SentAt': '2025-11-15T21:50:00Z', 'Report/MissingSince': '2025-11-15T21:00:00Z' }));
  await journey.tells(aFound({ ...HERS, 'Header/SentAt': '2025-11-16T10:30:00Z', 'Found/WhenTraced': '2025-11-16T08:00:00Z', 'Found/WhenReturned': '2025-11-16T10:00:00Z' }));
  ({ child, episode } = await journey.find('2025-11-15 21:00'));
  await journey.does('coordinator', 'recordReturnStep', { episode, step: 'RETURN_NOTIFIED', at: '2025-11-16T10:40' });
  await journey.does('coordinator', 'triageReturn', { episode, revision: 0, outcome: 'ROUTINE' });
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
});
afterAll(() => journey.hub.close());

const ANSWERS = { reasons: 'Invented words.', independentOfPlacement: 'YES', independentOfAuthority: 'YES' };
const next = async (): Promise<string | null> => (await journey.stands(episode)).next;

test('Statutory guidance 2014, paragraph 32: an offer and a try before the return are kept, and warned of', async () => {
  const offer = await journey.does('worker', 'recordOffer', { child, episodes: [episode], at: '2025-11-16T09:00', offeredTo: 'CHILD' });
  expect(offer.warnings).toEqual([`the time given lies before the child came back ${RULE}`]);
  const tried = await journey.does('worker', 'recordAttempt', { offer: offer.id, at: '2025-11-16T09:10', method: 'PHONE' });
  expect(tried.warnings).toEqual([`the time given lies before the child came back ${RULE}`]);
  const after = await journey.does('worker', 'recordOffer', { child, id: offer.id, revision: tried.revision, episodes: [episode], at: '2025-11-16T11:00', offeredTo: 'CHILD', outcome: 'ACCEPTED' });
  expect(after.warnings).toEqual([]);
  expect(await next()).toBe('INTERVIEW, worker@fenmoor, by 2025-11-19 10:00');
});

test('an interview in the future is kept and warned of, and is held once its time has come', async () => {
  const ahead = await journey.does('worker', 'recordInterview', { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-17T09:00', answers: ANSWERS });
  expect(ahead.warnings).toEqual([`the interview lies in the future: until then it does not count as held ${RULE}`]);
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW DUE 2025-11-19 10:00', 'OFFER ON_TIME', 'STRATEGY ON_TIME'], next: 'INTERVIEW, worker@fenmoor, by 2025-11-19 10:00' });
  journey.at('2025-11-17 09:30');
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW ON_TIME', 'OFFER ON_TIME', 'STRATEGY ON_TIME'], next: 'FINALISE, worker@fenmoor' });
  expect(await journey.timely('2025-11')).toMatchObject({ completed: 1, statutoryInTime: 1 });
  const moved = await journey.does('worker', 'recordInterview', { child, id: ahead.id, revision: ahead.revision, episodes: [episode], state: 'COMPLETED', at: '2025-11-16T09:30', answers: ANSWERS });
  expect(moved.warnings).toEqual([BEFORE]);
  interview = { id: moved.id, revision: moved.revision };
});

test('an interview before the return ends nothing of it, until the worker says why it does', async () => {
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW DUE 2025-11-19 10:00', 'OFFER ON_TIME', 'STRATEGY ON_TIME'], next: 'INTERVIEW, worker@fenmoor, by 2025-11-19 10:00' });
  expect(await journey.timely('2025-11')).not.toHaveProperty('completed');
  const said = { child, ...interview, episodes: [episode], state: 'COMPLETED', at: '2025-11-16T09:30', answers: ANSWERS };
  const { warnings } = await journey.does('worker', 'recordInterview', { ...said, departure: 'Invented: held at the hospital before she came home.' });
  expect(warnings).toEqual([]);
  expect(await journey.stands(episode)).toMatchObject({ clocks: ['STATUTORY_INTERVIEW ON_TIME', 'OFFER ON_TIME', 'STRATEGY ON_TIME'], next: 'FINALISE, worker@fenmoor' });
});

test('an input whose word is none of its list is told the list, and not what it said', async () => {
  const query = 'mutation Step($input: RecordReturnStepInput!) { recordReturnStep(input: $input) { id } }';
  const input = { key: '00000000-0000-4000-8000-000000000001', episode, step: 'SEEN_BY_SOMEBODY', at: '2025-11-16T11:00' };
  const { text } = await journey.hub.post(query, { as: 'worker' }, { input });
  expect(text).toContain('RETURN_NOTIFIED, ');
  expect(text).not.toContain('SEEN_BY_SOMEBODY');
  const literal = await journey.hub.post('{ workTray(of: SOMEBODY, first: 1) { entries { overdue } } }', { as: 'worker' });
  expect(literal.text).toMatch(/is one of (MINE, SERVICE|SERVICE, MINE)\./);
});
