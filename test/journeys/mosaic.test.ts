import { aRunningHub, type Asker, type RunningHub } from './a-running-hub.ts';
import { readsOf } from './a-return.ts';
import { aTable } from './documents.ts';
import { sampleOfMosaic } from './mosaic-set.ts';

const OWN: Asker = { as: 'southvale-coordinator' };
const HOME: Asker = { as: 'brookside-manager' };
const OUTSIDERS: readonly Asker[] = [{ as: 'northmere-coordinator' }, { as: 'larkfield-manager' }, { as: 'westhaven-missing-team' }];
const LIVING_AT_BROOKSIDE = { ...aTable('episodes', '007890,01/05/2025,S,C2,N1,K2,PR4,,,,,ZZ2 2BB,SC900003'), as: 'southvale-903-client' };

let hub: RunningHub;
beforeEach(async () => {
  hub = await aRunningHub();
  hub.now = Date.parse('2026-04-30T08:00:00Z');
});
afterEach(() => hub.close());

test('a set of Mosaic gives the authority the interview in full, the home that there was one, and nobody else anything', async () => {
  const statuses = await hub.deliver(LIVING_AT_BROOKSIDE, await sampleOfMosaic('interview-completed', '2026-04-30T06:00:00Z'));
  expect(statuses.map(({ state, refused }) => [state, refused])).toEqual([['TAKEN', 0], ['TAKEN', 0]]);

  const own = await readsOf(hub, OWN);
  expect(own.episodes).toEqual([{ kind: 'MISSING', status: 'RETURNED', circumstances: null, statusChanges: [{ status: 'MISSING' }] }]);
  expect(own.interviews).toEqual([
    {
      __typename: 'FullInterview',
      state: 'COMPLETED',
      at: { text: '2026-03-04 15:30' },
      reasons: 'Wanted to see her sister,\nand to be outside.',
      episodes: [{ missingSince: { text: '2026-03-01 21:30:00' } }],
    },
  ]);
  expect(own.offers).toEqual([{ outcome: 'ACCEPTED', offeredTo: 'CHILD' }]);

  const home = await readsOf(hub, HOME);
  expect(home.interviews.map(({ __typename, state }) => [__typename, state])).toEqual([['InterviewNotice', 'COMPLETED']]);
  expect(home.text).not.toMatch(/her sister|Invented Yard/);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }
});

test('a child marked as restricted is for named people alone from the moment the mark comes in', async () => {
  await hub.deliver(LIVING_AT_BROOKSIDE, await sampleOfMosaic('interview-completed', '2026-04-30T06:00:00Z'));
  expect((await readsOf(hub, OWN)).episodes).toHaveLength(1);
  const [status] = await hub.deliver(await sampleOfMosaic('restricted-child', '2026-04-30T07:00:00Z'));
  expect(status).toMatchObject({ state: 'TAKEN', refused: 0 });
  for (const asker of [OWN, HOME, ...OUTSIDERS]) {
    expect((await readsOf(hub, asker)).episodes).toEqual([]);
  }
});
