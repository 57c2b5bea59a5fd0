import { randomUUID } from 'node:crypto';
import { put, type Rows, type Standing } from '../gate/a-world.ts';
import { aCaseAction } from '../gate/case-of-a-child.ts';
import { ask } from '../http/a-hub.ts';
import { aHubOfReturns, returnOf, STANDING, step, type HubOfReturns } from './a-hub-of-returns.ts';

interface Tray {
  readonly entries: readonly {
    readonly episode: { readonly id: string; readonly workers: readonly { readonly person: string }[] | null };
    readonly child: { readonly id: string } | null;
    readonly nextStep: { readonly code: string };
    readonly worstClock: { readonly id: string; readonly state: string } | null;
    readonly overdue: boolean;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const TRAY = `query Tray($of: TrayOf!, $first: Int!, $after: String) { workTray(of: $of, first: $first, after: $after) {
  entries { episode { id workers { person } } child { id } nextStep { code } worstClock { id state } overdue } pageInfo { hasNextPage endCursor } } }`;

let hub: HubOfReturns;
beforeEach(async () => {
  hub = await aHubOfReturns();
});
afterEach(() => hub.close());

async function tray(as: string, { of = 'SERVICE', first = 50, after = null }: { of?: string; first?: number; after?: string | null } = {}): Promise<Tray> {
  const { data, errors } = await ask(hub, TRAY, { as, variables: { of, first, after } });
  expect(errors).toEqual([]);
  return (data as { workTray: Tray }).workTray;
}
const episodes = ({ entries }: Tray): string[] => entries.map(({ episode }) => episode.id);

describe('the work tray of a service', () => {
  it('holds who is back or located and not finalised, of its own children and its guests, each with what it waits for', async () => {
    const back = await returnOf(hub.world);
    const located = await returnOf(hub.world, { ...STANDING, responsible: ['westhaven'], hosts: ['northmere'] }, { status: 'LOCATED', is_open: true, returned_at: null, returned_until_at: null });
    await returnOf(hub.world, STANDING, { finalised_at: '2026-11-19T10:00:00Z' });
    await returnOf(hub.world, STANDING, { status: 'MISSING', is_open: true, returned_at: null, returned_until_at: null });
    await returnOf(hub.world, { responsible: ['westhaven'] });
    const { entries } = await tray('coordinator@northmere');
    expect(new Map(entries.map(({ episode, nextStep }) => [episode.id, nextStep.code]))).toEqual(new Map([[back.episode, 'NOTIFY_RETURN'], [located.episode, 'BRING_BACK']]));
    expect(entries.find(({ episode }) => episode.id === back.episode)).toMatchObject({ child: { id: back.child }, worstClock: { id: 'STATUTORY_INTERVIEW', state: 'DUE' }, overdue: false, episode: { workers: [] } });
  });

  it('has first what is overdue, and then what is due next', async () => {
    const soon = await returnOf(hub.world);
    const late = await returnOf(hub.world, STANDING, { missing_from_at: '2026-10-01T10:00:00Z', returned_at: { from: '2026-11-10T10:00:00Z', until: '2026-11-10T10:00:00Z', text: '', precision: 'MINUTE' } });
    const all = await tray('coordinator@northmere');
    expect(episodes(all)).toEqual([late.episode, soon.episode]);
    expect(all.entries.map(({ overdue }) => overdue)).toEqual([true, false]);
  });

  it('has the worst of all on its first page, however long ago the child was missed', async () => {
    const soon = await returnOf(hub.world);
    const late = await returnOf(hub.world, STANDING, { missing_from_at: '2026-10-01T10:00:00Z', returned_at: { from: '2026-11-10T10:00:00Z', until: '2026-11-10T10:00:00Z', text: '', precision: 'MINUTE' } });
    const first = await tray('coordinator@northmere', { first: 1 });
    const second = await tray('coordinator@northmere', { first: 1, after: first.pageInfo.endCursor });
    expect([first, second].map((page) => [...episodes(page), page.entries[0]?.overdue])).toEqual([[late.episode, true], [soon.episode, false]]);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  });

  it('writes down as shown only what its page shows, and refuses the cursor of another reader', async () => {
    await returnOf(hub.world);
    const late = await returnOf(hub.world, STANDING, { missing_from_at: '2026-10-01T10:00:00Z', returned_at: { from: '2026-11-10T10:00:00Z', until: '2026-11-10T10:00:00Z', text: '', precision: 'MINUTE' } });
    const { pageInfo } = await tray('coordinator@northmere', { first: 1 });
    const { rows: shown } = await hub.world.client.query<{ children: string[] }>(`select children from disclosure where outcome = 'SHOWN'`);
    expect(shown).toEqual([{ children: [late.child] }]);
    const { errors } = await ask(hub, TRAY, { as: 'senior@northmere', variables: { of: 'SERVICE', first: 1, after: pageInfo.endCursor } });
    expect(errors[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('row 11: is read in full pages, each return once', async () => {
    const all: string[] = [];
    for (const day of ['01', '02', '03']) {
      all.push((await returnOf(hub.world, STANDING, { missing_from_at: `2026-11-${day}T10:00:00Z` })).episode);
    }
    await returnOf(hub.world, { responsible: ['westhaven'] });
    const first = await tray('coordinator@northmere', { first: 2 });
    expect([first.entries.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    const rest = await tray('coordinator@northmere', { first: 2, after: first.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...episodes(first), ...episodes(rest)].sort()).toEqual(all.sort());
  });

  it.each(['provider@larkfield', 'police@mereshire-police', 'coordinator@southvale', 'auditor@northmere'])('holds nothing for %s', async (as) => {
    await returnOf(hub.world);
    expect((await tray(as)).entries).toEqual([]);
  });
});

describe("a worker's own tray", () => {
  const standing: Standing = { ...STANDING, named: ['WORKER:worker-northmere@northmere'] };

  it('holds the returns of the children they are assigned to now, and of no other', async () => {
    const mine = await returnOf(hub.world, standing);
    await returnOf(hub.world, { ...STANDING, named: [{ agency: 'WORKER:worker-northmere@northmere', during: '[2025-01-01,2026-01-01)' }] });
    await put(hub.world, [step(mine, { kind: 'TRIAGE', outcome: 'ROUTINE', standing })]);
    const { entries } = await tray('worker@northmere', { of: 'MINE' });
    expect(entries).toMatchObject([{ episode: { id: mine.episode, workers: [{ person: 'worker-northmere@northmere' }] }, nextStep: { code: 'OFFER' } }]);
  });

  it('of a coordinator holds what no worker is assigned to now, of the own service alone; of a worker or a senior it does not', async () => {
    const left = await returnOf(hub.world);
    const ended = await returnOf(hub.world, { ...STANDING, named: [{ agency: 'WORKER:worker-northmere@northmere', during: '[2025-01-01,2026-01-01)' }] });
    const guest = await returnOf(hub.world, { responsible: ['westhaven'], hosts: ['northmere'] });
    await returnOf(hub.world, standing);
    await returnOf(hub.world, { ...STANDING, named: ['GUEST_WORKER:worker-northmere@northmere'] });
    await returnOf(hub.world, { responsible: ['westhaven'] });
    expect(episodes(await tray('coordinator@northmere', { of: 'MINE' })).sort()).toEqual([left.episode, ended.episode, guest.episode].sort());
    expect(episodes(await tray('senior@northmere', { of: 'MINE' }))).toEqual([]);
    expect(episodes(await tray('coordinator@southvale', { of: 'MINE' }))).toEqual([]);
  });

  it('holds those of a child about whom they have an open action, until it is closed', async () => {
    const [open, done] = [await returnOf(hub.world), await returnOf(hub.world)];
    const action = (child: string, state: string): Rows => aCaseAction({ id: randomUUID(), child, standing: STANDING, owner: 'senior-northmere@northmere', columns: { state } });
    await put(hub.world, [action(open.child, 'OPEN'), action(done.child, 'DONE')]);
    expect(episodes(await tray('senior@northmere', { of: 'MINE' }))).toEqual([open.episode]);
  });

  it('is asked for fifty at most', async () => {
    const { errors } = await ask(hub, TRAY, { variables: { of: 'MINE', first: 51 } });
    expect(errors[0]?.extensions.code).toBe('BAD_INPUT');
  });
});
