import { aReturnJourney, type ReturnJourney } from './a-return-journey.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const HERS: Fields = { 'Header/ForceCode': '97', 'Care/PlacingAuthority': 'E99000011', 'Care/ResponsibleAuthorityChildId': '0058', 'Person/DateOfBirth': '2011-03-08' };

let journey: ReturnJourney;
let child = '';
let episode = '';
let revision = 0;
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'west-sussex', adapter: 'mosaic', settings: { profile: 'cyp051' } });
  journey.at('2025-11-16 12:00');
  await journey.tells(aMissing({ ...HERS, 'Header/SentAt': '2025-11-15T21:50:00Z', 'Report/MissingSince': '2025-11-15T21:00:00Z' }));
  await journey.tells(aFound({ ...HERS, 'Header/SentAt': '2025-11-16T10:30:00Z', 'Found/WhenTraced': '2025-11-16T08:00:00Z', 'Found/WhenReturned': '2025-11-16T10:00:00Z' }));
  ({ child, episode } = await journey.find('2025-11-15 21:00'));
  await journey.does('coordinator', 'recordReturnStep', { episode, step: 'RETURN_NOTIFIED', at: '2025-11-16T10:40' });
});
afterAll(() => journey.hub.close());

const next = async (): Promise<string | null> => (await journey.stands(episode)).next;
const finalise = async (said: object = {}): Promise<readonly string[]> => {
  const done = await journey.does('coordinator', 'finaliseEpisode', { episode, revision, finalised: true, ...said });
  ({ revision } = done);
  return done.warnings;
};
/** The steps on the coordinator's tray. */
async function tray(): Promise<readonly string[]> {
  const query = '{ workTray(of: SERVICE, first: 10) { entries { nextStep { code } overdue } } }';
  const { workTray } = await journey.hub.ask<{ workTray: { entries: readonly { nextStep: { code: string }; overdue: boolean }[] } }>(query, { as: 'coordinator' });
  return workTray.entries.map(({ nextStep: { code }, overdue }) => `${code}${overdue ? ' overdue' : ''}`);
}
const STATUTORY = 'still to do: statutory interview due in 2 days 22 hours (by 10:00 on Wed 19 Nov) (Statutory guidance 2014, paragraph 32, as Kent quotes it)';

test('Statutory guidance 2014, paragraph 32: who closes an episode nobody was interviewed of is told that the duty runs on', async () => {
  expect(await finalise()).toEqual([STATUTORY]);
  ({ revision } = await journey.does('coordinator', 'finaliseEpisode', { episode, revision, finalised: false }));
});

test('West Sussex, What next, 5: the follow-up that is due is named with its clock and its rule, and stays on the work tray once the episode is closed', async () => {
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
  const answers = { reasons: 'Invented words.', independentOfPlacement: 'YES', conductedCapacity: 'Return worker' };
  await journey.does('worker', 'recordInterview', { child, episodes: [episode], state: 'COMPLETED', at: '2025-11-16T11:00', answers });
  expect(await finalise()).toEqual(['still to do: follow-up due in 6 days 23 hours (by 11:00 on Sun 23 Nov) (West Sussex, What next, 5)']);
  expect(await next()).toBe('FOLLOW_UP, worker@fenmoor, by 2025-11-23 11:00');
  expect(await journey.clocks(episode, 'FOLLOW_UP')).toEqual(['FOLLOW_UP DUE 2025-11-23 11:00']);
  expect(await tray()).toEqual(['FOLLOW_UP']);
  journey.at('2025-11-24 09:00');
  expect(await tray()).toEqual(['FOLLOW_UP overdue']);
});

test('Birmingham, Planning: an open action and a concern nobody answered are named as well', async () => {
  await journey.does('coordinator', 'setAction', { child, what: 'Invented: look in on her.', owner: 'worker@fenmoor', due: '2025-11-24T12:00', comesFrom: episode });
  await journey.does('worker', 'raiseConcern', { child, concern: 'OTHER', words: 'Invented words.', risk: 'LOW' });
  expect(await finalise()).toEqual([
    'still to do: follow-up late by 21 hours (West Sussex, What next, 5)',
    'still to do: an action of worker@fenmoor, due by 12:00 today (West Sussex, What next)',
    'still to do: a concern about the child is not answered (West Sussex, What next)',
  ]);
});

test('what is said not to be owed, and why, leaves the tray', async () => {
  const warnings = await finalise({ notOwed: ['FOLLOW_UP'], departure: 'Invented: she has moved away with her family.' });
  expect(warnings).not.toContainEqual(expect.stringContaining('follow-up'));
  expect([await next(), await tray()]).toEqual(['NOTHING, nobody', []]);
  const { episode: read } = await journey.hub.ask<{ episode: object }>('query Closed($episode: ID!) { episode(id: $episode) { finalisedNotOwed finalisedDeparture } }', { as: 'coordinator' }, { episode });
  expect(read).toEqual({ finalisedNotOwed: ['FOLLOW_UP'], finalisedDeparture: 'Invented: she has moved away with her family.' });
});

test('West Sussex, When should a RHI be completed: nothing is set aside without a reason; the answer says that it is still owed, and the tray agrees', async () => {
  const warnings = await finalise({ notOwed: ['FOLLOW_UP'] });
  expect(warnings).toContain('no reason is given under "departure", so what you named under "notOwed" is still owed: say why it is not (West Sussex, When should a RHI be completed)');
  expect(warnings).toContainEqual(expect.stringContaining('still to do: follow-up late'));
  expect(await tray()).toEqual(['FOLLOW_UP overdue']);
});

test('opened again and closed without a word, it is owed again', async () => {
  await finalise();
  expect(await tray()).toEqual(['FOLLOW_UP overdue']);
});

test('what is done leaves the tray', async () => {
  await journey.does('worker', 'recordReturnStep', { episode, step: 'FOLLOWED_UP', at: '2025-11-24T08:30' });
  expect([await next(), await tray()]).toEqual(['NOTHING, nobody', []]);
});
