import { randomUUID } from 'node:crypto';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { RankedPage } from '../../src/gate/read-request.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts } from './a-gate.ts';
import { anEpisode, aWorld, put, type World } from './a-world.ts';

const NORTH = aViewer('HUB_COORDINATOR', 'north');
const COUNT = 503;
const DAY = 86_400_000;

/** Earliest first; of the ranked the risk decides, and every fiftieth is HIGH. */
const ids = Array.from({ length: COUNT }, (_, n) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`);
const latestFirst = ids.toReversed();
const isHigh = (id: string): boolean => ids.indexOf(id) % 50 === 0;

describe('a list of which the first five hundred are ranked', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const rows = ids.map((id, n) => anEpisode({ id, child: randomUUID(), standing: { responsible: ['north'] }, columns: { missing_from_at: new Date(Date.UTC(2024, 0, 1) + n * DAY).toISOString(), risk: isHigh(id) ? 'HIGH' : 'LOW' } }));
    await put(world, rows);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });
  const page = (first: number, after: string | null, viewer = NORTH): Promise<RankedPage> =>
    gate.ranked(viewer, asking({ name: 'episodes', filter: {}, latestFirst: true, first, after }, { Episode: fields('risk') }), ({ risk }) => [risk === 'HIGH' ? 0 : 1]);

  async function walk(first: number): Promise<RankedPage[]> {
    const pages = [await page(first, null)];
    for (let last = pages.at(-1); last?.hasNextPage === true; last = pages.at(-1)) {
      pages.push(await page(first, last.cursors.at(-1) ?? null));
    }
    return pages;
  }

  const top = latestFirst.slice(0, 500);
  const expected = [...top.filter(isHigh), ...top.filter((id) => !isHigh(id)), ...latestFirst.slice(500)];

  test.each([100, 99])('in full pages of %i, across the end of what is ranked and behind it', async (first) => {
    const pages = await walk(first);
    expect(pages.flatMap((one) => one.ids)).toEqual(expected);
    expect(pages.slice(0, -1).every((one) => one.ids.length === first)).toBe(true);
  });

  test('hands out no row, so that nothing is written down as shown; a forged cursor is refused, and that is', async () => {
    const { cursors } = await page(1, null);
    await expect(page(1, cursors[0] ?? '', aViewer('HUB_COORDINATOR', 'north', 'another'))).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const { rows } = await world.client.query<{ outcome: string }>(`select distinct outcome from disclosure`);
    expect(rows).toEqual([{ outcome: 'REFUSED' }]);
  });

  test('ranks rows of the reader alone', async () => {
    expect(await page(10, null, aViewer('HUB_COORDINATOR', 'east'))).toEqual({ ids: [], cursors: [], hasNextPage: false });
  });
});
