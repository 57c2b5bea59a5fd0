import { randomUUID } from 'node:crypto';
import { createGate, gateUnder, type Gate } from '../../src/gate/gate.ts';
import type { EpisodeFilter, Page, Row } from '../../src/gate/read-request.ts';
import { OWN_AGENCY } from '../../src/policy/rule.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts } from './a-gate.ts';
import { aPolicy, mayReadOnly } from './a-policy.ts';
import { anEpisode, aWorld, put, type World } from './a-world.ts';

const NORTH = aViewer('HUB_COORDINATOR', 'north');
const COUNT = 25;

describe('pages of episodes', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  /** Earliest first; every third begins at the same moment as the one before. */
  const ids = Array.from({ length: COUNT }, (_, n) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`);

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const start = (n: number): string => new Date(Date.UTC(2026, 0, n % 3 === 2 ? n - 1 : n)).toISOString();
    await put(
      world,
      ids.flatMap((id, n) => [
        anEpisode({
          id,
          child: randomUUID(),
          standing: { responsible: ['north'], hosts: n % 2 === 0 ? ['south'] : [] },
          columns: { missing_from_at: start(n), risk: n % 5 === 0 ? 'HIGH' : 'LOW', is_open: n % 4 === 0 },
        }),
        // Others' episodes lie between: no page may come out short for them.
        anEpisode({ id: randomUUID(), child: randomUUID(), standing: { responsible: ['east'] }, columns: { missing_from_at: start(n) } }),
      ]),
    );
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  interface Turn {
    readonly viewer?: Viewer;
    readonly filter?: EpisodeFilter;
    readonly latestFirst?: boolean;
    readonly first?: number;
    readonly after?: string | null;
  }
  const turn = ({ viewer = NORTH, filter = {}, latestFirst = false, first = 4, after = null }: Turn): Promise<Page<Row>> =>
    gate.page(viewer, asking({ name: 'episodes', filter, latestFirst, first, after }, { Episode: fields('id') }));

  async function walk(options: Turn): Promise<Page<Row>[]> {
    const pages = [await turn(options)];
    for (let last = pages.at(-1); last?.hasNextPage === true; last = pages.at(-1)) {
      pages.push(await turn({ ...options, after: last.cursors.at(-1) ?? null }));
    }
    return pages;
  }
  const idsOn = (pages: readonly Page<Row>[]): unknown[] => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

  it.each([true, false])('rows 8, 11: walk through every readable episode once, none short but the last (latest first: %s)', async (latestFirst) => {
    const pages = await walk({ latestFirst });
    expect(idsOn(pages)).toEqual(latestFirst ? [...ids].reverse() : ids);
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([4, 4, 4, 4, 4, 4, 1]);
  });

  it('rows 8, 11: hold only what the viewer may read, and are as full for each', async () => {
    const pages = await walk({ viewer: aViewer('HUB_COORDINATOR', 'south') });
    expect(idsOn(pages)).toEqual(ids.filter((_, n) => n % 2 === 0));
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([4, 4, 4, 1]);
  });

  it('rows 8, 11: filter before they count', async () => {
    expect(idsOn(await walk({ filter: { risk: ['HIGH'] }, first: 2 }))).toEqual(ids.filter((_, n) => n % 5 === 0));
    expect(idsOn(await walk({ filter: { open: true }, first: 3 }))).toEqual(ids.filter((_, n) => n % 4 === 0));
    expect(idsOn(await walk({ filter: { open: false, risk: ['HIGH', 'LOW'] }, first: 100 }))).toEqual(ids.filter((_, n) => n % 4 !== 0));
    expect(idsOn(await walk({ filter: { status: ['RETURNED'] } }))).toEqual([]);
    const [from, until] = [Date.UTC(2026, 0, 3), Date.UTC(2026, 0, 7)];
    expect(idsOn(await walk({ filter: { kind: ['MISSING'], missingFrom: from, missingUntil: until } }))).toEqual([ids[3], ids[4], ids[5], ids[6]]);
  });

  it('row 1: filter by nothing that the viewer may not read of the episode', async () => {
    const narrow = gateUnder(aPolicy({ HUB_COORDINATOR: [mayReadOnly('Episode', { responsible: OWN_AGENCY }, ['id', 'status'])] }), gateParts(db));
    const found = async (filter: EpisodeFilter): Promise<number> =>
      (await narrow.page(NORTH, asking({ name: 'episodes', filter, latestFirst: false, first: 100, after: null }, { Episode: fields('id') }))).nodes.length;
    expect([await found({}), await found({ risk: ['HIGH', 'LOW'] }), await found({ open: true }), await found({ open: false })]).toEqual([COUNT, 0, 0, 0]);
  });

  it('have one to a hundred rows', async () => {
    const many = aViewer('HUB_COORDINATOR', 'west');
    await put(world, Array.from({ length: 101 }, () => anEpisode({ id: randomUUID(), child: randomUUID(), standing: { responsible: ['west'] } })));
    expect((await turn({ first: 1 })).nodes).toHaveLength(1);
    expect((await turn({ first: 5000 })).nodes).toHaveLength(COUNT);
    expect(await turn({ viewer: many, first: 5000 })).toMatchObject({ nodes: { length: 100 }, hasNextPage: true });
    for (const first of [0, -1, 1.5, NaN, Infinity]) {
      await expect(turn({ first })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    }
  });

  describe('cursors', () => {
    const cursor = async (): Promise<string> => (await turn({ first: 3 })).cursors[2] ?? '';

    it('go on after the row they name', async () => {
      expect(idsOn([await turn({ first: 2, after: await cursor() })])).toEqual([ids[3], ids[4]]);
    });

    it.each([
      ['another agency', { ...NORTH, agency: 'south' }],
      ['another person', { ...NORTH, person: 'someone else' }],
      ['another role', { ...NORTH, role: 'POLICE_MISSING_TEAM' as const }],
    ])('are refused to %s', async (_, viewer) => {
      await expect(turn({ viewer, after: await cursor() })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('row 7: are refused on another list', async () => {
      const viewer = aViewer('AUDITOR', 'north');
      const after = await cursor();
      const log = asking({ name: 'disclosures', child: null, first: 5, after } as const, { DisclosureRecord: fields('id') });
      await expect(gate.page(viewer, log)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('row 7: are refused when forged in any byte, cut short, or made up', async () => {
      const bytes = Buffer.from(await cursor(), 'base64url');
      const forged = [...bytes.keys()].map((at) => Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 1 : byte))).toString('base64url'));
      for (const after of [...forged, bytes.subarray(0, 16).toString('base64url'), '', 'x', ids[0] ?? '']) {
        await expect(turn({ after })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
      }
    });

    it('are refused when their row is no longer there for the viewer, rather than showing an end that is none', async () => {
      const gone = randomUUID();
      await put(world, [anEpisode({ id: gone, child: randomUUID(), standing: { responsible: ['north'] }, columns: { missing_from_at: '2025-01-01T00:00:00Z' } })]);
      const { cursors } = await turn({ first: 1 });
      await world.client.query(`delete from episode where id = $1`, [gone]);
      await expect(turn({ after: cursors[0] ?? null })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('are refused when the rules no longer let their viewer read the row, though the database would', async () => {
      const rules = [mayReadOnly('Episode', { responsible: OWN_AGENCY, missingNow: 'YES' }, ['id'])];
      const missing = gateUnder(aPolicy({ HUB_COORDINATOR: rules }), gateParts(db));
      const page = (after: string | null): Promise<Page<Row>> =>
        missing.page(aViewer('HUB_COORDINATOR', 'far'), asking({ name: 'episodes', filter: {}, latestFirst: false, first: 1, after }, { Episode: fields('id') }));
      const [first, second] = [randomUUID(), randomUUID()];
      await put(world, [first, second].map((id) => anEpisode({ id, child: randomUUID(), standing: { responsible: ['far'], missingNow: 'YES' } })));
      const { cursors } = await page(null);
      await world.client.query(`update episode set missing_now = 'NO' where id = any ($1)`, [[first, second]]);
      await expect(page(cursors[0] ?? null)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });

    it('row 6: hold the row id alone: a changed sort key is looked up again', async () => {
      const moved = randomUUID();
      await put(world, [anEpisode({ id: moved, child: randomUUID(), standing: { responsible: ['north'] }, columns: { missing_from_at: '2025-01-01T00:00:00Z' } })]);
      const { cursors } = await turn({ first: 1 });
      await world.client.query(`update episode set missing_from_at = '2027-01-01' where id = $1`, [moved]);
      expect((await turn({ after: cursors[0] ?? null })).nodes).toEqual([]);
      await world.client.query(`delete from episode where id = $1`, [moved]);
    });
  });
});
