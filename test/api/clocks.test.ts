import { randomUUID } from 'node:crypto';
import { aPlacement, moment, put, type Standing } from '../gate/a-world.ts';
import { anOffer, aReturnInterview } from '../gate/told-of-a-child.ts';
import { ask } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, STANDING, step, type AReturn, type HubOfReturns } from './a-hub-of-returns.ts';

const CLOCKS = 'clocks { id authority words state lateByHours why source aim calendar } nextStep { code words holder { role people } due clock clockInWords authority }';

interface Seen {
  readonly clocks: readonly { readonly id: string; readonly authority: string | null; readonly state: string; readonly words: string }[] | null;
  readonly nextStep: { readonly code: string; readonly holder: { readonly role: string | null; readonly people: readonly string[] }; readonly clock: string | null } | null;
  readonly disclosure?: { readonly withheld: readonly { readonly field: string }[] };
}

let hub: HubOfReturns;
beforeAll(async () => {
  hub = await aHubOfReturns();
});
afterAll(() => hub.close());
const aReturn = (standing?: Standing): Promise<AReturn> => returnOf(hub.world, standing);

async function seen(episode: string, as = 'coordinator@northmere'): Promise<Seen> {
  const { data, errors } = await ask(hub, `{ episode(id: "${episode}") { ${CLOCKS} disclosure { withheld { field } } } }`, { as });
  expect(errors).toEqual([]);
  return (data as { episode: Seen }).episode;
}
const states = ({ clocks }: Seen): string[] => (clocks ?? []).map(({ id, state }) => `${id} ${state}`);

describe('the clocks of an episode', () => {
  it('are the statutory one first, and then those of the practice of the responsible authority', async () => {
    const { clocks } = await seen((await aReturn()).episode);
    expect(clocks?.[0]).toMatchObject({ id: 'STATUTORY_INTERVIEW', authority: null, state: 'DUE', words: 'statutory interview due in 2 hours (by 10:00 today)', calendar: 'ELAPSED_HOURS', aim: false });
    expect(clocks?.slice(1).every((one) => one.authority === 'northmere')).toBe(true);
    expect(clocks?.map(({ id }) => id)).toContain('OFFER');
  });

  it('of two authorities that claim the child are those of both, each named, and the statutory one once', async () => {
    const { clocks } = await seen((await aReturn({ ...STANDING, responsible: ['northmere', 'southvale'] })).episode);
    expect(new Set(clocks?.map((one) => one.authority))).toEqual(new Set([null, 'northmere', 'southvale']));
    expect(clocks?.filter(({ id }) => id === 'STATUTORY_INTERVIEW')).toHaveLength(1);
  });

  it('of a child whose authority nobody knows are the statutory one alone', async () => {
    const { clocks } = await seen((await aReturn({ forces: ['mereshire-police'], candidates: ['northmere'] })).episode, 'police@mereshire-police');
    expect(clocks?.map(({ id }) => id)).toEqual(['STATUTORY_INTERVIEW']);
  });

  it('of a child who is looked after are those for such a child as well', async () => {
    const [atHome, placed] = [await aReturn(), await aReturn()];
    await put(hub.world, [aPlacement({ id: randomUUID(), child: placed.child, standing: STANDING })]);
    expect(states(await seen(placed.episode)).join()).toContain('SOCIAL_WORKER_CONTACT_LOOKED_AFTER');
    expect(states(await seen(atHome.episode)).join()).not.toContain('SOCIAL_WORKER_CONTACT_LOOKED_AFTER');
  });

  it('stop at what is recorded of the interview and of the offer', async () => {
    const of = await aReturn();
    await put(hub.world, [
      step(of, { kind: 'RETURN_NOTIFIED' }),
      anOffer({ id: randomUUID(), child: of.child, standing: STANDING, columns: { at: moment('2026-11-17T12:00:00Z'), outcome: 'ACCEPTED', attempts: [], episode_ids: [of.episode] } }),
      ...aReturnInterview({ id: randomUUID(), child: of.child, standing: STANDING, columns: { at: moment('2026-11-19T12:00:00Z'), episode_ids: [of.episode] } }),
    ]);
    expect(states(await seen(of.episode))).toEqual(expect.arrayContaining(['STATUTORY_INTERVIEW ON_TIME', 'OFFER ON_TIME']));
  });

  it('cannot be told where a step is lacking that is recorded nowhere in the hub, and are late once the episode is worked here', async () => {
    const of = await aReturn();
    await put(hub.world, [aPlacement({ id: randomUUID(), child: of.child, standing: STANDING })]);
    const contact = (those: Seen): string | undefined => those.clocks?.find(({ id }) => id === 'SOCIAL_WORKER_CONTACT_LOOKED_AFTER')?.state;
    expect(contact(await seen(of.episode))).toBe('CANNOT_TELL');
    await put(hub.world, [step(of, { kind: 'RETURN_NOTIFIED' })]);
    expect(contact(await seen(of.episode))).toBe('LATE');
  });
});

describe('the next step of an episode', () => {
  it('is triage once the service knows of the return, and then an assignment, an offer, each with who holds it', async () => {
    const of = await aReturn();
    expect((await seen(of.episode)).nextStep).toMatchObject({ code: 'NOTIFY_RETURN', holder: { role: 'HUB_COORDINATOR' } });
    await put(hub.world, [step(of, { kind: 'RETURN_NOTIFIED' })]);
    expect((await seen(of.episode)).nextStep).toMatchObject({ code: 'TRIAGE', holder: { role: 'HUB_COORDINATOR' } });
    await put(hub.world, [step(of, { kind: 'TRIAGE', outcome: 'ROUTINE' })]);
    expect((await seen(of.episode)).nextStep).toMatchObject({ code: 'ASSIGN_WORKER', clock: 'ASSIGNED' });
  });

  it('is held by the worker who is assigned now, by name', async () => {
    const standing: Standing = { ...STANDING, named: ['WORKER:rae@northmere', { agency: 'WORKER:former@northmere', during: '[2025-01-01,2026-01-01)' }] };
    const of = await aReturn(standing);
    await put(hub.world, [step(of, { kind: 'TRIAGE', outcome: 'ROUTINE', standing })]);
    expect((await seen(of.episode)).nextStep).toMatchObject({ code: 'OFFER', holder: { role: 'RETURN_WORKER', people: ['rae@northmere'] } });
  });
});

describe('what a reader may not see', () => {
  it('makes no clock and no step for a home: both are withheld, and said to be', async () => {
    const { clocks, nextStep, disclosure } = await seen((await aReturn()).episode, 'provider@larkfield');
    expect([clocks, nextStep]).toEqual([null, null]);
    expect(disclosure?.withheld.map(({ field }) => field)).toEqual(expect.arrayContaining(['clocks', 'nextStep', 'workers']));
  });

  it('changes no clock: a restricted interview moves those of whom it names, and of nobody else', async () => {
    const [plain, marked] = [await aReturn(), await aReturn()];
    const restricted: Standing = { ...STANDING, restricted: 'YES', named: ['ADMITTED:senior-northmere@northmere'] };
    await put(hub.world, aReturnInterview({ id: randomUUID(), child: marked.child, standing: restricted, columns: { at: moment('2026-11-17T12:00:00Z'), episode_ids: [marked.episode] } }));
    expect(await seen(marked.episode)).toEqual(await seen(plain.episode));
    expect(states(await seen(marked.episode, 'senior@northmere'))[0]).toBe('STATUTORY_INTERVIEW ON_TIME');
  });
});

describe('asking for clocks', () => {
  it('is answered wherever an episode can be selected, and leaves nothing else in the answer', async () => {
    const { child } = await aReturn();
    const { data } = await ask(hub, `{ child(id: "${child}") { episodes { nextStep { code } } } }`);
    expect(data).toEqual({ child: { episodes: [{ nextStep: { code: 'NOTIFY_RETURN' } }] } });
  });

  it('counts what is read for them against what one query may ask for', async () => {
    const { errors } = await ask(hub, '{ episodes(first: 100) { nodes { child { episodes(first: 50) { nextStep { code } } } } } }');
    expect(errors[0]?.extensions.code).toBe('QUERY_REFUSED');
  });
});
