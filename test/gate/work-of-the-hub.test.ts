import { randomUUID } from 'node:crypto';
import { createGate, type Gate } from '../../src/gate/gate.ts';
import type { Row } from '../../src/gate/read-request.ts';
import type { Viewer } from '../../src/policy/viewer.ts';
import { aDatabase, type TestDatabase } from '../support/a-database.ts';
import { asking, aViewer, everythingOf, fields, gateParts, NOW } from './a-gate.ts';
import { aChild, anEpisode, aWorld, put, type World } from './a-world.ts';

const DAY = 86_400_000;
const NORTH = aViewer('HUB_COORDINATOR', 'north');
const SOUTH = aViewer('HUB_COORDINATOR', 'south');
const POLICE = aViewer('POLICE_MISSING_TEAM', 'force');
const PROVIDER = aViewer('PLACEMENT_PROVIDER', 'provider');
const AUDITOR = aViewer('AUDITOR', 'north');

describe('the briefing, the quarantine and the sources', () => {
  let db: TestDatabase;
  let world: World;
  let gate: Gate;
  const entry = { shown: randomUUID(), elsewhere: randomUUID(), settled: randomUUID() };

  beforeAll(async () => {
    db = await aDatabase();
    world = await aWorld(db.superuserUrl);
    gate = createGate(gateParts(db));
    const document = async (agency: string, system: string, received: string): Promise<string> => {
      const id = randomUUID();
      await world.client.query(
        `insert into source_document (id, agency, system, adapter, sha256, extracted, bytes, byte_length, received_at, received_by, state, records)
         values ($1::uuid, $2, $3, 'police-compact', $1::uuid::text, $4::text, '', 0, $4::text::timestamptz, 'someone', 'TAKEN', 3)`,
        [id, agency, system, received],
      );
      return id;
    };
    const own = await document('force', 'force-system', '2026-11-19T07:00:00Z');
    await document('force', 'force-system', '2026-11-18T07:00:00Z');
    const others = await document('other-force', 'other-system', '2026-11-19T09:00:00Z');
    const quarantine = (id: string, from: string, rest: { agency: string; shown: string[]; state: string; kind: string }): Promise<unknown> =>
      world.client.query(
        `insert into quarantine (id, document, agency, system, adapter, code, place, reason, remedy, message_kind, shown_to, state, raised_at)
         values ($1::uuid, $2, $3::text, $3::text || '-system', 'police-compact', 'VALUE_INVALID', $1::uuid::text, 'reason', 'remedy', $6, $4, $5, '2026-11-19T07:00:00Z')`,
        [id, from, rest.agency, rest.shown, rest.state, rest.kind],
      );
    await quarantine(entry.shown, own, { agency: 'force', shown: ['force', 'north'], state: 'OPEN', kind: 'MISSING' });
    await quarantine(entry.settled, own, { agency: 'force', shown: ['force', 'north'], state: 'REPLAYED', kind: 'FOUND' });
    await quarantine(entry.elsewhere, others, { agency: 'other-force', shown: ['other-force'], state: 'OPEN', kind: 'CANCEL' });
    await put(world, [aChild({ id: randomUUID(), standing: { responsible: ['north'], providers: ['provider'], candidates: ['maybe'] } })]);
  });
  afterAll(async () => {
    await world.close();
    await db.close();
  });

  describe('the quarantine', () => {
    const read = (viewer: Viewer, ids: readonly string[] | null = null, authority: string | null = null): Promise<readonly Row[]> =>
      gate.rows(viewer, asking({ name: 'quarantine', ids, authority }, { QuarantineEntry: everythingOf('QuarantineEntry') }));

    it('shows the open entries that are shown to the agency', async () => {
      for (const viewer of [NORTH, POLICE]) {
        expect(await read(viewer)).toMatchObject([{ id: entry.shown, agency: 'force', countsAsHigh: true, raisedAt: '2026-11-19T07:00:00.000Z' }]);
      }
      expect(await read(aViewer('POLICE_MISSING_TEAM', 'other-force'))).toMatchObject([{ id: entry.elsewhere, countsAsHigh: false }]);
    });

    it('shows nothing to another authority, nor to a provider or an auditor of the same agency', async () => {
      expect(await read(SOUTH)).toEqual([]);
      expect(await read(aViewer('PLACEMENT_PROVIDER', 'north'))).toEqual([]);
      expect(await read(AUDITOR)).toEqual([]);
    });

    it('finds entries by id and by authority, and only those shown', async () => {
      expect(await read(NORTH, [entry.shown, entry.elsewhere, entry.settled, 'nonsense'])).toHaveLength(1);
      expect(await read(NORTH, [entry.elsewhere])).toEqual([]);
      expect(await read(NORTH, [])).toEqual([]);
      expect(await read(POLICE, null, 'north')).toHaveLength(1);
      expect(await read(POLICE, null, 'south')).toEqual([]);
    });

    it('is written down as a read of the quarantine, with the sender as controller', async () => {
      await world.client.query('truncate disclosure');
      await read(NORTH);
      const { rows } = await world.client.query(`select purpose, controllers, children, outcome from disclosure`);
      expect(rows).toEqual([{ purpose: 'QUARANTINE', controllers: ['force'], children: [], outcome: 'SHOWN' }]);
    });
  });

  describe('the sources', () => {
    const read = (viewer: Viewer): Promise<readonly Row[]> => gate.rows(viewer, asking({ name: 'sources' }, { Source: everythingOf('Source') }));

    it("count the agency's own documents, records and open quarantine entries", async () => {
      expect(await read(POLICE)).toEqual([
        {
          agency: 'force',
          system: 'force-system',
          adapter: 'police-compact',
          lastReceivedAt: '2026-11-19T07:00:00.000Z',
          latestOrder: '2026-11-19T07:00:00Z',
          expectedEveryHours: null,
          silentSince: null,
          documents: 2,
          waiting: expect.any(Number) as unknown,
          records: 6,
          quarantined: 1,
        },
      ]);
    });

    it('say since when they should have sent again, heard of or not, and nothing while they are in time', async () => {
      await world.client.query(`update source_freshness set expected_every_hours = 24 where system = 'force-system'`);
      await world.client.query(`insert into source_freshness (agency, system, adapter, listed_at, expected_every_hours) values
        ('force', 'never-heard', 'police-compact', '2026-11-18T06:00:00Z', 24), ('force', 'in-time', 'police-compact', '2026-11-19T23:00:00Z', 24)`);
      const told = (await read(POLICE)).map(({ system, silentSince, expectedEveryHours, lastReceivedAt }) => [system, silentSince, expectedEveryHours, lastReceivedAt]);
      const others = (await read(NORTH)).map(({ system }) => system);
      await world.client.query(`delete from source_freshness where system in ('never-heard', 'in-time')`);
      await world.client.query(`update source_freshness set expected_every_hours = null`);

      expect(told).toEqual([
        ['force-system', '2026-11-20T07:00:00.000Z', 24, '2026-11-19T07:00:00.000Z'],
        ['in-time', null, 24, null],
        ['never-heard', '2026-11-19T06:00:00.000Z', 24, null],
      ]);
      expect(others).toEqual(['force-system']);
    });

    it('row 62: tell whoever gets rows from them how fresh they are, and no more', async () => {
      expect(await read(NORTH)).toEqual([
        expect.objectContaining({ system: 'force-system', lastReceivedAt: '2026-11-19T07:00:00.000Z', documents: null, records: null, quarantined: null }),
      ]);
    });

    it('row 62: are not there for those who get no row from them, or may not see where rows come from', async () => {
      for (const viewer of [SOUTH, aViewer('HUB_COORDINATOR', 'maybe'), PROVIDER, AUDITOR]) {
        expect(await read(viewer)).toEqual([]);
      }
    });
  });

  describe('the briefing', () => {
    const ids: Record<string, string> = {};
    const read = async (viewer: Viewer, authority: string): Promise<unknown[]> => {
      const rows = await gate.rows(viewer, asking({ name: 'briefing', authority, returnedSince: NOW - DAY }, { Episode: fields('id') }));
      return rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id)).sort();
    };

    beforeAll(async () => {
      const back = (ago: number): object => ({ is_open: false, status: 'RETURNED', returned_until_at: new Date(NOW - ago).toISOString() });
      const own = { responsible: ['north'], forces: ['force'] };
      const things = {
        own: anEpisode({ id: randomUUID(), child: randomUUID(), standing: own, columns: { risk: null } }),
        located: anEpisode({ id: randomUUID(), child: randomUUID(), standing: own, columns: { status: 'LOCATED', risk: 'VERY_LOW' } }),
        backToday: anEpisode({ id: randomUUID(), child: randomUUID(), standing: own, columns: { ...back(DAY - 1) } }),
        backBefore: anEpisode({ id: randomUUID(), child: randomUUID(), standing: own, columns: { ...back(DAY + 1) } }),
        hosted: anEpisode({ id: randomUUID(), child: randomUUID(), standing: { responsible: ['south'], hosts: ['north'], providers: ['provider'] } }),
        candidate: anEpisode({ id: randomUUID(), child: randomUUID(), standing: { candidates: ['north', 'south'], forces: ['force'] } }),
        southern: anEpisode({ id: randomUUID(), child: randomUUID(), standing: { responsible: ['south'], forces: ['force'] } }),
      };
      for (const [name, rows] of Object.entries(things)) {
        ids[name] = String(rows['episode']?.['id']);
        await put(world, [rows]);
      }
    });

    it('holds every open episode whatever the risk, own, hosted or perhaps own, and those back since', async () => {
      expect(await read(NORTH, 'north')).toEqual(['backToday', 'candidate', 'hosted', 'located', 'own']);
    });

    it('of an authority holds for others what they may read of it', async () => {
      expect(await read(POLICE, 'north')).toEqual(['backToday', 'candidate', 'located', 'own']);
      expect(await read(SOUTH, 'north')).toEqual(['candidate', 'hosted']);
      expect(await read(PROVIDER, 'north')).toEqual(['hosted']);
      expect(await read(aViewer('HUB_COORDINATOR', 'east'), 'north')).toEqual([]);
      expect(await read(AUDITOR, 'north')).toEqual([]);
    });
  });
});
