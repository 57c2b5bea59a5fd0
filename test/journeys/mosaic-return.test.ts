import { aReturnJourney, NO_INTERVIEW_CLOCK, NO_OFFER_CLOCK, type ReturnJourney } from './a-return-journey.ts';
import { aFound, aMissing } from './documents.ts';
import { mosaicSet } from './mosaic-set.ts';

const CHILDREN = [['0058', 'Wrenna', '2011-03-08'], ['0059', 'Tam', '2012-03-08']] as const;
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(CHILDREN.map(([key, name]) => [key, name]));
const BORN: Readonly<Record<string, string>> = Object.fromEntries(CHILDREN.map(([key, , born]) => [key, born]));

interface Absence {
  readonly child: string;
  readonly report: string;
  readonly since: string;
  readonly back: string;
}

let journey: ReturnJourney;
let first = { child: '', episode: '' };
let second = first;
beforeAll(async () => {
  journey = await aReturnJourney({ practice: 'mosaic', adapter: 'mosaic', settings: { profile: 'rhi-form' } });
  journey.at('2025-12-22 12:00');
  await journey.tells({ adapter: 'mosaic', bytes: await mosaicSet(CHILDREN, []), extracted: '2025-12-22T11:00:00Z' });
});
afterAll(() => journey.hub.close());

/** The police tell of a child who went missing and came back. */
async function police({ child, report, since, back }: Absence): Promise<void> {
  const sent = (minutesAgo: number): string => new Date(journey.hub.now - minutesAgo * 60_000).toISOString();
  const told = { 'Header/ForceCode': '97', 'Report/MisperId': report, 'Person/PersonId': `P-${child}` };
  const hers = { 'Care/PlacingAuthority': 'E99000011', 'Care/ResponsibleAuthorityChildId': child, 'Person/GivenName': NAMES[child] ?? null, 'Person/DateOfBirth': BORN[child] ?? null };
  await journey.tells(aMissing({ ...told, ...hers, 'Header/MessageId': `${report}-1`, 'Header/SentAt': sent(2), 'Report/MissingSince': since }));
  await journey.tells(aFound({ ...told, 'Header/MessageId': `${report}-2`, 'Header/SentAt': sent(1), 'Found/WhenTraced': back, 'Found/WhenReturned': back }));
}
const gives = (of: { readonly child: string; readonly episode: string }): Promise<unknown> =>
  journey.does('coordinator', 'triageReturn', { episode: of.episode, revision: 0, outcome: 'ROUTINE' }).then(() => journey.does('coordinator', 'assignWorker', { child: of.child, revision: 0, worker: 'worker', episode: of.episode }));
const offers = (of: { readonly child: string; readonly episode: string }, said: object) => journey.does('worker', 'recordOffer', { child: of.child, episodes: [of.episode], offeredTo: 'CHILD', ...said });

test('a Mosaic authority, July 2022: its guidance states no time, so the statutory clock runs alone, through Christmas', async () => {
  journey.at('2025-12-23 09:00');
  await police({ child: '0058', report: 'MP-1', since: '2025-12-22T19:00:00Z', back: '2025-12-23T01:30:00Z' });
  first = await journey.find('2025-12-22 19:00');
  expect(await journey.stands(first.episode)).toEqual({ status: 'RETURNED', clocks: ['STATUTORY_INTERVIEW DUE 2025-12-26 01:30'], next: 'NOTIFY_RETURN, HUB_COORDINATOR, by 2025-12-26 01:30' });
});

test('a Mosaic authority, closure: missing again before an arranged interview is already arranged, and one interview is held of both', async () => {
  await gives(first);
  expect((await journey.stands(first.episode)).next).toBe('OFFER, worker@fenmoor, by 2025-12-26 01:30');
  expect((await offers(first, { at: '2025-12-23T08:30', outcome: 'ACCEPTED' })).warnings).toEqual([]);
  journey.at('2025-12-25 10:00');
  await police({ child: '0058', report: 'MP-2', since: '2025-12-24T18:00:00Z', back: '2025-12-24T23:00:00Z' });
  second = await journey.find('2025-12-24 18:00');
  expect((await offers(second, { at: '2025-12-25T09:30', outcome: 'ALREADY_ARRANGED' })).warnings).toEqual([]);
  expect((await journey.stands(second.episode)).next).toBe('INTERVIEW, worker@fenmoor, by 2025-12-27 23:00');
  journey.at('2025-12-27 13:00');
  const held = await journey.does('worker', 'recordInterview', { child: first.child, episodes: [first.episode, second.episode], state: 'COMPLETED', at: '2025-12-27T11:00', answers: { reasons: 'Invented words.' } });
  expect(held.warnings).toEqual([]);
  expect([await journey.stands(first.episode), await journey.stands(second.episode)]).toMatchObject([
    { clocks: ['STATUTORY_INTERVIEW LATE by 33.5 h'], next: 'FINALISE, worker@fenmoor' },
    { clocks: ['STATUTORY_INTERVIEW ON_TIME'], next: 'FINALISE, worker@fenmoor' },
  ]);
});

test('a Mosaic authority, closure: it is silent on paperwork, follow-up and the form, and each episode is finalised without a warning', async () => {
  for (const { episode } of [first, second]) {
    expect((await journey.does('worker', 'finaliseEpisode', { episode, revision: 0, finalised: true })).warnings).toEqual([]);
    expect((await journey.stands(episode)).next).toBe('NOTHING, nobody');
  }
});

let third = first;
const UNABLE = { at: '2026-01-02T10:00', outcome: 'UNABLE_TO_ESTABLISH_CONTACT' };
const CLOSURE = 'Mosaic authority 2022, Closure process, unable to establish contact';

test('a Mosaic authority, closure: nobody reached only after all numbers, the allocated worker and the carer, with why in writing', async () => {
  journey.at('2026-01-02 11:00');
  await police({ child: '0059', report: 'MP-3', since: '2025-12-31T20:00:00Z', back: '2026-01-01T02:00:00Z' });
  third = await journey.find('2025-12-31 20:00');
  await gives(third);
  const bare = await offers(third, { ...UNABLE, tried: ['ALL_NUMBERS'], departure: 'Invented: the carer is abroad.' });
  expect(bare.warnings).toEqual([`not all numbers, the allocated worker and the carer were tried (${CLOSURE})`, `the written explanation is missing (${CLOSURE})`]);
  expect((await journey.stands(third.episode)).next).toBe('TRY_EVERYBODY, worker@fenmoor');
  const whole = await offers(third, { ...UNABLE, id: bare.id, revision: bare.revision, tried: ['ALL_NUMBERS', 'ALLOCATED_WORKER', 'CARER'], explanation: 'Invented: nobody answered.' });
  expect(whole.warnings).toEqual([]);
});

test('a Mosaic authority, closure: a letter to the parent or carer goes only once it is recorded as safe, and one sent before is kept with a warning', async () => {
  const steps = async (step: string, outcome?: 'SAFE'): Promise<readonly string[]> =>
    (await journey.does('worker', 'recordReturnStep', { episode: third.episode, step, at: '2026-01-02T10:30', addressee: 'PARENT_OR_CARER', outcome })).warnings;
  expect((await journey.stands(third.episode)).next).toBe('DECIDE_LETTER_SAFE, worker@fenmoor');
  expect(await steps('LETTER_SENT')).toEqual(['nobody recorded that the letter is safe to send (Mosaic authority 2022, Closure process, letter sent)']);
  expect(await steps('SAFE_TO_SEND', 'SAFE')).toEqual([]);
  expect(await steps('LETTER_SENT')).toEqual([]);
  expect((await journey.stands(third.episode)).next).toBe('FINALISE, worker@fenmoor');
});

test('a Mosaic authority, counted at the end: by the statutory clock alone', async () => {
  expect(await journey.timely('2025-12')).toEqual({
    ...NO_OFFER_CLOCK,
    ...NO_INTERVIEW_CLOCK,
    returns: 2,
    eligible: 2,
    offered: 2,
    accepted: 2,
    completed: 2,
    statutoryInTime: 1,
    statutoryNotInTime: 1,
    statutoryLate: 1,
  });
});
