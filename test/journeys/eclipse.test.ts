import { readFileSync } from 'node:fs';
import { aRunningHub, type Asker, type RunningHub, type Sending } from './a-running-hub.ts';
import { readsOf } from './a-return.ts';
import { aTable } from './documents.ts';

const OWN: Asker = { as: 'northmere-coordinator' };
const HOME: Asker = { as: 'larkfield-manager' };
const OUTSIDERS: readonly Asker[] = [{ as: 'westhaven-coordinator' }, { as: 'brookside-manager' }, { as: 'westhaven-missing-team' }];
const LIVING_AT_LARKFIELD = aTable('episodes', '007890,01/05/2025,S,C2,N1,K2,PR4,,,,,ZZ2 2BB,SC900001');

/** One of the adapter's own samples, as Northmere's system sends it. */
function sample(name: string, extracted: string): Sending {
  const bytes = readFileSync(new URL(`../../adapters/eclipse/samples/${name}`, import.meta.url), 'utf8');
  return { adapter: 'eclipse', as: 'northmere-eclipse-client', bytes, extracted };
}

let hub: RunningHub;
beforeEach(async () => {
  hub = await aRunningHub();
  hub.now = Date.parse('2026-04-30T08:00:00Z');
});
afterEach(() => hub.close());

test('forms of Eclipse give the authority the interview in full, the home that there was one, and nobody else anything', async () => {
  const extracted = '2026-04-30T06:00:00Z';
  const statuses = await hub.deliver(LIVING_AT_LARKFIELD, sample('missing-and-found.csv', extracted), sample('interview-completed.csv', extracted), sample('persons-as-json.json', extracted));
  expect(statuses.map(({ state, refused }) => [state, refused])).toEqual([['TAKEN', 0], ['TAKEN', 0], ['TAKEN', 0], ['TAKEN', 1]]);

  const own = await readsOf(hub, OWN);
  expect(own.episodes).toEqual([
    { kind: 'MISSING', status: 'RETURNED', circumstances: 'Left by the back door, they think.', statusChanges: [{ status: 'MISSING' }] },
  ]);
  expect(own.interviews).toEqual([
    {
      __typename: 'FullInterview',
      state: 'COMPLETED',
      at: { text: '2026-03-06' },
      reasons: 'An argument; she walked, then took a bus.',
      episodes: [{ missingSince: { text: '2026-03-01' } }],
    },
  ]);
  expect(own.offers).toEqual([{ outcome: 'ACCEPTED', offeredTo: 'CHILD' }]);

  const home = await readsOf(hub, HOME);
  expect(home.interviews.map(({ __typename, state }) => [__typename, state])).toEqual([['InterviewNotice', 'COMPLETED']]);
  expect(home.text).not.toMatch(/An argument|Invented Yard/);
  for (const outsider of OUTSIDERS) {
    expect((await readsOf(hub, outsider)).episodes).toEqual([]);
  }
});

test('a form that no longer tells of its interview takes it back, and an unfinished one does not', async () => {
  const told = sample('interview-completed.csv', '2026-04-30T05:00:00Z');
  const without = String(told.bytes).split('\n').filter((row) => !/dateOfReturn|accepted/i.test(row)).join('\n');
  const unfinished = without.replaceAll('COMPLETE,', 'STARTED,');
  await hub.deliver(sample('missing-and-found.csv', '2026-04-30T05:00:00Z'), told);
  const states = async (): Promise<string[]> => (await readsOf(hub, OWN)).interviews.map(({ state }) => state);
  expect(await states()).toEqual(['COMPLETED']);
  await hub.deliver({ ...told, bytes: unfinished, extracted: '2026-04-30T06:00:00Z' });
  expect(await states()).toEqual(['COMPLETED']);
  await hub.deliver({ ...told, bytes: without, extracted: '2026-04-30T07:00:00Z' });
  expect(await states()).toEqual(['OFFERED']);
});
