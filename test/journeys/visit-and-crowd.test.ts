import { aReturnJourney, type ReturnJourney } from './a-return-journey.ts';
import { aFound, aMissing, type Fields } from './documents.ts';

const HERS: Fields = { 'Header/ForceCode': '97', 'Care/PlacingAuthority': 'E99000011', 'Care/ResponsibleAuthorityChildId': '0058', 'Person/DateOfBirth': '2011-03-08' };

let journey: ReturnJourney;
let child = '';
let episode = '';
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'birmingham', adapter: 'eclipse' });
  journey.at('2025-11-15 12:00');
  await journey.tells(aMissing({ ...HERS, 'Header/SentAt': '2025-11-14T21:50:00Z', 'Report/MissingSince': '2025-11-14T21:00:00Z' }));
  await journey.tells(aFound({ ...HERS, 'Header/SentAt': '2025-11-15T10:30:00Z', 'Found/WhenTraced': '2025-11-15T08:00:00Z', 'Found/WhenReturned': '2025-11-15T10:00:00Z' }));
  ({ child, episode } = await journey.find('2025-11-14 21:00'));
  await journey.does('coordinator', 'recordReturnStep', { episode, step: 'RETURN_NOTIFIED', at: '2025-11-15T10:40' });
  await journey.does('coordinator', 'triageReturn', { episode, revision: 0, outcome: 'SAME_DAY_VISIT', words: 'Invented.' });
  await journey.does('coordinator', 'assignWorker', { child, revision: 0, worker: 'worker' });
});
afterAll(() => journey.hub.close());

const next = async (): Promise<string | null> => (await journey.stands(episode)).next;
async function inWords(): Promise<string | null> {
  const query = 'query Words($episode: ID!) { episode(id: $episode) { nextStep { clockInWords } } }';
  return (await journey.hub.ask<{ episode: { nextStep: { clockInWords: string | null } } }>(query, { as: 'coordinator' }, { episode })).episode.nextStep.clockInWords;
}
async function overdue(): Promise<readonly string[]> {
  const { briefing } = await journey.hub.ask<{ briefing: { returned: readonly { overdue: readonly string[] }[] } }>('{ briefing(authority: "fenmoor") { returned { overdue } } }', { as: 'coordinator' });
  return briefing.returned.flatMap((entry) => entry.overdue);
}

test('Birmingham, when a child returns: the visit on the day, a Saturday, has a clock of its own, and an offer alone does not stop it', async () => {
  expect([await next(), await inWords()]).toEqual(['VISIT_TODAY, worker@fenmoor, by 2025-11-15 23:59', 'visit on the same day due in 11 hours (by the end of today)']);
  await journey.does('worker', 'recordOffer', { child, episodes: [episode], at: '2025-11-15T11:30', offeredTo: 'CHILD' });
  expect(await next()).toBe('VISIT_TODAY, worker@fenmoor, by 2025-11-15 23:59');
});

test('Birmingham, when a child returns: what was not visited on the day is overdue on the next morning’s briefing', async () => {
  journey.at('2025-11-16 09:00');
  expect([await next(), await inWords(), await overdue()]).toEqual(['VISIT_TODAY, worker@fenmoor', 'visit on the same day late by 9 hours', ['visit on the same day late by 9 hours']]);
  expect(await journey.clocks(episode, 'SAME_DAY_VISIT')).toEqual(['SAME_DAY_VISIT LATE by 9 h']);
});

test('however often the police seek an appeal, the next step stays known, and so does what others wrote down', async () => {
  for (let nth = 0; nth < 45; nth += 1) {
    await journey.does('police', 'recordReturnStep', { episode, step: 'MEDIA_APPEAL', at: '2025-11-16T08:00', words: 'Invented.' });
  }
  expect(await next()).toBe('VISIT_TODAY, worker@fenmoor');
  expect(await journey.clocks(episode, 'SAME_DAY_VISIT')).toEqual(['SAME_DAY_VISIT LATE by 9 h']);
});

test('Birmingham, when a child returns: the visit ends with the child being seen, late as it is', async () => {
  await journey.does('worker', 'recordReturnStep', { episode, step: 'CHILD_SEEN', at: '2025-11-16T08:30' });
  expect(await next()).toBe('TRY_AGAIN, worker@fenmoor, by 2025-11-18 10:00');
  expect(await journey.clocks(episode, 'SAME_DAY_VISIT')).toEqual(['SAME_DAY_VISIT LATE by 8.5 h']);
});
