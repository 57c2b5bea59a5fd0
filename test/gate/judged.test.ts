import { randomUUID } from 'node:crypto';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { Row } from '../../src/gate/read-request.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, fields, gateParts } from './a-gate.ts';
import { anEpisode, aWorld, put, type World } from './a-world.ts';

/** Reads that a matter was closed, and why, of those children alone of whom its authority leaves details open. */
const OFFICE = aViewer('BUSINESS_SUPPORT', 'north');
const WANTED = { Episode: fields('id', 'status', 'finalisedDeparture') };

describe('what is worked out of rows that nobody is handed', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const [shut, open, others, guest] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const of = (id: string, standing: object) => anEpisode({ id, child: randomUUID(), standing });
    await put(world, [of(shut, { responsible: ['north'], opens: [] }), of(open, { responsible: ['north'], opens: ['DETAIL_TO_BUSINESS_SUPPORT'] }), of(others, { responsible: ['south'] }), of(guest, { responsible: ['south'], hosts: ['north'] })]);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  const READ = [
    { id: shut, status: 'MISSING', finalisedDeparture: null },
    { id: open, status: 'MISSING', finalisedDeparture: 'An invented reason.' },
  ];
  const inOrder = (rows: readonly Row[]): Row[] => READ.flatMap(({ id }) => rows.filter((row) => row['id'] === id)).concat(rows.filter(({ id }) => id === others || id === guest));

  it('a verdict is of what its reader reads, and of no other row', async () => {
    const judged = await gate.judged(OFFICE, asking({ name: 'briefing', authority: 'north', returnedSince: 0 }, WANTED), (row) => row);
    expect(inOrder(judged.map(({ verdict }) => verdict))).toEqual(READ);
  });

  it('a rank is of what its reader reads, and of no other row', async () => {
    const seen: Row[] = [];
    const rank = (row: Row): readonly number[] => [seen.push(row)];
    await gate.ranked(OFFICE, asking({ name: 'episodes', filter: {}, latestFirst: true, first: 10, after: null }, WANTED), rank);
    expect(inOrder(seen)).toEqual(READ);
  });

  it('nothing of either is written down as shown', async () => {
    expect((await world.client.query(`select from disclosure`)).rowCount).toBe(0);
  });
});
